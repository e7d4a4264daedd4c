import Foundation

/// The whole study: all tables, one after another, each on all cores.
public enum StudyRun {
  /// - Parameter progress: told the name and the seconds of each table as it is done.
  public static func tables(
    _ effort: StudyEffort, only: Set<String> = [], progress: @Sendable (_ table: StudyTable) -> Void
  ) async -> [StudyTable] {
    let makers: [(String, @Sendable (StudyEffort) async -> StudyTable)] = [
      ("1", { await AllButOneTable.make($0) }), ("2", { await OtherAttacksTable.make($0) }),
      ("3", { await SheetUtilityTable.make($0) }), ("4", { await PoolTable.make($0) }),
      ("5", { await RepetitionTable.make($0) }), ("6", { await ManyCriteriaTable.make($0) }),
    ]
    var tables: [StudyTable] = []
    for (id, make) in makers where only.isEmpty || only.contains(id) {
      let start = Date()
      var table = await make(effort)
      table.seconds = Date().timeIntervalSince(start)
      progress(table)
      tables.append(table)
    }
    return tables
  }
}
