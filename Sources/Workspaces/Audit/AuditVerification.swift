import GRDB
import Sealing

extension Verification {
  static func run(_ db: Database) throws -> Verification {
    var verifier = Verifier()
    try verifier.checkFile(db)
    let (entries, head) = try verifier.checkTrail(db)
    try verifier.checkBytes(db, "review", "content", against: verifier.reviews, name: "Review")
    try verifier.checkBytes(db, "release", "payload", against: verifier.releases, name: "Release")
    try verifier.checkBytes(
      db, "contribution", "payload", against: verifier.contributions, name: "Contribution")
    try verifier.checkConsents(db)
    try verifier.checkMembers(db)
    verifier.problems += try verifier.watch.problems(db)
    verifier.problems += try verifier.ledger.problems(db)
    return Verification(entries: entries, head: head, problems: verifier.problems)
  }
}

/// Goes through the trail once and replays what it says.
private struct Verifier {
  var problems: [String] = []
  /// The digests that were recorded.
  var reviews: [Int64: String] = [:]
  var releases: [Int64: String] = [:]
  var contributions: [Int64: String] = [:]
  var ledger = LedgerReplay()
  var watch = WatchReplay()
  private var consents: [Int64: RecordedConsent] = [:]
  private var members: [String: RecordedMember] = [:]
  private var entries: [Int64: AuditEntry] = [:]

  private struct RecordedConsent {
    let terms: JSONValue
    let recorded: Int64
    var ended: Int64?
    var undone: Int64?
  }

  private struct RecordedMember {
    var content: JSONValue
    var isPresent: Bool
  }

  mutating func checkFile(_ db: Database) throws {
    for text in try String.fetchAll(db, sql: "PRAGMA integrity_check") where text != "ok" {
      problems.append("The file is damaged: \(text).")
    }
    let loose = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
    if loose > 0 { problems.append("\(loose) rows belong to something that is not there.") }
  }

  /// - Returns: how many entries there are, and the last one's digest.
  mutating func checkTrail(_ db: Database) throws -> (Int64, Digest) {
    let beginning = AuditEntry.beginning(of: try Partnership.read(db).workspace)
    var last = (sequence: Int64(0), digest: beginning)
    let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY sequence")
    while let row = try cursor.next() {
      let entry = try AuditEntry(row)
      if entry.sequence != last.sequence + 1 || entry.previous != last.digest {
        problems.append("Before entry \(entry.sequence) of the audit trail something is missing.")
      }
      if try entry.digestOfContent() != entry.digest {
        problems.append("Entry \(entry.sequence) of the audit trail was changed after it was written.")
      }
      last = (entry.sequence, entry.digest)
      entries[entry.sequence] = entry
      replay(entry)
    }
    return last
  }

  private mutating func replay(_ entry: AuditEntry) {
    let detail = entry.detail
    switch entry.action {
    case .reviewAdded:
      if let id = detail["review"]?.asInt { reviews[id] = detail["digest"]?.asString }
    case .releaseFixed:
      if let id = detail["release"]?.asInt { releases[id] = detail["payload"]?.asString }
    case .memberAdded, .memberChanged, .memberRemoved:
      guard let content = detail["member"], let id = content["id"]?.asString else { return }
      members[id] = RecordedMember(content: content, isPresent: entry.action != .memberRemoved)
    case .consentGiven:
      guard let id = detail["consent"]?.asInt else { return }
      end(detail["replaces"], by: entry.sequence)
      consents[id] = RecordedConsent(terms: detail, recorded: entry.sequence)
    case .consentWithdrawn: end(detail["consents"], by: entry.sequence)
    case .undone:
      if let taken = entry.undoes.flatMap({ entries[$0] }) { takeBack(taken, by: entry.sequence) }
    case .watchOpened, .watchReported, .watchAgreed, .watchWithdrawn, .watchClosed, .watchErased:
      watch.replay(entry)
    case .contributionFixed:
      if let id = detail["contribution"]?.asInt { contributions[id] = detail["payload"]?.asString }
    case .ledgerSpent, .ledgerRecovered, .historyNoted, .memberSucceeded: ledger.replay(entry)
    case .started, .reviewErased, .releaseCancelled, .releaseSigned, .contributionCancelled,
      .contributionHandedOver, .statementWritten, .releaseRecovered:
      break
    }
  }

