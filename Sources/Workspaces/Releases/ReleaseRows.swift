import Frameworks
import GRDB
import Sealing

/// The tables of releases.
enum ReleaseRows {
  private static let table = """
    SELECT release.*, audit.at AS cancelled_at, fixing.detail AS fixing
    FROM release JOIN audit AS fixing ON fixing.sequence = release.recorded
      LEFT JOIN audit ON audit.sequence = release.cancelled
    """

  static func all(_ db: Database) throws -> [Release] {
    let partnership = try Partnership.read(db)
    return try Row.fetchAll(db.cachedStatement(sql: "\(table) ORDER BY framework, major, period, kind"))
      .map { try release($0, partnership.workspace, db) }
  }

  static func find(_ identity: ReleaseIdentity, _ db: Database) throws -> Release? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "\(table) WHERE framework = ? AND major = ? AND period = ? AND kind = ?"),
      arguments: key(identity))
    return try row.map { try release($0, identity.workspace, db) }
  }

  static func key(_ identity: ReleaseIdentity) -> StatementArguments {
    [identity.framework, identity.major, identity.period.description, identity.kind.rawValue]
  }

  static func identity(_ row: Row, _ workspace: String) throws -> ReleaseIdentity {
    ReleaseIdentity(
      workspace: workspace, framework: try row.text("framework"), major: Int(try row.number("major")),
      period: try row.period("period"), kind: try row.word("kind"))
  }

  /// - Parameter spends: what it tells of whom; entered in the ledger with it.
  static func insert(_ release: Release, spending spends: [Cohort.Spend], _ recorder: inout Recorder) throws {
    let identity = release.identity
    let id = try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM release")) ?? 0) + 1
    let sequence = try recorder.record(
      .releaseFixed, AuditWords.fixed(identity, schools: release.cohort.count),
      [
        "release": .int(id), "framework": .string(identity.framework),
        "version": .string(release.version.description),
        "frameworkDigest": .string(release.frameworkDigest.description),
        "period": .string(identity.period.description),
        "kind": .string(identity.kind.rawValue), "policy": .string(release.policy.description),
        "audience": .string(release.audience), "on": .string(release.fixedOn.description),
        "payload": .string(Digest(of: release.payload).description),
        "cohort": .array(release.cohort.map { ["member": .string($0.member), "review": .int($0.review)] }),
        "leftOut": .array(release.leftOut.map(\.json)),
      ])
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO release (framework, major, period, kind, id, version, pinned, policy, audience, fixed_on,
          salt, payload, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: key(identity) + [
        id, release.version.description, release.frameworkDigest.description, release.policy.description,
        release.audience, release.fixedOn.description, Blob.of(release.salt), Blob.of(release.payload),
        sequence,
      ])
    for row in release.cohort {
      try recorder.db.cachedStatement(sql: "INSERT INTO cohort (release, member, review) VALUES (?, ?, ?)")
        .execute(arguments: [id, row.member, row.review])
    }
    try LedgerRows.spend(spends, identity, .sheet, on: release.fixedOn, for: .release(id), &recorder)
  }

  private static func release(_ row: Row, _ workspace: String, _ db: Database) throws -> Release {
    let cohort = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT member, review FROM cohort WHERE release = ? ORDER BY member"),
      arguments: [row.number("id")])
    return Release(
      identity: try identity(row, workspace), version: try row.version("version"),
      frameworkDigest: try row.digest("pinned"), policy: try row.digest("policy"),
      audience: try row.text("audience"),
      fixedOn: try row.day("fixed_on"), payload: try row.bytes("payload"), salt: try row.bytes("salt"),
      cohort: try cohort.map {
        Release.CohortMember(member: try $0.text("member"), review: try $0.number("review"))
      },
      leftOut: try leftOut(row), state: try state(row))
  }

  private static func leftOut(_ row: Row) throws -> [LeftOut] {
    let detail = try JSONValue(parsing: Array(row.text("fixing").utf8))
    return detail["leftOut"]?.asArray?.compactMap { LeftOut($0) } ?? []
  }

  private static func state(_ row: Row) throws -> Release.State {
    if let at = try row.optionalText("cancelled_at") { return .cancelled(at: at) }
    if try row.optionalNumber("signed") == nil { return .fixed }
    return .signed(
      SignedRelease(
        publisher: try row.text("publisher"), origin: try row.text("origin"),
        sequence: UInt64(clamping: try row.number("place")), leaf: try row.digest("leaf"),
        publication: try row.bytes("publication")))
  }
}
