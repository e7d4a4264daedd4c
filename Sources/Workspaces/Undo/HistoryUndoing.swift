import GRDB
import Sealing

/// Takes back what was said of a member's past. What the ledger holds stays.
enum HistoryUndoing {
  static func undo(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    let table = entry.action == .historyNoted ? "history" : "predecessor"
    try db.execute(
      sql: "UPDATE \(table) SET undone = ? WHERE recorded = ? AND undone IS NULL",
      arguments: [sequence, entry.sequence])
  }
}
