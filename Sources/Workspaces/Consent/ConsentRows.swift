import Documents
import GRDB
import Sealing

/// The table of consents.
enum ConsentRows {
  /// Those that were neither ended nor undone, whatever their days.
  static func standing(
    of member: String, _ purpose: Consent.Purpose?, _ audience: String?, _ db: Database
  ) throws -> [Consent] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM consent WHERE ended IS NULL AND undone IS NULL AND member = ?1
            AND (?2 IS NULL OR purpose = ?2) AND (?3 IS NULL OR audience = ?3) ORDER BY id
          """),
      arguments: [member, purpose?.rawValue, audience]
    ).map { try Consent($0) }
  }

  static func give(
    _ member: Member, _ purpose: Consent.Purpose, _ audience: String, _ from: Day, _ until: Day?, on day: Day,
    _ recorder: inout Recorder
  ) throws {
    let standing = try standing(of: member.id, purpose, audience, recorder.db)
      .filter { $0.until.map { $0 >= day } ?? true }
    if standing.contains(where: { $0.until == until && ($0.from == from || $0.from <= day && from <= day) }) {
      return
    }
    let id = try (Int64.fetchOne(recorder.db.cachedStatement(sql: "SELECT max(id) FROM consent")) ?? 0) + 1
    let consent = Consent(
      id: id, member: member.id, purpose: purpose, audience: audience, from: from, until: until, endedOn: nil)
    // One that is to hold later leaves today's in place.
    let replaced = from <= day ? standing : []
    let detail = (consent.json.asObject ?? []) + [.init("replaces", .array(replaced.map { .int($0.id) }))]
    let sequence = try recorder.record(
      .consentGiven, AuditWords.given(consent, by: member, replacing: !replaced.isEmpty), .object(detail))
    try end(replaced, on: day, by: sequence, recorder.db)
    try recorder.db.cachedStatement(
      sql: """
        INSERT INTO consent (id, member, purpose, audience, from_day, until_day, recorded)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, member.id, purpose.rawValue, audience, from.description, until?.description, sequence,
    ])
  }

  /// Ends a member's consents, and records it where there are any that have not run out.
  static func end(
    of member: Member, _ purpose: Consent.Purpose?, _ audience: String?, on day: Day,
    _ recorder: inout Recorder
  ) throws {
    let standing = try standing(of: member.id, purpose, audience, recorder.db)
    if standing.isEmpty { return }
    let sequence = try recorder.record(
      .consentWithdrawn, AuditWords.withdrawn(standing, by: member),
      [
        "member": .string(member.id), "consents": .array(standing.map { .int($0.id) }),
        "on": .string(day.description),
      ])
    try end(standing, on: day, by: sequence, recorder.db)
  }

  /// Ends a member's consents but for those to the same purposes and audiences as some that it keeps.
  ///
  /// - Parameter words: for the audit trail: nobody withdrew anything.
  static func end(
    of member: Member, except kept: [Consent], on day: Day, because words: String, _ recorder: inout Recorder
  ) throws {
    let ending = try standing(of: member.id, nil, nil, recorder.db).filter { consent in
      !kept.contains { $0.purpose == consent.purpose && $0.audience == consent.audience }
    }
    if ending.isEmpty { return }
    let sequence = try recorder.record(
      .consentWithdrawn, words,
      [
        "member": .string(member.id), "consents": .array(ending.map { .int($0.id) }),
        "on": .string(day.description),
      ])
    try end(ending, on: day, by: sequence, recorder.db)
  }

  private static func end(_ consents: [Consent], on day: Day, by sequence: Int64, _ db: Database) throws {
    for consent in consents {
      try db.cachedStatement(sql: "UPDATE consent SET ended = ?, ended_on = ? WHERE id = ?").execute(
        arguments: [sequence, day.description, consent.id])
    }
  }

  /// Members whose consent covers an audience on a day.
  static func covered(_ purpose: Consent.Purpose, _ audience: String, on day: Day, _ db: Database) throws
    -> Set<String>
  {
    Set(
      try String.fetchAll(
        db.cachedStatement(sql: coveredQuery),
        arguments: [purpose.rawValue, audience, Consent.everyone, day.description]))
  }

  /// Members with a consent that was neither ended nor undone, whatever its days.
  static func standing(_ purpose: Consent.Purpose, _ audience: String, _ db: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT member FROM consent WHERE ended IS NULL AND undone IS NULL AND purpose = ?
              AND audience IN (?, ?)
            """),
        arguments: [purpose.rawValue, audience, Consent.everyone]))
  }

  static let coveredQuery = """
    SELECT DISTINCT member FROM consent WHERE ended IS NULL AND undone IS NULL AND purpose = ?1
      AND audience IN (?2, ?3) AND from_day <= ?4 AND (until_day IS NULL OR until_day >= ?4)
    """
}
