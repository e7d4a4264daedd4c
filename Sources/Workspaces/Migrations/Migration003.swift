import GRDB
import Sealing

/// The ledger, contributions to pools, and where schools come from. Rows are never deleted, and never changed but for
/// what an entry of the audit trail cancelled, handed over or undid.
enum Migration003 {
  static let sql = """
    -- The partnership's contributions to pools.
    CREATE TABLE contribution (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      task TEXT NOT NULL,               -- the pool's digest
      version TEXT NOT NULL,
      pinned TEXT NOT NULL,             -- the framework's digest
      fixed_on TEXT NOT NULL,
      payload BLOB NOT NULL,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      cancelled INTEGER REFERENCES audit (sequence),
      handed_over INTEGER REFERENCES audit (sequence),
      UNIQUE (framework, major, period, kind),
      CHECK (cancelled IS NULL OR handed_over IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX contribution_task ON contribution (task);
    CREATE TRIGGER contribution_is_fixed
      BEFORE UPDATE OF id, framework, major, period, kind, task, version, pinned, fixed_on, payload, recorded
        ON contribution
      BEGIN SELECT RAISE(ABORT, 'a contribution is fixed once'); END;
    CREATE TRIGGER contribution_is_handed_over_once BEFORE UPDATE ON contribution
      WHEN OLD.handed_over IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a contribution is handed over once'); END;
    CREATE TRIGGER contribution_is_never_deleted BEFORE DELETE ON contribution
      BEGIN SELECT RAISE(ABORT, 'a contribution is never deleted'); END;

    -- The reviews behind a contribution.
    CREATE TABLE contributor (
      contribution INTEGER NOT NULL REFERENCES contribution (id),
      member TEXT NOT NULL REFERENCES member (id),
      review INTEGER NOT NULL REFERENCES review (id),
      PRIMARY KEY (contribution, member)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER contributor_is_never_changed BEFORE UPDATE ON contributor
      BEGIN SELECT RAISE(ABORT, 'a cohort is fixed once'); END;
    CREATE TRIGGER contributor_is_never_deleted BEFORE DELETE ON contributor
      BEGIN SELECT RAISE(ABORT, 'a cohort is fixed once'); END;

    -- What was told of whom. Append-only; each entry's digest covers the one before it.
    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY,
      subject TEXT NOT NULL,            -- a member's id, or another workspace's id, a slash and its member's
      framework TEXT NOT NULL,
      criterion TEXT NOT NULL,          -- a path; * for every criterion
      use TEXT NOT NULL CHECK (use IN ('sheet', 'pool')),
      period TEXT NOT NULL,
      day TEXT NOT NULL,                -- of the release
      epsilon TEXT,                     -- none: told without a bound
      judged_on TEXT,                   -- the review's day, where it is known
      release INTEGER REFERENCES release (id),
      contribution INTEGER REFERENCES contribution (id),
      workspace TEXT,                   -- brought along by a statement of this workspace,
      place INTEGER,                    -- under this number there
      publication TEXT,                 -- entered again from this publication
      previous TEXT NOT NULL,
      digest TEXT NOT NULL,
      CHECK ((release IS NOT NULL) + (contribution IS NOT NULL) + (workspace IS NOT NULL)
        + (publication IS NOT NULL) = 1),
      CHECK ((workspace IS NULL) = (place IS NULL))
    ) STRICT;
    CREATE INDEX ledger_framework ON ledger (framework, subject, criterion);
    CREATE INDEX ledger_subject ON ledger (subject);
    CREATE INDEX ledger_brought ON ledger (workspace, place) WHERE workspace IS NOT NULL;
    CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
    CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
    CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
      WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM ledger)
      BEGIN SELECT RAISE(ABORT, 'the ledger only grows at its end'); END;

    -- What is known of a member's past elsewhere; the latest word holds.
    CREATE TABLE history (
      id INTEGER PRIMARY KEY,
      member TEXT NOT NULL REFERENCES member (id),
      word TEXT NOT NULL,
      day TEXT NOT NULL,
      origin TEXT,                      -- the workspace or partnership that it came from
      statement TEXT,                   -- the digest of the statement that was read or given
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      undone INTEGER REFERENCES audit (sequence)
    ) STRICT;
    CREATE INDEX history_member ON history (member, id);
    CREATE TRIGGER history_is_never_changed
      BEFORE UPDATE OF id, member, word, day, origin, statement, recorded ON history
      BEGIN SELECT RAISE(ABORT, 'a history is added to, never changed'); END;
    CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
      BEGIN SELECT RAISE(ABORT, 'a history is added to, never changed'); END;

    -- Which school went on as which.
    CREATE TABLE predecessor (
      id INTEGER PRIMARY KEY,
      successor TEXT NOT NULL,
      predecessor TEXT NOT NULL,
      day TEXT NOT NULL,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      undone INTEGER REFERENCES audit (sequence)
    ) STRICT;
    CREATE UNIQUE INDEX predecessor_link ON predecessor (successor, predecessor) WHERE undone IS NULL;
    CREATE TRIGGER predecessor_is_never_changed
      BEFORE UPDATE OF id, successor, predecessor, day, recorded ON predecessor
      BEGIN SELECT RAISE(ABORT, 'a link between schools is never changed'); END;
    CREATE TRIGGER predecessor_is_never_deleted BEFORE DELETE ON predecessor
      BEGIN SELECT RAISE(ABORT, 'a link between schools is never changed'); END;

    -- Releases that an older copy of this file does not know, as their publications tell.
    CREATE TABLE recovered (
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      publication TEXT NOT NULL,
      day TEXT NOT NULL,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      PRIMARY KEY (framework, major, period, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER recovered_is_never_changed BEFORE UPDATE ON recovered
      BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
    CREATE TRIGGER recovered_is_never_deleted BEFORE DELETE ON recovered
      BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
    """

  /// Enters the releases that were made before there was a ledger: every criterion, with the largest epsilon of the
  /// sheet. The same rows give the same chain in every copy of a file.
  static func enterReleases(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT release.id, release.framework, release.period, release.fixed_on, release.payload, cohort.member,
          review.day
        FROM release JOIN cohort ON cohort.release = release.id JOIN review ON review.id = cohort.review
        ORDER BY release.id, cohort.member
        """)
    // A file without a partnership is one that is only just being made.
    if rows.isEmpty { return }
    var chain = try LedgerChain(db)
    for row in rows {
      try chain.append(
        LedgerSpend(
          subject: try row.text("member"), framework: try row.text("framework"), criterion: LedgerSpend.every,
          use: .sheet, period: try row.period("period"), day: try row.day("fixed_on"),
          epsilon: largestEpsilon(of: try row.bytes("payload")), judgedOn: try row.optionalDay("day"),
          source: .release(try row.number("id"))))
    }
  }

  /// `nil` where the payload is no sheet: then nobody knows what it told.
  private static func largestEpsilon(of payload: [UInt8]) -> Epsilon? {
    guard let figures = (try? JSONValue(parsing: payload))?["figures"]?.asArray else { return nil }
    let epsilons = figures.map { $0["epsilon"]?.asString.flatMap { Epsilon($0) } }
    guard !epsilons.isEmpty, !epsilons.contains(nil) else { return nil }
    return epsilons.compactMap(\.self).max { $0.approximation < $1.approximation }
  }
}
