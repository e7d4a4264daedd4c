import Documents
import GRDB
import Sealing

/// The tables of watch lists.
enum WatchTable: String, CaseIterable {
  case entry = "watch_entry"
  case report = "watch_report"
  case word = "watch_word"

  /// What the audit trail calls one of its rows.
  var key: String {
    switch self {
    case .entry: "entry"
    case .report: "report"
    case .word: "word"
    }
  }

  /// Columns that are never changed, in the audit trail's order.
  var terms: [String] {
    switch self {
    case .entry: ["framework", "list", "member", "day", "digest"]
    case .report: ["entry", "day", "digest"]
    case .word: ["entry", "side", "enough", "day", "digest"]
    }
  }

  /// Records a row and writes it.
  ///
  /// - Parameter values: for ``terms``, without the digest.
  func insert(
    _ values: [DatabaseValueConvertible], _ content: JSONValue, _ action: AuditAction, _ words: String,
    _ recorder: inout Recorder
  ) throws {
    let db = recorder.db
    let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM \(rawValue)") ?? 0) + 1
    let bytes = try WatchContent.bytes(content)
    let cells = values.map(\.databaseValue) + [Digest(of: bytes).description.databaseValue]
    let detail: [JSONValue.Member] =
      [.init(key, .int(id))] + zip(terms, cells).map { .init($0, Self.json($1)) }
    let sequence = try recorder.record(action, words, .object(detail))
    let columns = ["id"] + terms + ["content", "recorded"]
    let text = String(decoding: bytes, as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO \(rawValue) (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """,
      arguments: StatementArguments(
        [id.databaseValue] + cells + [text.databaseValue, sequence.databaseValue]))
  }

  static func json(_ value: DatabaseValue) -> JSONValue {
    switch value.storage {
    case .int64(let number): .int(number)
    case .string(let text): .string(text)
    case .null, .double, .blob: .null
    }
  }
}

enum WatchRows {
  /// Entries that were not undone, oldest first.
  static func entries(_ framework: String, _ list: String, _ db: Database) throws -> [WatchEntry] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM watch_entry WHERE framework = ? AND list = ? AND undone IS NULL ORDER BY day, id",
      arguments: [framework, list]
    ).map { try entry($0, db) }
  }

  /// Where a member is on a list now.
  static func open(_ member: String, _ framework: String, _ list: String, _ db: Database) throws
    -> WatchEntry?
  {
    try Row.fetchOne(
      db, sql: openQuery, arguments: [member, framework, list]
    ).map { try entry($0, db) }
  }

  static let openQuery = """
    SELECT * FROM watch_entry WHERE member = ? AND framework = ? AND list = ? AND ended IS NULL AND undone IS NULL
    """

  /// The audit entry by which each member last left a list.
  static func lastEnds(_ framework: String, _ list: String, _ db: Database) throws -> [String: Int64] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT member, max(ended) AS ended FROM watch_entry
        WHERE framework = ? AND list = ? AND ended IS NOT NULL AND undone IS NULL GROUP BY member
        """,
      arguments: [framework, list])
    return Dictionary(
      try rows.map { (try $0.text("member"), try $0.number("ended")) }, uniquingKeysWith: max)
  }

  /// All lists that a member is on now.
  static func open(_ member: String, _ db: Database) throws -> [WatchEntry] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM watch_entry WHERE member = ? AND ended IS NULL AND undone IS NULL ORDER BY id",
      arguments: [member]
    ).map { try entry($0, db) }
  }

  /// Every entry of a member that was not undone.
  static func standing(of member: String, _ db: Database) throws -> [WatchEntry] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM watch_entry WHERE member = ? AND undone IS NULL ORDER BY id",
      arguments: [member]
    ).map { try entry($0, db) }
  }

  /// Every entry of a member, undone ones too.
  static func all(of member: String, _ db: Database) throws -> [WatchEntry] {
    try Row.fetchAll(db, sql: "SELECT * FROM watch_entry WHERE member = ? ORDER BY id", arguments: [member])
      .map { try entry($0, db) }
  }

  static func find(_ id: Int64?, _ db: Database) throws -> WatchEntry {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM watch_entry WHERE id = ?", arguments: [id])
    else {
      throw Damage(what: "an entry of a watch list is not there")
    }
    return try entry(row, db)
  }

  private static func entry(_ row: Row, _ db: Database) throws -> WatchEntry {
    let id = try row.number("id")
    let content = try WatchContent.read(row.optionalText("content"), "entry \(id) of the watch lists")
    return WatchEntry(
      id: id, framework: try row.text("framework"), list: try row.text("list"),
      member: try row.text("member"),
      openedOn: try row.day("day"), opening: WatchOpening(content), endedOn: try row.optionalDay("ended_on"),
      reports: try reports(of: id, db), words: try words(of: id, db))
  }

  private static func reports(of entry: Int64, _ db: Database) throws -> [WatchReport] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM watch_report WHERE entry = ? AND undone IS NULL ORDER BY day, id",
      arguments: [entry]
    ).map { row in
      let id = try row.number("id")
      return WatchReport(
        id: id, day: try row.day("day"),
        content: WatchReport.Content(try WatchContent.read(row.optionalText("content"), "report \(id)")))
    }
  }

  /// The latest word of each side, in the order in which they were said.
  private static func words(of entry: Int64, _ db: Database) throws -> [WatchWord] {
    let all = try Row.fetchAll(
      db, sql: "SELECT * FROM watch_word WHERE entry = ? AND undone IS NULL ORDER BY id", arguments: [entry]
    ).map { row in
      let id = try row.number("id")
      return WatchWord(
        id: id, side: try row.text("side"), isEnough: try row.flag("enough"), day: try row.day("day"),
        by: try WatchContent.read(row.optionalText("content"), "word \(id)")?["by"]?.asString)
    }
    return all.filter { word in !all.contains { $0.side == word.side && $0.id > word.id } }
  }

  static func end(_ entry: WatchEntry, on day: Day, by sequence: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE watch_entry SET ended = ?, ended_on = ? WHERE id = ?",
      arguments: [sequence, day.description, entry.id])
  }
}
