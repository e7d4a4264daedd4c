import GRDB
import Sealing

/// What the audit trail says of the ledger, of histories and of links between schools, against what is there.
struct LedgerReplay {
  /// Where the ledger ended after each entry that grew it.
  private var ends: [(sequence: Int64, added: Int64, count: Int64, head: String)] = []
  private var histories: [Int64: Said] = [:]
  private var links: [Int64: Said] = [:]

  private struct Said {
    let detail: JSONValue
    let recorded: Int64
    var undone: Int64?
  }

  mutating func replay(_ entry: AuditEntry) {
    let detail = entry.detail
    switch entry.action {
    case .ledgerSpent, .ledgerRecovered:
      guard let added = detail["added"]?.asInt, let count = detail["ledger"]?["entries"]?.asInt,
        let head = detail["ledger"]?["digest"]?.asString
      else { return }
      ends.append((entry.sequence, added, count, head))
    case .historyNoted:
      if let id = detail["history"]?.asInt { histories[id] = Said(detail: detail, recorded: entry.sequence) }
    case .memberSucceeded:
      if let id = detail["link"]?.asInt { links[id] = Said(detail: detail, recorded: entry.sequence) }
    default: break
    }
  }

  mutating func takeBack(_ entry: AuditEntry, by sequence: Int64) {
    if let id = entry.detail["history"]?.asInt { histories[id]?.undone = sequence }
    if let id = entry.detail["link"]?.asInt { links[id]?.undone = sequence }
  }

  func problems(_ db: Database) throws -> [String] {
    try chain(db) + entries(db) + histories(db) + links(db)
  }

  /// Every line against its digest and the one before, and the trail's word on where the ledger ended.
  private func chain(_ db: Database) throws -> [String] {
    var problems: [String] = []
    var last = (number: Int64(0), digest: LedgerEntry.beginning(of: try Partnership.read(db).workspace))
    var digests = [last.digest.description]
    let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY number")
    while let row = try cursor.next() {
      let entry = try LedgerEntry(row)
      if entry.number != last.number + 1 || entry.previous != last.digest {
        problems.append("Before line \(entry.number) of the ledger something is missing.")
      }
      if try entry.digestOfContent() != entry.digest {
        problems.append("Line \(entry.number) of the ledger was changed after it was written.")
      }
      last = (entry.number, entry.digest)
      digests.append(entry.digest.description)
    }
    for end in ends where !digests.indices.contains(Int(end.count)) || digests[Int(end.count)] != end.head {
      problems.append("The ledger is not the one of which entry \(end.sequence) of the audit trail speaks.")
    }
    let count = Int64(digests.count - 1)
    // Only what was released before there was a ledger stands in it without an entry of the trail.
    var said = ends.first.map { $0.count - $0.added } ?? count
    let older = try Int64.fetchOne(
      db, sql: "SELECT count(*) FROM ledger WHERE number <= ? AND criterion = '*' AND release IS NOT NULL",
      arguments: [said])
    var isSaid = older == said
    for end in ends {
      isSaid = isSaid && end.count == said + end.added
      said = end.count
    }
    if !isSaid || said != count { problems.append("Lines of the ledger are not in the audit trail.") }
    return problems
  }

  /// What was released stands in the ledger, and nobody but its cohort with it.
  private func entries(_ db: Database) throws -> [String] {
    var problems: [String] = []
    for (table, cohort, name) in [
      ("release", "cohort", "Release"), ("contribution", "contributor", "Contribution"),
    ] {
      let bare = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM \(table)
          WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.\(table) = \(table).id) ORDER BY id
          """)
      problems += bare.map { "\(name) \($0) is not in the ledger." }
      let strange = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT \(table) FROM ledger WHERE \(table) IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM \(cohort) WHERE \(cohort).\(table) = ledger.\(table)
              AND member = subject) ORDER BY 1
          """)
      problems += strange.map { "The ledger names a school that is not part of \(name.lowercased()) \($0)." }
    }
    return problems
  }

  private func histories(_ db: Database) throws -> [String] {
    try compare(db, "history", histories, "History") { row in
      [
        "member": .string(try row.text("member")), "word": .string(try row.text("word")),
        "day": .string(try row.text("day")),
        "origin": try row.optionalText("origin").map { .string($0) } ?? .null,
        "statement": try row.optionalText("statement").map { .string($0) } ?? .null,
      ]
    }
  }

  private func links(_ db: Database) throws -> [String] {
    try compare(db, "predecessor", links, "Link") { row in
      [
        "successor": .string(try row.text("successor")), "predecessor": .string(try row.text("predecessor")),
        "day": .string(try row.text("day")),
      ]
    }
  }

  private func compare(
    _ db: Database, _ table: String, _ said: [Int64: Said], _ name: String,
    _ content: (Row) throws -> JSONValue
  ) throws -> [String] {
    var problems: [String] = []
    var missing = Set(said.keys)
    for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id") {
      let id = try row.number("id")
      missing.remove(id)
      let recorded = said[id]
      let isSame =
        try recorded?.recorded == row.number("recorded") && recorded?.undone == row.optionalNumber("undone")
        && content(row).asObject?.allSatisfy { recorded?.detail[$0.key] == $0.value } == true
      if !isSame { problems.append("\(name) \(id) is not what the audit trail says was recorded.") }
    }
    return problems + missing.sorted().map { "\(name) \($0), which the audit trail names, is gone." }
  }
}
