import GRDB

/// The steps that bring a file to the newest format, one a file in this folder. A released step never
/// changes.
enum WorkspaceMigrations {
  /// The newest format, as `user_version` in the file's header says it.
  static let version = 2

  /// Brings the file to the newest format, or an earlier one; a file that is there already is only read.
  static func run(on queue: DatabaseQueue, upTo version: Int = version) throws {
    let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found < version { try migrator.migrate(queue, upTo: steps[min(version, steps.count) - 1].name) }
  }

  private static let steps = [
    (name: "001-workspace", sql: Migration001.sql), (name: "002-watch-lists", sql: Migration002.sql),
  ]

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { db in
        try db.execute(sql: step.sql)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}
