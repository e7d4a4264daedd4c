import GRDB
import Sealing

/// Takes back what was done to watch lists.
enum WatchUndoing {
  static func undo(_ entry: AuditEntry, by sequence: Int64, _ db: Database) throws {
    switch entry.action {
    case .watchOpened:
      let watched = try WatchRows.find(entry.detail["entry"]?.asInt, db)
      if watched.endedOn != nil { throw Undoing.refused(entry, "It has left the list since.") }
      if !watched.reports.isEmpty || !watched.words.isEmpty {
        throw Undoing.refused(entry, "There are reports or a side has spoken by now: close it instead.")
      }
      try mark(.entry, entry, sequence, db)
    case .watchReported: try mark(.report, entry, sequence, db)
    case .watchAgreed, .watchWithdrawn:
      let watched = try WatchRows.find(entry.detail["entry"]?.asInt, db)
      if watched.endedOn != nil { throw Undoing.refused(entry, "It has left the list since.") }
      try mark(.word, entry, sequence, db)
    case .watchClosed:
      let watched = try WatchRows.find(entry.detail["entry"]?.asInt, db)
      if try WatchRows.open(watched.member, watched.framework, watched.list, db) != nil {
        throw Undoing.refused(entry, "It is on the list again since.")
      }
      // Of a removal, the member itself came back just before.
      guard try MemberRows.find(watched.member, db)?.isPresent == true else {
        throw Undoing.refused(entry, "The member was removed since.")
      }
      try db.execute(
        sql: "UPDATE watch_entry SET ended = NULL, ended_on = NULL WHERE id = ?", arguments: [watched.id])
    default: break
    }
  }

  private static func mark(_ table: WatchTable, _ entry: AuditEntry, _ sequence: Int64, _ db: Database) throws
  {
    try db.execute(
      sql: "UPDATE \(table.rawValue) SET undone = ? WHERE id = ?",
      arguments: [sequence, entry.detail[table.key]?.asInt])
  }
}
