import Foundation
import GRDB
import Testing

@testable import RegistrySQLite

@Suite struct PoolTableTests {
  /// What was entered or signed once stays, whoever asks.
  @Test(arguments: ["pool_ledger", "pool_message", "pool_evidence"])
  func rowsAreNeverChangedOrRemoved(_ table: String) throws {
    let folder = try ScratchFolder()
    let (store, _) = try folder.registry()
    try store.pool.write { database in
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      let columns = try database.columns(in: table)
      let values = columns.map { ["INTEGER": "1", "TEXT": "'x'"][$0.type] ?? "x'00'" }
      try database.execute(
        sql: """
          INSERT INTO pool_task VALUES (x'00', 'f', 1, 'self', 2025, 'E12000004', 0, x'00', x'00', NULL);
          INSERT INTO \(table) VALUES (\(values.joined(separator: ", ")));
          """)
      for change in ["UPDATE \(table) SET task = x'00'", "DELETE FROM \(table)"] {
        #expect(throws: DatabaseError.self, "\(change)") { try database.execute(sql: change) }
      }
      #expect(try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") == 1)
    }
  }
}
