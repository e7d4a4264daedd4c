import Diagnostics
import Foundation
import GRDB
import Profiles
import Registries
import Sealing

extension SQLiteRegistryStore: PoolStore {
  public func readPools<Value>(_ body: (any PoolReading) throws -> Value) throws(Failure) -> Value {
    do {
      return try pool.read { try body(SQLiteRows(database: $0)) }
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  public func writePools<Value>(_ body: (any PoolWriting) throws -> Value) throws(Failure) -> Value {
    do {
      return try pool.write { try body(SQLiteRows(database: $0)) }
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }
}

extension SQLiteRows: PoolReading {
  func poolTasks() throws -> [HeldPoolTask] {
    try all("SELECT * FROM pool_task ORDER BY id").map { try $0.poolTask() }
  }

  func poolTask(_ id: Digest) throws -> HeldPoolTask? {
    try one("SELECT * FROM pool_task WHERE id = ?", [id.blob])?.poolTask()
  }

  func poolTask(in scope: ReleaseScope, region: String) throws -> HeldPoolTask? {
    try one(
      "SELECT * FROM pool_task WHERE \(Self.inScope) AND region = ?", scope.columns + [region])?.poolTask()
  }

  func contributions(of task: Digest) throws -> [HeldContribution] {
    try all(Self.contributionsOfTask, [task.blob]).map { try $0.contribution() }
  }

  func contribution(_ id: Digest, of task: Digest) throws -> HeldContribution? {
    try one("SELECT * FROM pool_contribution WHERE task = ? AND id = ?", [task.blob, id.blob])?
      .contribution()
  }

  func contribution(by partnership: String, of task: Digest) throws -> HeldContribution? {
    try one(Self.contributionOfPartnership, [task.blob, partnership])?.contribution()
  }

  func poolLedger(of partnership: String, in scope: ReleaseScope) throws -> [PoolLedgerEntry] {
    try all(Self.ledgerOfPartnership, [partnership] + scope.columns).map { row in
      PoolLedgerEntry(
        partnership: try row.text("partnership"), scope: try row.scope(),
        criterion: try row.text("criterion"), contribution: try row.digest("contribution"),
        task: try row.digest("task"))
    }
  }

  func poolMessages(of task: Digest, from place: Int) throws -> [PoolMessage] {
    try all(Self.messagesOfTask, [task.blob, place]).map { try $0.poolMessage() }
  }

  func poolMessage(_ key: PoolMessage.Key) throws -> PoolMessage? {
    try one(
      "SELECT * FROM pool_message WHERE task = ? AND place = ? AND step = ? AND subject = ?",
      [key.task.blob, key.place, key.step.rawValue, key.subject.blob])?.poolMessage()
  }

  func poolEvidence(of task: Digest) throws -> [PoolMessage] {
    try all("SELECT * FROM pool_evidence WHERE task = ? ORDER BY rowid", [task.blob])
      .map { try $0.poolMessage() }
  }

  static let contributionsOfTask = "SELECT * FROM pool_contribution WHERE task = ? ORDER BY id"
  static let contributionOfPartnership =
    "SELECT * FROM pool_contribution WHERE task = ? AND partnership = ?"
  static let messagesOfTask =
    "SELECT * FROM pool_message WHERE task = ? AND place = ? ORDER BY step, subject"
  static let ledgerOfPartnership =
    "SELECT * FROM pool_ledger WHERE partnership = ? AND \(inScope) ORDER BY criterion"
}

extension SQLiteRows: PoolWriting {
  func add(_ task: HeldPoolTask) throws {
    try run(
      "INSERT INTO pool_task (id, framework, major, kind, period, region, place, verify_key, file, publication) "
        + "VALUES (\(marks(10)))",
      [task.id.blob] + task.scope.columns
        + [task.region, task.place, Data(task.verifyKey), Data(task.file), task.publication.map { Data($0) }])
  }

  func put(_ task: HeldPoolTask) throws {
    try run(
      "UPDATE pool_task SET file = ?, publication = ? WHERE id = ?",
      [Data(task.file), task.publication.map { Data($0) }, task.id.blob])
  }

  func add(_ contribution: HeldContribution) throws {
    try run(
      "INSERT INTO pool_contribution (task, id, partnership, declared, verdict, secret) VALUES (\(marks(6)))",
      [
        contribution.task.blob, contribution.id.blob, contribution.partnership,
        contribution.declared.map(String.init).joined(separator: " "), contribution.verdict.word,
        Data(contribution.secret),
      ])
  }

  func put(_ contribution: HeldContribution) throws {
    try run(
      "UPDATE pool_contribution SET verdict = ?, secret = ? WHERE task = ? AND id = ?",
      [
        contribution.verdict.word, Data(contribution.secret), contribution.task.blob, contribution.id.blob,
      ])
  }

  func add(_ entry: PoolLedgerEntry) throws {
    try run(
      "INSERT INTO pool_ledger (partnership, framework, major, kind, period, criterion, contribution, task) "
        + "VALUES (\(marks(8)))",
      [entry.partnership] + entry.scope.columns
        + [entry.criterion, entry.contribution.blob, entry.task.blob])
  }

  func add(_ message: PoolMessage) throws { try insert(message, into: "pool_message") }

  func addEvidence(_ message: PoolMessage) throws { try insert(message, into: "pool_evidence") }

  private func insert(_ message: PoolMessage, into table: String) throws {
    try run(
      "INSERT INTO \(table) (task, place, step, subject, bytes) VALUES (\(marks(5)))",
      [
        message.key.task.blob, message.key.place, message.key.step.rawValue, message.key.subject.blob,
        Data(message.bytes),
      ])
  }
}

extension Row {
  func pool() throws(Failure) -> HeldPool {
    HeldPool(
      scope: try scope(), region: try text("region"), task: try digest("task"),
      partnerships: try int("partnerships"), entry: try index("entry"))
  }

  func poolTask() throws(Failure) -> HeldPoolTask {
    HeldPoolTask(
      id: try digest("id"), scope: try scope(), region: try text("region"), place: try int("place"),
      verifyKey: try blob("verify_key"), file: try blob("file"), publication: try optionalBlob("publication"))
  }

  func contribution() throws(Failure) -> HeldContribution {
    let numbers = try text("declared").split(separator: " ", omittingEmptySubsequences: false)
    let declared = numbers.compactMap { Int($0) }
    guard declared.count == numbers.count else { throw SQLiteFailures.damaged("“declared”") }
    return HeldContribution(
      id: try digest("id"), task: try digest("task"), partnership: try text("partnership"),
      declared: declared, verdict: try value("verdict") { HeldContribution.Verdict(word: $0) },
      secret: try blob("secret"))
  }

  func poolMessage() throws(Failure) -> PoolMessage {
    PoolMessage(
      PoolMessage.Key(
        task: try digest("task"), place: try int("place"),
        step: try value("step") { PoolMessage.Step(rawValue: $0) }, subject: try digest("subject")),
      try blob("bytes"))
  }
}
