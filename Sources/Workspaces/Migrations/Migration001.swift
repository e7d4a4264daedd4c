/// The first format: partnership, members, consent, reviews, releases and the audit trail.
///
/// Rows are never deleted. What an entry of the audit trail brought about names the entry (`recorded`,
/// `ended`, …), so that who and when stand in one place only.
enum Migration001 {
  static let sql = """
    -- Append-only; each entry's digest covers the one before it.
    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      change INTEGER NOT NULL,          -- one command, one change; the number of its first entry
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      words TEXT NOT NULL,
      detail TEXT NOT NULL,             -- canonical JSON
      undoes INTEGER REFERENCES audit (sequence),
      previous TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_change ON audit (change, sequence);
    CREATE UNIQUE INDEX audit_undoes ON audit (undoes) WHERE undoes IS NOT NULL;
    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
    CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
      WHEN NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM audit)
      BEGIN SELECT RAISE(ABORT, 'the audit trail only grows at its end'); END;

    CREATE TABLE partnership (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      workspace TEXT NOT NULL,          -- random, 32 hexadecimal digits
      slug TEXT NOT NULL,
      name TEXT NOT NULL,
      region TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER partnership_is_never_changed BEFORE UPDATE ON partnership
      BEGIN SELECT RAISE(ABORT, 'a workspace belongs to one partnership'); END;
    CREATE TRIGGER partnership_is_never_deleted BEFORE DELETE ON partnership
      BEGIN SELECT RAISE(ABORT, 'a workspace belongs to one partnership'); END;

    CREATE TABLE member (
      id TEXT NOT NULL PRIMARY KEY,     -- a URN, or a slug that the partnership chose
      name TEXT NOT NULL,
      region TEXT NOT NULL,
      phase TEXT,
      joined TEXT,
      present INTEGER NOT NULL CHECK (present IN (0, 1)),
      recorded INTEGER NOT NULL REFERENCES audit (sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER member_is_never_deleted BEFORE DELETE ON member
      BEGIN SELECT RAISE(ABORT, 'a member is removed, never deleted'); END;

    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      member TEXT NOT NULL REFERENCES member (id),
      purpose TEXT NOT NULL,
      audience TEXT NOT NULL,           -- with whom
      from_day TEXT NOT NULL,
      until_day TEXT,                   -- the last day; none: until withdrawn
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      ended INTEGER REFERENCES audit (sequence),    -- withdrawn, or replaced by a newer consent
      ended_on TEXT,
      undone INTEGER REFERENCES audit (sequence),
      CHECK ((ended IS NULL) = (ended_on IS NULL))
    ) STRICT;
    CREATE INDEX consent_standing ON consent (purpose, member, audience, from_day, until_day)
      WHERE ended IS NULL AND undone IS NULL;
    CREATE INDEX consent_ended ON consent (ended) WHERE ended IS NOT NULL;
    CREATE TRIGGER consent_terms_are_never_changed
      BEFORE UPDATE OF id, member, purpose, audience, from_day, until_day, recorded ON consent
      BEGIN SELECT RAISE(ABORT, 'the terms of a consent are never changed'); END;
    CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
      BEGIN SELECT RAISE(ABORT, 'a consent is withdrawn, never deleted'); END;

    -- One revision of one review a row.
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL REFERENCES member (id),
      day TEXT NOT NULL,                -- empty where the review names none
      revision INTEGER NOT NULL,
      status TEXT NOT NULL,
      version TEXT NOT NULL,
      pinned TEXT,                      -- the framework's digest, where the review names it
      digest TEXT NOT NULL,             -- of the content
      content TEXT,                     -- canonical JSON; none once erased
      source BLOB,                      -- the file as it was given
      file TEXT NOT NULL,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      live INTEGER NOT NULL CHECK (live IN (0, 1)),  -- 0: undone or erased
      CHECK ((content IS NULL) = (source IS NULL)),
      CHECK (live = 0 OR content IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX review_revision
      ON review (framework, major, period, kind, subject, day, revision);
    CREATE INDEX review_standing
      ON review (live, framework, major, period, kind, subject, day DESC, id DESC, status);
    CREATE INDEX review_subject ON review (subject, live);
    CREATE TRIGGER review_is_never_changed
      BEFORE UPDATE OF id, framework, major, period, kind, subject, day, revision, status, version, pinned,
        digest, file, recorded ON review
      BEGIN SELECT RAISE(ABORT, 'a revision of a review is never changed'); END;
    CREATE TRIGGER review_content_is_only_erased BEFORE UPDATE OF content, source ON review
      WHEN NEW.content IS NOT NULL OR NEW.source IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a revision of a review is never changed'); END;
    CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON review
      BEGIN SELECT RAISE(ABORT, 'a revision of a review is never deleted'); END;

    CREATE TABLE release (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      major INTEGER NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      version TEXT NOT NULL,
      pinned TEXT NOT NULL,             -- the framework's digest
      policy TEXT NOT NULL,             -- the policy's digest
      audience TEXT NOT NULL,
      fixed_on TEXT NOT NULL,
      salt BLOB NOT NULL CHECK (length(salt) = 32),
      payload BLOB NOT NULL,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      cancelled INTEGER REFERENCES audit (sequence),
      signed INTEGER REFERENCES audit (sequence),
      publisher TEXT,                   -- the key's public half
      origin TEXT,                      -- the registry
      place INTEGER,                    -- the publisher's sequence number there
      leaf TEXT,                        -- the leaf's hash
      publication BLOB,
      UNIQUE (framework, major, period, kind),
      CHECK (signed IS NULL OR (publisher IS NOT NULL AND origin IS NOT NULL AND place IS NOT NULL
        AND leaf IS NOT NULL AND publication IS NOT NULL)),
      CHECK (signed IS NULL OR cancelled IS NULL)
    ) STRICT;
    CREATE TRIGGER release_is_fixed
      BEFORE UPDATE OF id, framework, major, period, kind, version, pinned, policy, audience, fixed_on, salt,
        payload, recorded ON release
      BEGIN SELECT RAISE(ABORT, 'a release is fixed once'); END;
    CREATE TRIGGER release_is_signed_once BEFORE UPDATE ON release WHEN OLD.signed IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a release is signed once'); END;
    CREATE TRIGGER release_is_never_deleted BEFORE DELETE ON release
      BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;

    -- The reviews behind a release.
    CREATE TABLE cohort (
      release INTEGER NOT NULL REFERENCES release (id),
      member TEXT NOT NULL REFERENCES member (id),
      review INTEGER NOT NULL REFERENCES review (id),
      PRIMARY KEY (release, member)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER cohort_is_never_changed BEFORE UPDATE ON cohort
      BEGIN SELECT RAISE(ABORT, 'a cohort is fixed once'); END;
    CREATE TRIGGER cohort_is_never_deleted BEFORE DELETE ON cohort
      BEGIN SELECT RAISE(ABORT, 'a cohort is fixed once'); END;

    -- Where each publisher's next leaf goes at each registry.
    CREATE TABLE leaf_place (
      publisher TEXT NOT NULL,
      origin TEXT NOT NULL,
      next INTEGER NOT NULL CHECK (next > 1),
      previous TEXT NOT NULL,
      PRIMARY KEY (publisher, origin)
    ) STRICT, WITHOUT ROWID;
    """
}
