import Diagnostics
import Documents
import Frameworks
import Profiles

extension Registry {
  /// Sets partnerships or regions side by side. All of it is read at one moment of the log.
  ///
  /// - Throws: `unavailable` where there is nothing to compare, with what there is.
  public func compare(_ request: ComparisonRequest) throws(Failure) -> ComparisonAnswer {
    try store.read { try Comparison(request, $0).answer() }
  }
}

/// Puts an answer together from the roll-ups.
struct Comparison {
  private let request: ComparisonRequest
  let store: any RegistryReading
  let selection: ComparisonSelection
  private let regions: RegionList

  init(_ request: ComparisonRequest, _ store: any RegistryReading) throws {
    (self.request, self.store) = (request, store)
    selection = try ComparisonSelection(request, store)
    regions = try RegionList.read(from: store)
  }

  func answer() throws -> ComparisonAnswer {
    let held = try store.frameworks(id: request.framework)
    let versions = Set(selection.bases.map(\.basis.version)).sorted()
    let used = held.filter { framework in
      selection.bases.contains { $0.basis.framework == framework.digest }
    }
    // Nothing is read again where all sheets rest on one content.
    let compared = used.count > 1 ? ComparedVersions(used, kind: selection.kind, in: store) : nil
    let outlines = versions.reversed().compactMap { version in held.first { $0.version == version }?.outline }
    return ComparisonAnswer(
      framework: ComparisonAnswer.FrameworkPart(
        id: request.framework, major: selection.major, title: outlines.first?.title ?? request.framework,
        versions: versions.flatMap { version in
          Set(selection.bases.filter { $0.basis.version == version }.map(\.basis.framework)).sorted()
            .map { ComparisonAnswer.FrameworkPart.Version(version: version, digest: $0) }
        }),
      kind: selection.kind, by: request.by, periods: selection.periods,
      figures: try figures(outlines, compared),
      breaks: request.periods == .all ? majorBreaks(held) : [], policies: policies(),
      sheets: selection.bases.reduce(0) { $0 + $1.sheets }, leftOut: selection.leftOut,
      registry: try store.identity().title, log: try Registry.log(store))
  }

  private func policies() -> [ComparisonAnswer.PolicyPart] {
    var parts: [ComparisonAnswer.PolicyPart] = []
    for basis in selection.bases.map(\.basis) where !parts.contains(where: { $0.digest == basis.policy }) {
      parts.append(ComparisonAnswer.PolicyPart(id: basis.policyID, digest: basis.policy))
    }
    return parts.sorted { ($0.id, $0.digest) < ($1.id, $1.digest) }
  }

  private func figures(
    _ outlines: [FrameworkOutline], _ compared: ComparedVersions?
  ) throws -> [FigureComparison] {
    var cells: [FigureKey: [[PlacedEstimate]]] = [:]
    for (index, period) in selection.periods.enumerated() {
      for (key, cell) in try estimates(in: selection.scope(period)) {
        cells[key, default: Array(repeating: [], count: selection.periods.count)][index].append(cell)
      }
    }
    let order = FigureOrder(outlines)
    return cells.keys.sorted(by: order.precedes).map { key in
      let outline = order.outline(of: key)
      let rows = FigureRows(
        key: key, isMoving: outline?.isMoving ?? false, frameworks: selection.frameworks,
        compared: compared, byRegion: request.by == .region)
      return FigureComparison(
        key: key, title: outline?.title ?? key.id, criteria: outline?.criteria ?? 1,
        points: outline?.points ?? [],
        isMoving: outline?.isMoving ?? false, rows: rows.make(selection.periods, cells[key] ?? []))
    }
  }

  private func estimates(in scope: ReleaseScope) throws -> [(FigureKey, PlacedEstimate)] {
    switch request.by {
    case .partnership:
      return try store.figures(in: scope).map { row in
        let place = Place(
          code: row.partnership, name: row.partnership, regionCode: row.region,
          regionName: regions.name(ofCode: row.region))
        return (row.key, PlacedEstimate(place: place, estimate: row.estimate))
      }
    case .region:
      let order = Dictionary(
        regions.regions.enumerated().map { ($1.code.value, $0) }, uniquingKeysWith: { first, _ in first })
      return try store.regionTotals(in: scope)
        .sorted { (order[$0.region] ?? .max, $0.region) < (order[$1.region] ?? .max, $1.region) }
        .map { row in
          let name = regions.name(ofCode: row.region)
          let place = Place(code: row.region, name: name, regionCode: row.region, regionName: name)
          return (row.key, PlacedEstimate(place: place, estimate: row.estimate))
        }
    }
  }
}

/// A figure of one place, before it is held against the others.
struct PlacedEstimate {
  let place: Place
  let estimate: Estimate
}

/// The order of figures: the newest framework's, then what only older versions have.
private struct FigureOrder {
  private var places: [String: (index: Int, outline: FigureOutline)] = [:]

  init(_ outlines: [FrameworkOutline]) {
    for outline in outlines {
      for unit in FigureUnit.allCases {
        for figure in outline.figures(unit) where places[Self.name(unit, figure.id)] == nil {
          places[Self.name(unit, figure.id)] = (places.count, figure)
        }
      }
    }
  }

  func outline(of key: FigureKey) -> FigureOutline? { places[Self.name(key.unit, key.id)]?.outline }

  func precedes(_ left: FigureKey, _ right: FigureKey) -> Bool {
    let (first, second) = (place(of: left), place(of: right))
    return (first, left.id, left.lowest, left.highest) < (second, right.id, right.lowest, right.highest)
  }

  private func place(of key: FigureKey) -> Int { places[Self.name(key.unit, key.id)]?.index ?? .max }

  private static func name(_ unit: FigureUnit, _ id: String) -> String { unit.rawValue + " " + id }
}
