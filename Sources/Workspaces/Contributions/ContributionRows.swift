import Frameworks
import GRDB
import Sealing

/// The tables of contributions.
enum ContributionRows {
  private static let table = """
    SELECT contribution.*, fixing.detail AS fixing, cancelling.at AS cancelled_at, handing.at AS handed_over_at
    FROM contribution JOIN audit AS fixing ON fixing.sequence = contribution.recorded
      LEFT JOIN audit AS cancelling ON cancelling.sequence = contribution.cancelled
      LEFT JOIN audit AS handing ON handing.sequence = contribution.handed_over
    """

  static func all(_ db: Database) throws -> [Contribution] {
    let workspace = try Partnership.read(db).workspace
    return try Row.fetchAll(db.cachedStatement(sql: "\(table) ORDER BY framework, major, period, kind"))
      .map { try contribution($0, workspace, db) }
  }

  static func find(_ identity: ReleaseIdentity, _ db: Database) throws -> Contribution? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "\(table) WHERE framework = ? AND major = ? AND period = ? AND kind = ?"),
      arguments: ReleaseRows.key(identity))
    return try row.map { try contribution($0, identity.workspace, db) }
  }

  static func find(task: Digest, _ db: Database) throws -> Contribution? {
    let workspace = try Partnership.read(db).workspace
    return try Row.fetchOne(db.cachedStatement(sql: "\(table) WHERE task = ?"), arguments: [task.description])
      .map { try contribution($0, workspace, db) }
  }

  static func insert(
    _ contribution: Contribution, spending spends: [Cohort.Spend], _ recorder: inout Recorder
  ) throws {
    let identity = contribution.identity
    let id =
      try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM contribution")) ?? 0) + 1
    let sequence = try recorder.record(
      .contributionFixed, AuditWords.contributed(identity, schools: contribution.cohort.count),
      [
        "contribution": .int(id), "task": .string(contribution.task.description),
        "framework": .string(identity.framework), "version": .string(contribution.version.description),
        "frameworkDigest": .string(contribution.frameworkDigest.description),
        "period": .string(identity.period.description), "kind": .string(identity.kind.rawValue),
        "on": .string(contribution.fixedOn.description),
        "payload": .string(Digest(of: contribution.payload).description),
        "cohort": .array(
          contribution.cohort.map { ["member": .string($0.member), "review": .int($0.review)] }),
        "leftOut": .array(contribution.leftOut.map(\.json)),
      ])
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO contribution (framework, major, period, kind, id, task, version, pinned, fixed_on, payload,
          recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: ReleaseRows.key(identity) + [
        id, contribution.task.description, contribution.version.description,
        contribution.frameworkDigest.description, contribution.fixedOn.description,
        Blob.of(contribution.payload), sequence,
      ])
    for row in contribution.cohort {
      try recorder.db.cachedStatement(
        sql: "INSERT INTO contributor (contribution, member, review) VALUES (?, ?, ?)"
      ).execute(arguments: [id, row.member, row.review])
    }
    try LedgerRows.spend(
      spends, identity, .pool, on: contribution.fixedOn, for: .contribution(id), &recorder)
  }

  static func handOver(_ contribution: Contribution, _ recorder: inout Recorder) throws {
    let sequence = try recorder.record(
      .contributionHandedOver, AuditWords.handedOver(contribution.identity),
      ["task": .string(contribution.task.description)])
    try recorder.db.cachedStatement(sql: "UPDATE contribution SET handed_over = ? WHERE task = ?").execute(
      arguments: [sequence, contribution.task.description])
  }

  private static func contribution(_ row: Row, _ workspace: String, _ db: Database) throws -> Contribution {
    let cohort = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT member, review FROM contributor WHERE contribution = ? ORDER BY member"),
      arguments: [row.number("id")])
    let detail = try JSONValue(parsing: Array(row.text("fixing").utf8))
    return Contribution(
      task: try row.digest("task"), identity: try ReleaseRows.identity(row, workspace),
      version: try row.version("version"), frameworkDigest: try row.digest("pinned"),
      fixedOn: try row.day("fixed_on"),
      cohort: try cohort.map {
        Release.CohortMember(member: try $0.text("member"), review: try $0.number("review"))
      },
      leftOut: detail["leftOut"]?.asArray?.compactMap { LeftOut($0) } ?? [],
      payload: try row.bytes("payload"), state: try state(row))
  }

  private static func state(_ row: Row) throws -> Contribution.State {
    if let at = try row.optionalText("cancelled_at") { return .cancelled(at: at) }
    if let at = try row.optionalText("handed_over_at") { return .handedOver(at: at) }
    return .fixed
  }
}
