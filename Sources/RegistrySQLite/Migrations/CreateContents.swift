import GRDB

/// What publications say, in rows: frameworks, sheets and their figures. A key starts with what a query
/// fixes.
enum CreateContents {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2-contents") { database in
      try database.execute(
        sql: """
          CREATE TABLE framework (
            id TEXT NOT NULL,
            version TEXT NOT NULL,
            digest BLOB NOT NULL,
            outline TEXT NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry,
            PRIMARY KEY (id, version)
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE sheet (
            framework TEXT NOT NULL,
            major INTEGER NOT NULL,
            kind TEXT NOT NULL,
            period INTEGER NOT NULL,
            partnership TEXT NOT NULL,
            region TEXT NOT NULL,
            version TEXT NOT NULL,
            framework_digest BLOB NOT NULL,
            policy TEXT NOT NULL,
            policy_digest BLOB NOT NULL,
            subjects INTEGER NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry,
            PRIMARY KEY (framework, major, kind, period, partnership)
          ) STRICT, WITHOUT ROWID;

          -- "reach" is half the width of the sum's own interval.
          CREATE TABLE figure (
            framework TEXT NOT NULL,
            major INTEGER NOT NULL,
            kind TEXT NOT NULL,
            period INTEGER NOT NULL,
            unit TEXT NOT NULL,
            figure TEXT NOT NULL,
            lowest INTEGER NOT NULL,
            highest INTEGER NOT NULL,
            partnership TEXT NOT NULL,
            region TEXT NOT NULL,
            subjects INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            variance REAL NOT NULL,
            reach INTEGER,
            PRIMARY KEY (framework, major, kind, period, unit, figure, lowest, highest, partnership)
          ) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
