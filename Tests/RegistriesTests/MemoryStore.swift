import Diagnostics
import Documents
import Registries
import Sealing
import Synchronization

/// The simplest store that keeps what ``RegistryStore`` promises: one value, copied for every transaction.
final class MemoryStore: PoolStore {
  private let rows = Mutex(MemoryRows())
  private let writing = Mutex(())

  func read<Value>(_ body: (any RegistryReading) throws -> Value) throws(Failure) -> Value {
    try readPools { try body($0) }
  }

  func write<Value>(_ body: (any RegistryWriting) throws -> Value) throws(Failure) -> Value {
    try writePools { try body($0) }
  }

  func selfCheck() throws(Failure) -> [String] { [] }

  func readPools<Value>(_ body: (any PoolReading) throws -> Value) throws(Failure) -> Value {
    let moment = rows.withLock { $0 }
    return try Self.mapped { try body(MemoryTransaction(moment)) }
  }

  func writePools<Value>(_ body: (any PoolWriting) throws -> Value) throws(Failure) -> Value {
    try Self.mapped {
      try writing.withLock { _ in
        let transaction = MemoryTransaction(rows.withLock { $0 })
        let value = try body(transaction)
        rows.withLock { $0 = transaction.rows }
        return value
      }
    }
  }

  /// Changes rows behind the registry's back.
  func tamper(_ change: (inout MemoryRows) -> Void) { rows.withLock { change(&$0) } }

  private static func mapped<Value>(_ body: () throws -> Value) throws(Failure) -> Value {
    do { return try body() } catch { throw error as? Failure ?? Failure(.unavailable, "\(error)") }
  }
}

struct MemoryRows: Sendable {
  var settings: RegistrySettings?
  /// Policies that came in some other way than the settings allow.
  var policies: [HeldPolicy] = []
  var publishers: [AdmittedPublisher] = []
  var frontier = MerkleFrontier()
  var entries: [LogEntry] = []
  var publications: [UInt64: HeldPublication] = [:]
  var frameworks: [HeldFramework] = []
  var sheets: [HeldSheet] = []
  var pools: [HeldPool] = []
  var running = MemoryPools()
  var figures: [FigureRow] = []
  var totals: [RegionTotal] = []
  var bases: [BasisCount] = []
}

final class MemoryTransaction: RegistryWriting {
  var rows: MemoryRows

  init(_ rows: MemoryRows) { self.rows = rows }

  private func settings() throws -> RegistrySettings {
    guard let settings = rows.settings else { throw Failure(.unavailable, "The store is empty.") }
    return settings
  }

  func identity() throws -> RegistryIdentity { try settings().identity }
  func policies() throws -> [HeldPolicy] { try settings().policies + rows.policies }
  func regions() throws -> [UInt8] { try settings().regions }
  func publishers() -> [AdmittedPublisher] { rows.publishers.sorted { $0.name < $1.name } }
  func publisher(keyName: String) -> AdmittedPublisher? { rows.publishers.first { $0.key.name == keyName } }
  func frontier() -> MerkleFrontier { rows.frontier }
  func entry(at index: UInt64) -> LogEntry? { rows.entries.first { $0.index == index } }
  func entry(hash: Digest) -> LogEntry? { rows.entries.first { $0.hash == hash } }
  func entries(hashPrefix: String) -> [LogEntry] { rows.entries.filter { $0.hash.hex.hasPrefix(hashPrefix) } }
  func entries(from index: UInt64, limit: Int) -> [LogEntry] {
    Array(rows.entries.filter { $0.index >= index }.prefix(limit))
  }
  func lastEntry(ofPublisher keyName: String) -> LogEntry? { rows.entries.last { $0.publisher == keyName } }
  func publication(of entry: UInt64) -> HeldPublication? { rows.publications[entry] }
  func subject(of entry: UInt64) -> String? { rows.publications[entry]?.subject }
  func frameworks(id: String?) -> [HeldFramework] {
    rows.frameworks.filter { id == nil || $0.id == id }.sorted { ($0.id, $0.entry) < ($1.id, $1.entry) }
  }
  func framework(id: String, version: SemanticVersion) -> HeldFramework? {
    rows.frameworks.first { $0.id == id && $0.version == version }
  }
  func sheet(of partnership: String, in scope: ReleaseScope) -> HeldSheet? {
    rows.sheets.first { $0.partnership == partnership && $0.scope == scope }
  }
  func pool(in scope: ReleaseScope, region: String) -> HeldPool? {
    rows.pools.first { $0.scope == scope && $0.region == region }
  }
  func pools(framework: String) -> [HeldPool] {
    rows.pools.filter { $0.scope.framework == framework }.sorted { $0.entry < $1.entry }
  }
  func figure(in scope: ReleaseScope, key: FigureKey, partnership: String) -> FigureRow? {
    rows.figures.first { $0.scope == scope && $0.key == key && $0.partnership == partnership }
  }
  func figures(in scope: ReleaseScope) -> [FigureRow] {
    rows.figures.filter { $0.scope == scope }.sorted {
      Self.precedes($0.key, $0.partnership, $1.key, $1.partnership)
    }
  }
  func regionTotals(in scope: ReleaseScope) -> [RegionTotal] {
    rows.totals.filter { $0.scope == scope }.sorted { Self.precedes($0.key, $0.region, $1.key, $1.region) }
  }
  func regionTotal(in scope: ReleaseScope, key: FigureKey, region: String) -> RegionTotal? {
    rows.totals.first { $0.scope == scope && $0.key == key && $0.region == region }
  }
  func bases(framework: String?) -> [BasisCount] {
    rows.bases.filter { framework == nil || $0.scope.framework == framework }
  }
  func counts() -> RowCounts {
    var counts = RowCounts()
    (counts.entries, counts.publications) = (rows.entries.count, rows.publications.count)
    (counts.frameworks, counts.sheets, counts.figures) = (
      rows.frameworks.count, rows.sheets.count, rows.figures.count
    )
    (counts.regionTotals, counts.bases) = (rows.totals.count, rows.bases.count)
    counts.pools = rows.pools.count
    return counts
  }

  func setUp(_ settings: RegistrySettings) { rows.settings = settings }
  func add(_ publisher: AdmittedPublisher) { rows.publishers.append(publisher) }
  func append(_ entry: LogEntry, _ publication: HeldPublication, frontier: MerkleFrontier) {
    rows.entries.append(entry)
    rows.publications[entry.index] = publication
    rows.frontier = frontier
  }
  func add(_ framework: HeldFramework) { rows.frameworks.append(framework) }
  func add(_ sheet: HeldSheet, figures: [FigureRow]) {
    rows.sheets.append(sheet)
    rows.figures += figures
  }
  func add(_ pool: HeldPool) { rows.pools.append(pool) }
  func put(_ total: RegionTotal) {
    rows.totals.removeAll { $0.scope == total.scope && $0.key == total.key && $0.region == total.region }
    rows.totals.append(total)
  }
  func put(_ count: BasisCount) {
    rows.bases.removeAll { $0.scope == count.scope && $0.basis == count.basis }
    rows.bases.append(count)
  }

  private static func precedes(_ left: FigureKey, _ place: String, _ right: FigureKey, _ other: String)
    -> Bool
  {
    (left.unit.rawValue, left.id, left.lowest, left.highest, place)
      < (right.unit.rawValue, right.id, right.lowest, right.highest, other)
  }
}
