import GRDB

/// What answers are read from, kept as sheets arrive: a region's sums, and what its sheets rest on.
enum CreateRollUps {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("3-roll-ups") { database in
      try database.execute(
        sql: """
          CREATE TABLE region_total (
            framework TEXT NOT NULL,
            major INTEGER NOT NULL,
            kind TEXT NOT NULL,
            period INTEGER NOT NULL,
            unit TEXT NOT NULL,
            figure TEXT NOT NULL,
            lowest INTEGER NOT NULL,
            highest INTEGER NOT NULL,
            region TEXT NOT NULL,
            partnerships INTEGER NOT NULL,
            subjects INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            variance REAL NOT NULL,
            reach INTEGER,
            PRIMARY KEY (framework, major, kind, period, unit, figure, lowest, highest, region)
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE basis (
            framework TEXT NOT NULL,
            major INTEGER NOT NULL,
            kind TEXT NOT NULL,
            period INTEGER NOT NULL,
            version TEXT NOT NULL,
            framework_digest BLOB NOT NULL,
            policy TEXT NOT NULL,
            policy_digest BLOB NOT NULL,
            sheets INTEGER NOT NULL,
            PRIMARY KEY (
              framework, major, kind, period, version, framework_digest, policy, policy_digest)
          ) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
