import GRDB

/// How many sheets hold figures that no comparison can take: those without noise of a known size.
enum CountLeftOut {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("4-left-out") { database in
      // Before this step every figure was a noisy mean.
      try database.execute(sql: "ALTER TABLE basis ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0")
    }
  }
}
