import Diagnostics
import Documents
import Frameworks
import Profiles
import Rubrics
import Sealing

/// What a registry tells of one region on the criteria of a framework that somebody holds.
public struct RegionalReading: Sendable, Equatable {
  public var figures: [RegionalFigure] = []
  /// What it holds and is not set beside, and why, in sentences.
  public var remarks: [String] = []

  public init() {}
}

extension Registry {
  /// What sheets and pools say of the region in one school year. What other versions say stands beside a framework
  /// only where the two can be compared. Where nobody published anything, a remark says so.
  ///
  /// - Parameter region: its code.
  public func regionalFigures(
    for rubric: Rubric, period: Period, kind: ReviewKind, region: String
  ) throws(Failure) -> RegionalReading {
    var reading = try pooled(rubric, period, kind, region)
    do throws(Failure) {
      let sheets = try totals(rubric, period, kind, region)
      reading.figures = sheets.figures + reading.figures
      reading.remarks = sheets.remarks + reading.remarks
    } catch {
      guard error.status == .unavailable else { throw error }
      if reading.figures.isEmpty { reading.remarks.append(error.message) }
    }
    return reading
  }

  /// The opened pool of the region.
  private func pooled(
    _ rubric: Rubric, _ period: Period, _ kind: ReviewKind, _ region: String
  ) throws(Failure) -> RegionalReading {
    let scope = ReleaseScope(framework: rubric.id, major: rubric.version.major, kind: kind, period: period)
    return try store.read { store in
      var reading = RegionalReading()
      let regions = try RegionList.read(from: store)
      guard let held = try store.pool(in: scope, region: region),
        let payload = try store.publication(of: held.entry)?.payload
      else { return reading }
      let pool = try Pool(payload: payload)
      if let reason = pool.reasonApart(from: rubric.digest, period, kind) {
        reading.remarks.append(reason)
      } else {
        reading.figures = pool.regionalFigures(of: regions.name(ofCode: region))
      }
      return reading
    }
  }

  /// The region's totals of sheets.
  private func totals(
    _ rubric: Rubric, _ period: Period, _ kind: ReviewKind, _ region: String
  ) throws(Failure) -> RegionalReading {
    let request = ComparisonRequest(
      framework: rubric.id, major: rubric.version.major, kind: kind, periods: .one(period), by: .region)
    return try store.read { store in
      let answer = try Comparison(request, store).answer()
      let history = RegistryHistory(store: store)
      let others = try store.frameworks(id: rubric.id).filter { held in
        held.digest != rubric.digest && answer.framework.versions.contains { $0.digest == held.digest }
      }
      let between = others.compactMap { held in
        history.framework(held).map {
          Comparability.between($0, rubric.framework, history: history)
        }
      }
      var reading = RegionalReading()
      for figure in answer.figures {
        guard let row = figure.rows.first(where: { $0.place.code == region }) else { continue }
        if let refusal = Self.refusal(figure.key, row, between, kind) {
          reading.remarks.append("\(figure.title): \(refusal)")
        } else {
          reading.figures.append(
            RegionalFigure(
              unit: figure.key.unit == .section ? .section : .criterion, id: figure.key.id,
              points: figure.key.lowest...max(figure.key.lowest, figure.key.highest), place: row.place.name,
              source: .sheets, partnerships: row.partnerships, subjects: row.n, mean: row.mean,
              interval: row.interval))
        }
      }
      if reading.figures.isEmpty, reading.remarks.isEmpty {
        reading.remarks.append("No partnership of this region has published a sheet for \(period) there.")
      }
      return reading
    }
  }

  /// Why a figure cannot stand beside the framework's own; `nil` where it can.
  private static func refusal(
    _ key: FigureKey, _ row: PlaceRow, _ between: [Comparability], _ kind: ReviewKind
  ) -> String? {
    if row.cautions.contains(.versionsApart) { return Caution.versionsApart.words }
    for comparability in between {
      let allowance =
        key.unit == .section
        ? comparability.allowsSection(key.id, by: kind) : comparability.allows(.mean, at: key.id, by: kind)
      if case .refused(let refusal) = allowance { return refusal.words }
      if key.unit == .criterion, comparability.pair(to: key.id)?.from != [key.id] {
        return "Not comparable: another criterion had this path before."
      }
    }
    return nil
  }
}
