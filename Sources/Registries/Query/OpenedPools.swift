import Diagnostics
import Documents
import Frameworks
import Profiles
import Sealing

/// The opened pools behind an answer, read from their publications.
struct OpenedPools {
  private let pools: [Pool]

  /// What was erased is passed over.
  init(_ held: [HeldPool], in store: any RegistryReading) throws {
    pools = try held.compactMap { held in
      try store.publication(of: held.entry).map { try Pool(payload: $0.payload) }
    }
  }

  var count: Int { pools.count }
  var frameworks: Set<Digest> { Set(pools.map(\.task.framework.digest)) }
  var policies: [Sheet.PolicyName] { pools.map(\.task.policy) }

  func frameworks(in period: Period) -> Set<Digest> {
    Set(pools.filter { $0.task.period == period }.map(\.task.framework.digest))
  }

  /// What one region's pool says of one criterion.
  struct Told {
    let key: FigureKey
    let region: String
    let estimate: Estimate
  }

  func estimates(in period: Period) -> [Told] {
    pools.filter { $0.task.period == period }.flatMap { pool in
      pool.figures.compactMap { figure in
        guard let lowest = figure.points.min(), let highest = figure.points.max() else { return nil }
        return Told(
          key: FigureKey(unit: .criterion, id: figure.id, lowest: lowest, highest: highest),
          region: pool.task.region, estimate: figure.estimate)
      }
    }
  }
}

extension Registry {
  /// Opened pools that the registry holds, in the order of its regions.
  ///
  /// - Parameters:
  ///   - major: of the framework; without it, the newest with pools.
  ///   - period: without it, the latest with pools.
  ///   - kind: without it, the peers' where there are any.
  ///   - codes: regions; without any, all.
  /// - Throws: `unavailable` where there is none, or a region has none.
  public func pools(
    of framework: String, major: Int? = nil, period: Period? = nil, kind: ReviewKind? = nil,
    regions codes: [String] = []
  ) throws(Failure) -> [Pool] {
    try store.read { store in
      var held = try store.pools(framework: framework)
      func keep<Key: Comparable>(_ wanted: Key?, _ key: (ReleaseScope) -> Key) {
        let chosen = wanted ?? held.map { key($0.scope) }.max()
        held.removeAll { key($0.scope) != chosen }
      }
      keep(major, \.major)
      keep(kind, \.kind)
      keep(period, \.period)
      let missing = codes.filter { code in !held.contains { $0.region == code } }
      guard !held.isEmpty, missing.isEmpty else {
        throw Failure(
          .unavailable,
          missing.isEmpty || held.isEmpty
            ? "This registry holds no such pool of “\(framework)”."
            : "This registry holds no pool of “\(framework)” for \(missing.joined(separator: ", ")).",
          help: held.isEmpty
            ? "`waymark registry list` shows what it holds."
            : "It holds those of: \(held.map(\.region).sorted().joined(separator: ", ")).")
      }
      let list = try RegionList.read(from: store).regions.map(\.code.value)
      let wanted = held.filter { codes.isEmpty || codes.contains($0.region) }.sorted {
        (list.firstIndex(of: $0.region) ?? .max, $0.region)
          < (list.firstIndex(of: $1.region) ?? .max, $1.region)
      }
      return try wanted.compactMap { held in
        try store.publication(of: held.entry).map { try Pool(payload: $0.payload) }
      }
    }
  }
}
