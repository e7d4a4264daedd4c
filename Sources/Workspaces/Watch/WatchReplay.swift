import GRDB
import Sealing

/// What the audit trail says of watch lists, entry by entry.
struct WatchReplay {
  private var rows: [WatchTable: [Int64: Recorded]] = [:]

  private struct Recorded {
    let terms: JSONValue
    let recorded: Int64
    /// The entry of a list that it belongs to.
    let entry: Int64
    var ended: Int64?
    var undone: Int64?
    var isErased = false
  }

  mutating func replay(_ entry: AuditEntry) {
    switch entry.action {
    case .watchOpened, .watchReported, .watchAgreed, .watchWithdrawn:
      guard let table = Self.table(entry.action), let id = entry.detail[table.key]?.asInt else { return }
      rows[table, default: [:]][id] = Recorded(
        terms: entry.detail, recorded: entry.sequence, entry: entry.detail["entry"]?.asInt ?? id)
    case .watchClosed: set(entry, \.ended, entry.sequence)
    case .watchErased:
      guard let id = entry.detail["entry"]?.asInt else { return }
      for table in WatchTable.allCases {
        for (key, row) in rows[table] ?? [:] where row.entry == id { rows[table]?[key]?.isErased = true }
      }
    default: break
    }
  }

  mutating func takeBack(_ entry: AuditEntry, by sequence: Int64) {
    if entry.action == .watchClosed { set(entry, \.ended, nil) }
    guard let table = Self.table(entry.action), let id = entry.detail[table.key]?.asInt else { return }
    rows[table]?[id]?.undone = sequence
  }

  private mutating func set(_ entry: AuditEntry, _ state: WritableKeyPath<Recorded, Int64?>, _ value: Int64?)
  {
    if let id = entry.detail["entry"]?.asInt { rows[.entry]?[id]?[keyPath: state] = value }
  }

  private static func table(_ action: AuditAction) -> WatchTable? {
    switch action {
    case .watchOpened: .entry
    case .watchReported: .report
    case .watchAgreed, .watchWithdrawn: .word
    default: nil
    }
  }

  /// What is not as it was recorded, in plain words.
  func problems(_ db: Database) throws -> [String] {
    var problems: [String] = []
    for table in WatchTable.allCases {
      var missing = Set((rows[table] ?? [:]).keys)
      for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table.rawValue) ORDER BY id") {
        let id = try row.number("id")
        missing.remove(id)
        if try !isSame(row, rows[table]?[id], table) {
          problems.append("The \(Self.name(table)) \(id) is not what the audit trail says was recorded.")
        }
      }
      problems += missing.sorted().map {
        "The \(Self.name(table)) \($0), which the audit trail names, is gone."
      }
    }
    return problems
  }

  private func isSame(_ row: Row, _ recorded: Recorded?, _ table: WatchTable) throws -> Bool {
    guard let recorded else { return false }
    for column in table.terms {
      guard let value: DatabaseValue = row[column], recorded.terms[column] == WatchTable.json(value) else {
        return false
      }
    }
    let content = try row.optionalText("content")
    let isWhole = try content.map { Digest(of: Array($0.utf8)) == (try row.digest("digest")) } ?? true
    return try isWhole && (content == nil) == recorded.isErased && row.number("recorded") == recorded.recorded
      && row.optionalNumber("undone") == recorded.undone
      && (table != .entry || row.optionalNumber("ended") == recorded.ended)
  }

  private static func name(_ table: WatchTable) -> String {
    switch table {
    case .entry: "entry of a watch list"
    case .report: "report for a watch list"
    case .word: "word of a side on a watch list"
    }
  }
}