  private mutating func end(_ ids: JSONValue?, by sequence: Int64) {
    for id in ids?.asArray?.compactMap(\.asInt) ?? [] { consents[id]?.ended = sequence }
  }

  private mutating func takeBack(_ entry: AuditEntry, by sequence: Int64) {
    let detail = entry.detail
    switch entry.action {
    case .memberAdded, .memberChanged, .memberRemoved:
      guard let content = detail["member"], let id = content["id"]?.asString else { return }
      if let before = detail["before"], !before.isNull { members[id]?.content = before }
      members[id]?.isPresent = entry.action != .memberAdded
    case .consentGiven:
      if let id = detail["consent"]?.asInt { consents[id]?.undone = sequence }
      resume(endedBy: entry.sequence)
    case .consentWithdrawn: resume(endedBy: entry.sequence)
    case .watchOpened, .watchReported, .watchAgreed, .watchWithdrawn, .watchClosed:
      watch.takeBack(entry, by: sequence)
    case .historyNoted, .memberSucceeded: ledger.takeBack(entry, by: sequence)
    default: break
    }
  }

  private mutating func resume(endedBy sequence: Int64) {
    for (id, consent) in consents where consent.ended == sequence { consents[id]?.ended = nil }
  }

  /// Every row's bytes against the digest that the trail recorded; erased ones have none.
  mutating func checkBytes(
    _ db: Database, _ table: String, _ column: String, against recorded: [Int64: String], name: String
  ) throws {
    var missing = Set(recorded.keys)
    let cursor = try Row.fetchCursor(db, sql: "SELECT id, CAST(\(column) AS BLOB) AS bytes FROM \(table)")
    while let row = try cursor.next() {
      let id = try row.number("id")
      missing.remove(id)
      guard let bytes = try row.optionalBytes("bytes") else { continue }
      if recorded[id] != Digest(of: bytes).description { report("\(name) \(id)") }
    }
    reportGone(missing.sorted(), name)
  }

  mutating func checkConsents(_ db: Database) throws {
    var missing = Set(consents.keys)
    for row in try Row.fetchAll(db, sql: "SELECT * FROM consent ORDER BY id") {
      let consent = try Consent(row)
      missing.remove(consent.id)
      let recorded = consents[consent.id]
      let isSame =
        try recorded?.terms.holds(consent.json) == true && recorded?.recorded == row.number("recorded")
        && recorded?.ended == row.optionalNumber("ended") && recorded?.undone == row.optionalNumber("undone")
      if !isSame { report("Consent \(consent.id)") }
    }
    reportGone(missing.sorted(), "Consent")
  }

  mutating func checkMembers(_ db: Database) throws {
    var missing = Set(members.keys)
    for row in try Row.fetchAll(db, sql: "SELECT * FROM member ORDER BY id") {
      let member = try Member(row)
      missing.remove(member.id)
      let recorded = members[member.id]
      let isSame =
        try recorded?.content.holds(member.json) == true && recorded?.isPresent == row.flag("present")
      if !isSame { report("Member \(member.id)") }
    }
    reportGone(missing.sorted(), "Member")
  }

  private mutating func report(_ what: String) {
    problems.append("\(what) is not what the audit trail says was recorded.")
  }

  private mutating func reportGone(_ ids: [some CustomStringConvertible], _ name: String) {
    for id in ids { problems.append("\(name) \(id), which the audit trail names, is gone.") }
  }
}

extension JSONValue {
  /// Whether every member of another object is a member here, whatever their order.
  fileprivate func holds(_ other: JSONValue) -> Bool {
    other.asObject?.allSatisfy { self[$0.key] == $0.value } ?? false
  }
}
