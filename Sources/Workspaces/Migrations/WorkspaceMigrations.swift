import GRDB

/// The steps that bring a file to the newest format, one a file in this folder. A released step never
/// changes.
enum WorkspaceMigrations {
  /// The newest format, as `user_version` in the file's header says it.
  static let version = 3

  /// Brings the file to the newest format, or an earlier one; a file that is there already is only read.
  ///
  /// - Returns: the format that it had.
  @discardableResult
  static func run(on queue: DatabaseQueue, upTo version: Int = version) throws -> Int {
    let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found < version { try migrator.migrate(queue, upTo: steps[min(version, steps.count) - 1].name) }
    return found
  }

  private struct Step {
    let name: String
    let sql: String
    /// What SQL alone cannot do.
    var fill: @Sendable (Database) throws -> Void = { _ in }
  }

  private static let steps = [
    Step(name: "001-workspace", sql: Migration001.sql), Step(name: "002-watch-lists", sql: Migration002.sql),
    Step(name: "003-ledger", sql: Migration003.sql, fill: { try Migration003.enterReleases($0) }),
  ]

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { db in
        try db.execute(sql: step.sql)
        try step.fill(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}
