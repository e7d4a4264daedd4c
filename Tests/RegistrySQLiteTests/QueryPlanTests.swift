import Documents
import GRDB
import Registries
import StoreContract
import Testing

@testable import RegistrySQLite

/// Answers cost what they hold: every hot query walks a key from where the answer starts to where it ends.
@Suite struct QueryPlanTests {
  private static let scope = "(framework=? AND major=? AND kind=? AND period=?)"

  @Test(arguments: [
    (SQLiteRows.figuresInScope, "SEARCH figure USING PRIMARY KEY \(scope)"),
    (SQLiteRows.regionTotalsInScope, "SEARCH region_total USING PRIMARY KEY \(scope)"),
    (SQLiteRows.basesOfFramework, "SEARCH basis USING PRIMARY KEY (framework=?)"),
    (SQLiteRows.lastOfPublisher, "SEARCH entry USING INDEX sqlite_autoindex_entry_2 (publisher=?)"),
    (SQLiteRows.entryByHash, "SEARCH entry USING INDEX sqlite_autoindex_entry_1 (hash=?)"),
    (
      SQLiteRows.messagesOfTask,
      "SEARCH pool_message USING INDEX sqlite_autoindex_pool_message_1 (task=? AND place=?)"
    ),
    (
      SQLiteRows.contributionsOfTask,
      "SEARCH pool_contribution USING INDEX sqlite_autoindex_pool_contribution_1 (task=?)"
    ),
    (
      SQLiteRows.contributionOfPartnership,
      "SEARCH pool_contribution USING INDEX sqlite_autoindex_pool_contribution_2 (task=? AND partnership=?)"
    ),
    (
      SQLiteRows.ledgerOfPartnership,
      "SEARCH pool_ledger USING PRIMARY KEY (partnership=? AND framework=? AND major=? AND kind=? AND period=?)"
    ),
    (SQLiteRows.entriesFrom, "SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)"),
  ])
  func planIsOneSearch(_ sql: String, _ plan: String) throws {
    let folder = try ScratchFolder()
    let (store, registry) = try folder.registry()
    try StoreContract.publishSheets(["ash": "E12000001", "beech": "E12000002"], registry)
    let steps = try store.pool.read { database in
      let count = sql.utf8.count { $0 == UInt8(ascii: "?") }
      let arguments = StatementArguments(Array(repeating: 0, count: count))
      return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
        .map { try $0.text("detail") }
    }
    #expect(steps == [plan])
  }
}
