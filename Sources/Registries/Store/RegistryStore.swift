import Diagnostics
import Documents
import Sealing

/// Where a registry keeps what it holds.
///
/// A store keeps rows and hands them back; what may be kept is decided by ``Registry``. Every store passes
/// one contract suite. What it promises:
/// - `read` shows one moment: nothing that others write meanwhile.
/// - `write` is all or nothing, and lasts once it has returned. No two run at once, also not in two
///   processes, so what a body reads still holds when it writes: that is the compare-and-swap of a log's
///   head.
/// - A body that throws a `Failure` ends in exactly that `Failure`, with nothing written. What the store
///   itself runs into becomes `unavailable` (busy), `cannotWrite` (full, read-only) or `badData` (damaged).
public protocol RegistryStore: Sendable {
  func read<Value>(_ body: (any RegistryReading) throws -> Value) throws(Failure) -> Value
  func write<Value>(_ body: (any RegistryWriting) throws -> Value) throws(Failure) -> Value
  /// What the store finds wrong with its own files, beyond what its rows say; one plain sentence each.
  func selfCheck() throws(Failure) -> [String]
}

/// What can be asked of a store within one moment.
public protocol RegistryReading {
  func identity() throws -> RegistryIdentity
  /// The policies, the least one first.
  func policies() throws -> [HeldPolicy]
  /// The file with the regions.
  func regions() throws -> [UInt8]

  /// By name.
  func publishers() throws -> [AdmittedPublisher]
  func publisher(keyName: String) throws -> AdmittedPublisher?

  /// The right edge of the log's Merkle tree.
  func frontier() throws -> MerkleFrontier
  func entry(at index: UInt64) throws -> LogEntry?
  func entry(hash: Digest) throws -> LogEntry?
  /// The entries whose hash starts with these lower-case hex digits; a few at most.
  func entries(hashPrefix: String) throws -> [LogEntry]
  /// The first `limit` entries from an index on, in order.
  func entries(from index: UInt64, limit: Int) throws -> [LogEntry]
  /// The entry with the highest sequence number of a publisher's key.
  func lastEntry(ofPublisher keyName: String) throws -> LogEntry?
  /// What stands behind an entry; `nil` where it was erased.
  func publication(of entry: UInt64) throws -> HeldPublication?
  /// What stands behind an entry, in a few words; `nil` where it was erased.
  func subject(of entry: UInt64) throws -> String?

  /// Every version of a framework, or of all for `nil`: by id, and then in the order of arrival.
  func frameworks(id: String?) throws -> [HeldFramework]
  func framework(id: String, version: SemanticVersion) throws -> HeldFramework?

  func sheet(of partnership: String, in scope: ReleaseScope) throws -> HeldSheet?
  /// A region's opened pool.
  func pool(in scope: ReleaseScope, region: String) throws -> HeldPool?
  /// All of a framework's, in the order of arrival.
  func pools(framework: String) throws -> [HeldPool]
  func figure(in scope: ReleaseScope, key: FigureKey, partnership: String) throws -> FigureRow?

  /// What a framework's sheets rest on, over all scopes; of all frameworks for `nil`. In no order.
  func bases(framework: String?) throws -> [BasisCount]
  /// Every partnership's figures in a scope: by unit, id, lowest, highest, and then partnership.
  func figures(in scope: ReleaseScope) throws -> [FigureRow]
  /// Every region's figures in a scope: by unit, id, lowest, highest, and then region.
  func regionTotals(in scope: ReleaseScope) throws -> [RegionTotal]
  func regionTotal(in scope: ReleaseScope, key: FigureKey, region: String) throws -> RegionTotal?
  /// How many rows there are of each kind, for verification.
  func counts() throws -> RowCounts
}

/// What can be done to a store within one transaction.
public protocol RegistryWriting: RegistryReading {
  /// Once, in an empty store.
  func setUp(_ settings: RegistrySettings) throws
  func add(_ publisher: AdmittedPublisher) throws
  /// Adds the log's next entry with what stands behind it, and the edge of the tree that has it.
  func append(_ entry: LogEntry, _ publication: HeldPublication, frontier: MerkleFrontier) throws
  func add(_ framework: HeldFramework) throws
  func add(_ sheet: HeldSheet, figures: [FigureRow]) throws
  func add(_ pool: HeldPool) throws
  /// Adds or replaces.
  func put(_ total: RegionTotal) throws
  /// Adds or replaces.
  func put(_ count: BasisCount) throws
}

/// What stands behind an entry of the log.
public struct HeldPublication: Sendable, Equatable {
  public let salt: [UInt8]
  public let payload: [UInt8]
  /// What it is, in a few words: `emtss@1.0.0`.
  public let subject: String

  public init(salt: [UInt8], payload: [UInt8], subject: String) {
    (self.salt, self.payload, self.subject) = (salt, payload, subject)
  }
}

/// How many rows a store has of each kind.
public struct RowCounts: Sendable, Equatable {
  public var entries = 0
  public var publications = 0
  public var frameworks = 0
  public var sheets = 0
  public var pools = 0
  public var figures = 0
  public var regionTotals = 0
  public var bases = 0

  public init() {}
}
