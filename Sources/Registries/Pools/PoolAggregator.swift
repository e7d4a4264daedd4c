import Diagnostics
import Profiles
import Sealing

/// One registry's side of its pools: a state machine over signed messages (docs/decisions/0013-blind-pools.md).
///
/// Each step is one transaction that stores its message together with all that follows from it. Asked for again, a
/// step finds its message and does nothing. What state a pool is in follows from the messages alone.
public struct PoolAggregator: Sendable {
  public let store: any PoolStore
  let keys: PoolKeys

  public init(_ store: any PoolStore, keys: PoolKeys) { (self.store, self.keys) = (store, keys) }

  /// This registry as tasks name it.
  public func registry() throws(Failure) -> PoolRegistry {
    let identity = try store.readPools { try $0.identity() }
    return try PoolRegistry(
      title: identity.title, origin: identity.origin, key: keys.signing.verifyingKey, box: keys.box.publicKey)
  }

  /// What is handed to a registry that this one runs pools with.
  public func card() throws(Failure) -> [UInt8] { try PoolCard.file(registry(), key: keys.signing) }

  /// A pool that this registry runs, by its file or the one that the other registry has signed meanwhile.
  ///
  /// - Throws: `refused` where this registry has not opened or accepted it.
  public func pool(_ file: [UInt8]) throws(Failure) -> RunningPool {
    let task = try PoolTask.readAccepted(file)
    let id = try task.id()
    return try store.writePools { rows in
      guard var held = try rows.poolTask(id) else { throw Self.unknown(task) }
      if held.file != file, !((try? PoolTask.read(held.file).isAccepted) ?? false) {
        held.file = file
        try rows.put(held)
      }
      return RunningPool(id: id, task: task, held: held)
    }
  }

  /// How a pool stands.
  public func status(of pool: RunningPool) throws(Failure) -> PoolStatus {
    try store.readPools { try PoolStatus(pool, $0) }
  }

  /// The registry's own messages of a pool, as its outbox should hold them.
  public func outbox(of pool: RunningPool) throws(Failure) -> [PoolMessage] {
    try store.readPools { try $0.poolMessages(of: pool.id, from: pool.held.place) }
  }

  /// Holds a message that was found in the registry's own outbox against its rows: an outbox that knows more than the
  /// store stands beside an old copy.
  ///
  /// - Throws: `refused` by the rule “behind”.
  public func checkOwn(_ bytes: [UInt8], of pool: RunningPool) throws(Failure) {
    let message = try PoolMessage(reading: bytes, of: pool.task, id: pool.id, from: pool.held.place)
    guard try store.readPools({ try $0.poolMessage(message.key) })?.bytes == bytes else {
      throw PoolRule.behind.refusal(
        "This registry's outbox holds a message (\(message.fileName)) that the registry does not remember: it was put "
          + "back from an older copy.",
        help: "Restore the newest backup. A step that was signed once is never signed differently.")
    }
  }

  private static func unknown(_ task: PoolTask) -> Failure {
    PoolRule.notAccepted.refusal(
      "This registry does not run the pool \(task.words).",
      help: "It is opened, or accepted from the other registry, with `waymark pool open`.")
  }
}

/// A pool in the hands of one of its registries.
public struct RunningPool: Sendable, Equatable {
  public let id: Digest
  public let task: PoolTask
  let held: HeldPoolTask

  /// The other registry's place in the task.
  var peer: Int { 1 - held.place }
  /// The other registry.
  public var other: PoolRegistry { task.registries[peer] }

  func key(_ step: PoolMessage.Step, from place: Int) -> PoolMessage.Key {
    PoolMessage.Key(task: id, place: place, step: step, subject: id)
  }

  /// - Throws: `refused` where the pool is frozen.
  func checkIsNotFrozen(_ rows: any PoolReading) throws {
    guard try !rows.poolEvidence(of: id).isEmpty else { return }
    throw PoolRule.frozen.refusal(
      "“\(other.origin)” has signed two different messages for one step of this pool. Both are kept as evidence.",
      help:
        "Nothing of this pool is opened. Tell the partnerships, and ask the other registry how that came about."
    )
  }
}

/// How a pool stands at one of its registries.
public struct PoolStatus: Sendable, Equatable {
  public enum Stage: String, Sendable { case open, closed, shared, frozen }

  public let stage: Stage
  public let contributions: [HeldContribution]
  /// Whether the other registry has closed, and whether its share has come.
  public let otherHasClosed: Bool
  public let otherHasShared: Bool
  public let isPublished: Bool

  init(_ pool: RunningPool, _ rows: any PoolReading) throws {
    let own = pool.held.place
    func has(_ step: PoolMessage.Step, _ place: Int) throws -> Bool {
      try rows.poolMessage(pool.key(step, from: place)) != nil
    }
    stage =
      try !rows.poolEvidence(of: pool.id).isEmpty
      ? .frozen : has(.share, own) ? .shared : has(.list, own) ? .closed : .open
    contributions = try rows.contributions(of: pool.id)
    (otherHasClosed, otherHasShared) = (try has(.list, pool.peer), try has(.share, pool.peer))
    isPublished = try rows.poolTask(pool.id)?.publication != nil
  }

  /// How many contributions there are of a verdict.
  public func count(_ verdict: HeldContribution.Verdict) -> Int {
    contributions.count { $0.verdict == verdict }
  }
}
