import Frameworks
import Profiles
import Rubrics

/// A partnership's exact figures beside its region's in words, the same on the terminal and on a page.
struct LocalWords {
  let profile: LocalProfile

  init(_ profile: LocalProfile) { self.profile = profile }

  private var framework: Framework { profile.rubric.framework.framework }
  /// "school", "alliance"
  var noun: String { FrameworkWords.subject(framework.subject) }
  func nouns(_ number: Int) -> String { English.count(number, noun) }
  var unit: String {
    profile.rubric.framework.judgedLevel(profile.kind).map { FrameworkWords.level($0, of: framework) }
      ?? "criterion"
  }
  func unitTitle(_ unit: Sheet.Unit) -> String {
    unit == .section ? "Section" : self.unit.prefix(1).uppercased() + self.unit.dropFirst()
  }

  var title: String { "\(profile.partnership) beside its region: \(framework.title)" }
  var eyebrow: String {
    "Private · \(profile.period) · "
      + (profile.kind == .own ? "self-review judgements" : "peer judgements")
      + " · \(profile.rubric.reference)"
  }
  static let privacy = "Exact figures of this partnership: please keep them within it."
  static let mark = "Not for publication. " + privacy

  var summary: String {
    guard profile.subjects > 0 else { return "No agreed review counts yet, so there is nothing to show." }
    let own = "The exact figures of \(English.count(profile.subjects, "agreed review"))"
    guard !profile.compared.isEmpty else { return "\(own). Nothing published is at hand to set beside them." }
    return "\(own), with what is published of the region beside them."
  }

  /// How to read what stands side by side.
  var reading: [String] {
    guard !profile.compared.isEmpty else { return profile.remarks }
    return [
      "Your own mean is exact. A region’s mean carries noise; its interval says where the mean without the noise "
        + "lies in at least 95 of 100 cases. Above or below is said only where your mean lies outside the interval.",
      "Even where nothing differs at all, the noise alone makes about one comparison in 20 look clear.",
      "A region’s figure may hold your own partnership’s judgements, if you published or contributed them.",
      "Your exact mean beside the published one tells others how much noise was drawn. So keep this page to yourselves.",
    ] + profile.remarks
  }

  /// The clear differences, a sentence each.
  var clear: [String] {
    profile.compared.flatMap { figure in
      figure.beside.compactMap { region in
        guard let verdict = figure.verdict(beside: region), verdict != .noClearDifference else { return nil }
        return "\(figure.title): \(own(figure)), \(verdict.words) \(region.place) with \(Self.text(region))."
      }
    }
  }

  var noneClear: String {
    profile.compared.isEmpty ? "" : "Nowhere does your mean lie outside the region’s interval."
  }

  /// "2.75"; why not where there is none.
  func own(_ figure: LocalFigure) -> String {
    figure.mean.map(Self.number) ?? (figure.scale.isOrdered ? "nobody judged" : "no order, no mean")
  }

  /// "2.41 (2.20 to 2.63)"
  static func text(_ region: RegionalFigure) -> String {
    "\(number(region.shown(region.mean))) (\(interval(region)))"
  }

  static func interval(_ region: RegionalFigure) -> String {
    "\(number(region.shown(region.interval.lowerBound))) to \(number(region.shown(region.interval.upperBound)))"
  }

  /// "pool: 9 partnerships, 84 schools"; the place is named where there are several.
  func behind(_ region: RegionalFigure) -> String {
    let places = Set(profile.compared.flatMap { $0.beside.map(\.place) })
    return (places.count > 1 ? "\(region.place), " : "") + (region.source == .pool ? "pool: " : "sheets: ")
      + "\(English.count(region.partnerships, "partnership")), \(nouns(region.subjects))"
  }

  /// "Beside North East", or several.
  var besideTitle: String {
    var places: [String] = []
    for place in profile.compared.flatMap({ $0.beside.map(\.place) }) where !places.contains(place) {
      places.append(place)
    }
    return "Beside \(places.isEmpty ? "the region" : English.list(places))"
  }

  func verdict(_ figure: LocalFigure, _ region: RegionalFigure) -> String {
    figure.verdict(beside: region)?.words ?? "nothing to compare"
  }

  static func number(_ value: Double) -> String { ChartNumber.fixed(value, decimals: 2) }

  // MARK: - Tables

  /// Every figure with a region's beside it, a row each pair.
  func comparisonTable(_ unit: Sheet.Unit, id: String) -> AccessibleTable? {
    let figures = profile.compared.filter { $0.unit == unit }
    guard !figures.isEmpty else { return nil }
    let hasShares = figures.contains { $0.beside.contains { $0.shares != nil } }
    var columns: [AccessibleTable.Column] = [
      .init("Judged", isNumeric: true), .init("Your mean", isNumeric: true), .init("Your median"),
      .init("Region, with interval"), .init("You are"), .init("Behind the region"),
    ]
    if hasShares { columns.append(.init("Region’s shares, %")) }
    return AccessibleTable(
      id: id, caption: "Your exact figures beside the region’s (\(LocalProfile.mark))",
      rowTitle: unitTitle(unit), columns: columns,
      rows: figures.flatMap { figure in
        figure.beside.map { region in
          var cells: [AccessibleTable.Cell] = [
            .figure("\(figure.n)"), .figure(own(figure)), .text(PictureWords.median(figure.spread)),
            .figure(Self.text(region)), .figure(verdict(figure, region)), .text(behind(region)),
          ]
          if hasShares {
            cells.append(
              region.shares.map { .text($0.map(String.init).joined(separator: ", ")) } ?? .missing("–"))
          }
          return .init(figure.title, cells)
        }
      })
  }

  /// The partnership's own distributions, one spread a scale.
  func spreads(_ figures: [LocalFigure]) -> [PictureSpread] {
    var spreads: [PictureSpread] = []
    for figure in figures {
      let row = PictureSpread.Row(name: figure.title, median: figure.spread)
      if let place = spreads.firstIndex(where: { $0.scale == figure.scale }) {
        spreads[place].rows.append(row)
      } else {
        spreads.append(PictureSpread(scale: figure.scale, rows: [row]))
      }
    }
    return spreads
  }
}
