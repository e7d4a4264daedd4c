import GRDB

/// The steps that bring a file to the newest format, one a file in this folder. A released step never
/// changes.
enum WorkspaceMigrations {
  /// The newest format, as `user_version` in the file's header says it.
  static let version = 1

  /// Brings the file to the newest format; a file that is there already is only read.
  static func run(on queue: DatabaseQueue) throws {
    let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found < version { try migrator.migrate(queue) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001-workspace") { db in
      try db.execute(sql: Migration001.sql)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    return migrator
  }
}
