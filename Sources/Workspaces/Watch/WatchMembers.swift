import Documents
import GRDB
import Sealing

/// What becomes of watch lists when a member leaves the partnership.
enum WatchMembers {
  /// The member leaves every list that it is on.
  static func leave(_ member: Member, on day: Day, _ recorder: inout Recorder) throws {
    for entry in try WatchRows.open(member.id, recorder.db) {
      let day = max(day, entry.openedOn)
      let sequence = try recorder.record(
        .watchClosed, WatchWords.left(member, entry, on: day),
        ["entry": .int(entry.id), "on": .string(day.description)])
      try WatchRows.end(entry, on: day, by: sequence, recorder.db)
    }
  }

  /// Takes names, reasons and reports out of the file for good; undone ones too.
  static func erase(_ member: Member, _ recorder: inout Recorder) throws {
    for entry in try WatchRows.all(of: member.id, recorder.db) where entry.opening != nil {
      try recorder.record(.watchErased, WatchWords.erased(entry, member), ["entry": .int(entry.id)])
      for table in WatchTable.allCases {
        let column = table == .entry ? "id" : "entry"
        try recorder.db.execute(
          sql: "UPDATE \(table.rawValue) SET content = NULL WHERE \(column) = ?", arguments: [entry.id])
      }
    }
  }
}
