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

/// Puts an answer together from the roll-ups, and from the pools that were opened.
struct Comparison {
  private let request: ComparisonRequest
  let store: any RegistryReading
  let selection: ComparisonSelection
  private let pools: OpenedPools
  private let regions: RegionList

  init(_ request: ComparisonRequest, _ store: any RegistryReading) throws {
    (self.request, self.store) = (request, store)
    selection = try ComparisonSelection(request, store)
    pools = try OpenedPools(selection.pools, in: store)
    regions = try RegionList.read(from: store)
  }

  func answer() throws -> ComparisonAnswer {
    let held = try store.frameworks(id: request.framework)
    let digests = Set(selection.bases.map(\.basis.framework)).union(pools.frameworks)
    let used = held.filter { digests.contains($0.digest) }
    let versions = used.sorted { ($0.version, $0.digest) < ($1.version, $1.digest) }
    // Nothing is read again where all figures rest on one content.
    let compared = used.count > 1 ? ComparedVersions(used, kind: selection.kind, in: store) : nil
    let outlines = versions.reversed().map(\.outline)
    return ComparisonAnswer(
      framework: ComparisonAnswer.FrameworkPart(
        id: request.framework, major: selection.major, title: outlines.first?.title ?? request.framework,
        versions: versions.map {
          ComparisonAnswer.FrameworkPart.Version(version: $0.version, digest: $0.digest)
        }),
      kind: selection.kind, by: request.by, periods: selection.periods,
      figures: try figures(outlines, compared),
      breaks: request.periods == .all ? majorBreaks(held) : [], policies: policies(),
      sheets: selection.bases.reduce(0) { $0 + $1.sheets }, pools: pools.count, leftOut: selection.leftOut,
      registry: try store.identity().title, log: try Registry.log(store))
  }

  private func policies() -> [ComparisonAnswer.PolicyPart] {
    var parts: [ComparisonAnswer.PolicyPart] = []
    let all =
      selection.bases.map { ComparisonAnswer.PolicyPart(id: $0.basis.policyID, digest: $0.basis.policy) }
      + pools.policies.map { ComparisonAnswer.PolicyPart(id: $0.id, digest: $0.digest) }
    for part in all where !parts.contains(where: { $0.digest == part.digest }) { parts.append(part) }
    return parts.sorted { ($0.id, $0.digest) < ($1.id, $1.digest) }
  }

  private func figures(
    _ outlines: [FrameworkOutline], _ compared: ComparedVersions?
  ) throws -> [FigureComparison] {
    var cells: [FigureKey: (sheets: [[PlacedEstimate]], pools: [[PlacedEstimate]])] = [:]
    let none: [[PlacedEstimate]] = Array(repeating: [], count: selection.periods.count)
    for (index, period) in selection.periods.enumerated() {
      for (key, cell) in try estimates(in: selection.scope(period)) {
        cells[key, default: (none, none)].sheets[index].append(cell)
      }
      for told in sorted(pools.estimates(in: period), by: \.region) {
        cells[told.key, default: (none, none)].pools[index].append(
          PlacedEstimate(place: place(ofRegion: told.region), estimate: told.estimate))
      }
    }
    let order = FigureOrder(outlines)
    return cells.keys.sorted(by: order.precedes).map { key in
      let outline = order.outline(of: key)
      let cells = cells[key] ?? (none, none)
      var rows = FigureRows(
        key: key, isMoving: outline?.isMoving ?? false, frameworks: selection.frameworks,
        compared: compared, byRegion: request.by == .region)
      var figure = FigureComparison(
        key: key, title: outline?.title ?? key.id, criteria: outline?.criteria ?? 1,
        points: outline?.points ?? [],
        isMoving: outline?.isMoving ?? false, rows: rows.make(selection.periods, cells.sheets))
      rows.frameworks = selection.periods.map(pools.frameworks(in:))
      rows.source = .pool
      figure.pools = rows.make(selection.periods, cells.pools)
      figure.together = rows.together(selection.periods, cells.pools)
      return figure
    }
  }

  /// In the order in which the registry shows its regions.
  private func sorted<Element>(_ elements: [Element], by code: (Element) -> String) -> [Element] {
    let order = Dictionary(
      regions.regions.enumerated().map { ($1.code.value, $0) }, uniquingKeysWith: { first, _ in first })
    return elements.sorted {
      (order[code($0)] ?? .max, code($0)) < (order[code($1)] ?? .max, code($1))
    }
  }

  private func place(ofRegion code: String) -> Place {
    let name = regions.name(ofCode: code)
    return Place(code: code, name: name, regionCode: code, regionName: name)
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
      return sorted(try store.regionTotals(in: scope), by: \.region).map { row in
        (row.key, PlacedEstimate(place: place(ofRegion: row.region), estimate: row.estimate))
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
