import Diagnostics
import Profiles
import Sealing

/// A store that also keeps what pools need: tasks, contributions, the ledger and signed messages, in the same transactions
/// as the registry's own rows.
public protocol PoolStore: RegistryStore {
  func readPools<Value>(_ body: (any PoolReading) throws -> Value) throws(Failure) -> Value
  func writePools<Value>(_ body: (any PoolWriting) throws -> Value) throws(Failure) -> Value
}

/// What can be asked of a store about pools within one moment.
public protocol PoolReading: RegistryReading {
  /// By id.
  func poolTasks() throws -> [HeldPoolTask]
  func poolTask(_ id: Digest) throws -> HeldPoolTask?
  func poolTask(in scope: ReleaseScope, region: String) throws -> HeldPoolTask?
  /// By id.
  func contributions(of task: Digest) throws -> [HeldContribution]
  func contribution(_ id: Digest, of task: Digest) throws -> HeldContribution?
  /// A partnership has one in a pool.
  func contribution(by partnership: String, of task: Digest) throws -> HeldContribution?
  /// What a partnership gave to pools of a scope, by criterion.
  func poolLedger(of partnership: String, in scope: ReleaseScope) throws -> [PoolLedgerEntry]
  /// One registry's messages, by step and subject.
  func poolMessages(of task: Digest, from place: Int) throws -> [PoolMessage]
  func poolMessage(_ key: PoolMessage.Key) throws -> PoolMessage?
  /// Messages that contradict others.
  func poolEvidence(of task: Digest) throws -> [PoolMessage]
}

/// What can be done to pools within one transaction.
public protocol PoolWriting: PoolReading, RegistryWriting {
  func add(_ task: HeldPoolTask) throws
  /// Replaces the task's file or publication.
  func put(_ task: HeldPoolTask) throws
  func add(_ contribution: HeldContribution) throws
  /// Replaces the verdict and what is secret.
  func put(_ contribution: HeldContribution) throws
  /// Rows are never changed or removed.
  func add(_ entry: PoolLedgerEntry) throws
  func add(_ message: PoolMessage) throws
  func addEvidence(_ message: PoolMessage) throws
}

/// A pool that a registry runs.
public struct HeldPoolTask: Sendable, Equatable {
  public let id: Digest
  public let scope: ReleaseScope
  public let region: String
  /// Whether this registry opened it (0) or stands beside (1).
  public let place: Int
  /// What proofs are checked with; a secret of both registries.
  public let verifyKey: [UInt8]
  /// The signed task, as far as it is signed.
  public var file: [UInt8]
  /// The opened pool's publication, once one was made here.
  public var publication: [UInt8]?

  public init(
    id: Digest, scope: ReleaseScope, region: String, place: Int, verifyKey: [UInt8], file: [UInt8],
    publication: [UInt8]? = nil
  ) {
    (self.id, self.scope, self.region, self.place) = (id, scope, region, place)
    (self.verifyKey, self.file, self.publication) = (verifyKey, file, publication)
  }
}

/// A contribution that a registry has taken.
public struct HeldContribution: Sendable, Equatable {
  public let id: Digest
  public let task: Digest
  /// The slug.
  public let partnership: String
  /// Criterion by criterion.
  public let declared: [Int]
  public var verdict: Verdict
  /// The registry's own share, and what it needs to check it; empty once it is no longer needed.
  public var secret: [UInt8]

  public init(
    id: Digest, task: Digest, partnership: String, declared: [Int], verdict: Verdict, secret: [UInt8]
  ) {
    (self.id, self.task, self.partnership) = (id, task, partnership)
    (self.declared, self.verdict, self.secret) = (declared, verdict, secret)
  }

  public enum Verdict: Sendable, Equatable, Hashable {
    /// Waiting for the peer's check.
    case taken
    case sound
    case refused(PoolRule)
    case counted
    case leftOut

    public var word: String {
      switch self {
      case .taken: "taken"
      case .sound: "sound"
      case .refused(let rule): rule.rawValue
      case .counted: "counted"
      case .leftOut: "left-out"
      }
    }

    public init?(word: String) {
      switch word {
      case "taken": self = .taken
      case "sound": self = .sound
      case "counted": self = .counted
      case "left-out": self = .leftOut
      default:
        guard let rule = PoolRule(rawValue: word) else { return nil }
        self = .refused(rule)
      }
    }
  }
}

/// That a partnership's judgements on one criterion went into a contribution. There is one such row for a partnership,
/// framework major, school year, kind of review and criterion, for ever.
public struct PoolLedgerEntry: Sendable, Hashable {
  public let partnership: String
  public let scope: ReleaseScope
  /// The criterion's path.
  public let criterion: String
  public let contribution: Digest
  public let task: Digest

  public init(
    partnership: String, scope: ReleaseScope, criterion: String, contribution: Digest, task: Digest
  ) {
    (self.partnership, self.scope, self.criterion) = (partnership, scope, criterion)
    (self.contribution, self.task) = (contribution, task)
  }
}

/// A signed message of one step of a pool, exactly as it was signed.
public struct PoolMessage: Sendable, Hashable {
  public let key: Key
  public let bytes: [UInt8]

  public init(_ key: Key, _ bytes: [UInt8]) { (self.key, self.bytes) = (key, bytes) }

  /// What a registry signs one message for.
  public struct Key: Sendable, Hashable {
    public let task: Digest
    /// Which of the task's registries signed.
    public let place: Int
    public let step: Step
    /// The contribution that is checked; else the task.
    public let subject: Digest

    public init(task: Digest, place: Int, step: Step, subject: Digest) {
      (self.task, self.place, self.step, self.subject) = (task, place, step, subject)
    }
  }

  public enum Step: String, Sendable, CaseIterable {
    case check, list, share
  }

  /// Its name in an outbox.
  public var fileName: String { "\(key.step.rawValue)-\(key.subject.hex.prefix(32)).note" }
}

/// A registry's keys for pools. They belong into no backup.
public struct PoolKeys: Sendable {
  public let signing: SigningKey
  public let box: BoxKey

  public init(signing: SigningKey, box: BoxKey) { (self.signing, self.box) = (signing, box) }

  /// New ones.
  public init(origin: String) throws(Failure) {
    do {
      let name = PoolRegistry.keyName(origin)
      self.init(signing: try SigningKey(name: name), box: try BoxKey(name: name))
    } catch {
      throw Failure(.badData, "No keys can be made for “\(origin)”. \(error)")
    }
  }
}
