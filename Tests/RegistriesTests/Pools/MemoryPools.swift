import Diagnostics
import Profiles
import Registries
import Sealing

/// What a memory store keeps of the pools that its registry runs.
struct MemoryPools: Sendable, Equatable {
  var tasks: [HeldPoolTask] = []
  var contributions: [HeldContribution] = []
  var ledger: [PoolLedgerEntry] = []
  var messages: [PoolMessage] = []
  var evidence: [PoolMessage] = []
}

extension MemoryTransaction: PoolWriting {
  func poolTasks() -> [HeldPoolTask] { rows.running.tasks.sorted { $0.id < $1.id } }
  func poolTask(_ id: Digest) -> HeldPoolTask? { rows.running.tasks.first { $0.id == id } }
  func poolTask(in scope: ReleaseScope, region: String) -> HeldPoolTask? {
    rows.running.tasks.first { $0.scope == scope && $0.region == region }
  }
  func contributions(of task: Digest) -> [HeldContribution] {
    rows.running.contributions.filter { $0.task == task }.sorted { $0.id < $1.id }
  }
  func contribution(_ id: Digest, of task: Digest) -> HeldContribution? {
    rows.running.contributions.first { $0.task == task && $0.id == id }
  }
  func contribution(by partnership: String, of task: Digest) -> HeldContribution? {
    rows.running.contributions.first { $0.task == task && $0.partnership == partnership }
  }
  func poolLedger(of partnership: String, in scope: ReleaseScope) -> [PoolLedgerEntry] {
    rows.running.ledger.filter { $0.partnership == partnership && $0.scope == scope }
      .sorted { $0.criterion < $1.criterion }
  }
  func poolMessages(of task: Digest, from place: Int) -> [PoolMessage] {
    rows.running.messages.filter { $0.key.task == task && $0.key.place == place }.sorted {
      ($0.key.step.rawValue, $0.key.subject) < ($1.key.step.rawValue, $1.key.subject)
    }
  }
  func poolMessage(_ key: PoolMessage.Key) -> PoolMessage? {
    rows.running.messages.first { $0.key == key }
  }
  func poolEvidence(of task: Digest) -> [PoolMessage] {
    rows.running.evidence.filter { $0.key.task == task }
  }

  func add(_ task: HeldPoolTask) throws {
    try Self.checkIsNew(rows.running.tasks) {
      $0.id == task.id || ($0.scope == task.scope && $0.region == task.region)
    }
    rows.running.tasks.append(task)
  }
  func put(_ task: HeldPoolTask) {
    rows.running.tasks.removeAll { $0.id == task.id }
    rows.running.tasks.append(task)
  }
  func add(_ contribution: HeldContribution) throws {
    try Self.checkIsNew(rows.running.contributions) {
      $0.task == contribution.task
        && ($0.id == contribution.id || $0.partnership == contribution.partnership)
    }
    rows.running.contributions.append(contribution)
  }
  func put(_ contribution: HeldContribution) {
    rows.running.contributions.removeAll { $0.id == contribution.id && $0.task == contribution.task }
    rows.running.contributions.append(contribution)
  }
  func add(_ entry: PoolLedgerEntry) throws {
    try Self.checkIsNew(rows.running.ledger) {
      $0.partnership == entry.partnership && $0.scope == entry.scope && $0.criterion == entry.criterion
    }
    rows.running.ledger.append(entry)
  }
  func add(_ message: PoolMessage) throws {
    try Self.checkIsNew(rows.running.messages) { $0.key == message.key }
    rows.running.messages.append(message)
  }
  func addEvidence(_ message: PoolMessage) throws {
    try Self.checkIsNew(rows.running.evidence) { $0 == message }
    rows.running.evidence.append(message)
  }

  private static func checkIsNew<Row>(_ rows: [Row], _ isSame: (Row) -> Bool) throws {
    guard !rows.contains(where: isSame) else { throw Failure(.badData, "There is such a row already.") }
  }
}
