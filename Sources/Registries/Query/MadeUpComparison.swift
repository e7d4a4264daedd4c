import Documents
import Frameworks
import Profiles
import Sealing

/// A comparison of made-up partnerships, with figures that hold a clear difference, a mean outside the scale and a place
/// with one partnership: for trying what shows answers or hands them on.
public enum MadeUpComparison {
  /// - Parameter titles: one a figure.
  public static func answer(
    framework: String = "made-up", title: String = "A made-up framework",
    titles: [String] = ["First area", "Second area"],
    by places: ComparisonRequest.Places = .region, years: ClosedRange<Int> = 2025...2025,
    isMoving: Bool = false
  ) -> ComparisonAnswer {
    let periods = years.map { Period(startYear: $0) }
    return ComparisonAnswer(
      framework: .init(
        id: framework, major: 1, title: title,
        versions: [.init(version: SemanticVersion(1, 0, 0), digest: Digest(of: Array("framework".utf8)))]),
      kind: .own, by: places, periods: periods,
      figures: titles.enumerated().map { index, title in figure(index, title, places, periods, isMoving) },
      policies: [.init(id: "default", digest: Digest(of: Array("policy".utf8)))], sheets: 9 * periods.count,
      registry: "A made-up registry",
      log: LogPoint(origin: "registry.example/made-up", size: 42, root: Digest(of: Array("root".utf8))))
  }

  private static func figure(
    _ index: Int, _ title: String, _ places: ComparisonRequest.Places, _ periods: [Period], _ isMoving: Bool
  ) -> FigureComparison {
    let labels = ["Emerging", "Expanding", "Secure", "Sustainable"]
    let key = FigureKey(unit: .criterion, id: "area-\(index + 1)", lowest: 1, highest: 4)
    let rows = FigureRows(
      key: key, isMoving: isMoving, frameworks: periods.map { _ in [Digest(of: Array("framework".utf8))] },
      byRegion: places == .region)
    let cells = periods.indices.map { year in
      (places == .region ? regions : partnerships).enumerated().map { place, entry in
        let n = entry.partnerships * 9
        // Whole sums, so that the text is the same on every machine.
        let sum =
          n * (18 + (index * 3 + place * 5) % 12 + year) / 10 + (place == 3 ? 6 * entry.partnerships : 0)
        return PlacedEstimate(
          place: entry.place,
          estimate: Estimate(
            partnerships: entry.partnerships, subjects: n, weight: n, sum: sum,
            variance: 4.34 * Double(entry.partnerships), reach: entry.partnerships == 1 ? 4 : nil))
      }
    }
    return FigureComparison(
      key: key, title: title, criteria: 1,
      points: labels.enumerated().map { .init(value: $0 + 1, label: $1) }, isMoving: isMoving,
      rows: rows.make(periods, cells))
  }

  private static let regions: [(place: Place, partnerships: Int)] = [
    ("E12000001", "North East", 1), ("E12000002", "North West", 6),
    ("E12000003", "Yorkshire and The Humber", 4),
    ("E12000004", "East Midlands", 3), ("E12000007", "London", 12),
  ].map { (Place(code: $0.0, name: $0.1, regionCode: $0.0, regionName: $0.1), $0.2) }

  private static let partnerships: [(place: Place, partnerships: Int)] = [
    ("made-up-hills", "E12000004", "East Midlands"), ("made-up-rivers", "E12000004", "East Midlands"),
    ("made-up-shores", "E12000001", "North East"), ("made-up-towers", "E12000007", "London"),
  ].map { (Place(code: $0.0, name: $0.0, regionCode: $0.1, regionName: $0.2), 1) }
}
