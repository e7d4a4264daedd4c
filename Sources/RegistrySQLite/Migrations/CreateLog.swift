import GRDB

/// The registry itself, who may publish, the log's entries and what stands behind them.
enum CreateLog {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("1-log") { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(RegistryMigrations.applicationID);

          -- One row. "subtrees" is the right edge of the log's Merkle tree: 32 bytes each, the largest first.
          CREATE TABLE registry (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL,
            title TEXT NOT NULL,
            created TEXT NOT NULL,
            regions BLOB NOT NULL,
            size INTEGER NOT NULL,
            subtrees BLOB NOT NULL
          ) STRICT;

          CREATE TABLE policy (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE,
            source BLOB NOT NULL,
            least INTEGER NOT NULL
          ) STRICT;

          CREATE TABLE publisher (
            key_name TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            key TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE entry (
            position INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            publisher TEXT NOT NULL REFERENCES publisher,
            sequence INTEGER NOT NULL,
            note BLOB NOT NULL,
            UNIQUE (publisher, sequence)
          ) STRICT;

          -- Apart from the log, so that it can be erased.
          CREATE TABLE publication (
            entry INTEGER PRIMARY KEY REFERENCES entry,
            subject TEXT NOT NULL,
            salt BLOB NOT NULL,
            payload BLOB NOT NULL
          ) STRICT;
          """)
    }
  }
}
