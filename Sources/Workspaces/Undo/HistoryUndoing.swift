import GRDB
import Sealing

/// Takes back what was said of a member's past. What the ledger holds stays.
enum HistoryUndoing {
  static func undo(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    if entry.action == .memberSucceeded { try checkNothingWasTold(entry, db) }
    let table = entry.action == .historyNoted ? "history" : "predecessor"
    try db.execute(
      sql: "UPDATE \(table) SET undone = ? WHERE recorded = ? AND undone IS NULL",
      arguments: [sequence, entry.sequence])
  }

  /// What the successor told since would stand in no line.
  private static func checkNothingWasTold(_ entry: AuditEntry, _ db: Database) throws {
    let told = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM ledger WHERE subject = ? AND number > ?)",
      arguments: [entry.detail["successor"]?.asString, entry.detail["ledger"]?.asInt])
    if told == true {
      throw Undoing.refused(entry, "The school was part of a release since, and what was told stays told.")
    }
  }
}
