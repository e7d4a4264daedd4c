import GRDB

/// Opened pools, and what a registry keeps of those that it runs. Ledger, messages and evidence are never changed or
/// removed; triggers see to it.
enum CreatePools {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("5-pools") { database in
      try database.execute(sql: tables)
      for table in ["pool_ledger", "pool_message", "pool_evidence"] {
        for change in ["UPDATE", "DELETE"] {
          try database.execute(
            sql: """
              CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
              BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
              """)
        }
      }
    }
  }

  private static let tables = """
    CREATE TABLE pool (
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      kind TEXT NOT NULL,
      period INTEGER NOT NULL,
      region TEXT NOT NULL,
      task BLOB NOT NULL,
      partnerships INTEGER NOT NULL,
      entry INTEGER NOT NULL UNIQUE REFERENCES entry,
      PRIMARY KEY (framework, major, kind, period, region)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE pool_task (
      id BLOB NOT NULL PRIMARY KEY,
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      kind TEXT NOT NULL,
      period INTEGER NOT NULL,
      region TEXT NOT NULL,
      place INTEGER NOT NULL,
      verify_key BLOB NOT NULL,
      file BLOB NOT NULL,
      publication BLOB,
      UNIQUE (framework, major, kind, period, region)
    ) STRICT;

    -- "secret" is this registry's own share; emptied once it is added up or refused.
    CREATE TABLE pool_contribution (
      task BLOB NOT NULL REFERENCES pool_task,
      id BLOB NOT NULL,
      partnership TEXT NOT NULL,
      declared TEXT NOT NULL,
      verdict TEXT NOT NULL,
      secret BLOB NOT NULL,
      PRIMARY KEY (task, id),
      UNIQUE (task, partnership)
    ) STRICT;

    CREATE TABLE pool_ledger (
      partnership TEXT NOT NULL,
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      kind TEXT NOT NULL,
      period INTEGER NOT NULL,
      criterion TEXT NOT NULL,
      contribution BLOB NOT NULL,
      task BLOB NOT NULL,
      PRIMARY KEY (partnership, framework, major, kind, period, criterion)
    ) STRICT, WITHOUT ROWID;

    -- Exactly as signed; "place" says which of the task's registries signed.
    CREATE TABLE pool_message (
      task BLOB NOT NULL REFERENCES pool_task,
      place INTEGER NOT NULL,
      step TEXT NOT NULL,
      subject BLOB NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (task, place, step, subject)
    ) STRICT;

    CREATE TABLE pool_evidence (
      task BLOB NOT NULL REFERENCES pool_task,
      place INTEGER NOT NULL,
      step TEXT NOT NULL,
      subject BLOB NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (task, place, step, subject, bytes)
    ) STRICT;
    """
}
