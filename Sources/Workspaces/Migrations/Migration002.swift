/// Watch lists. Rows are never deleted, and never changed but for what an entry of the audit trail ended, undid or
/// erased.
///
/// Who answers for a school, why it is listed and what is reported stand in `content` alone, so that erasing takes
/// all of it out of the file; the trail keeps its digest.
enum Migration002 {
  static let sql = """
    -- One member's time on one list.
    CREATE TABLE watch_entry (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      list TEXT NOT NULL,
      member TEXT NOT NULL REFERENCES member (id),
      day TEXT NOT NULL,                -- since when
      digest TEXT NOT NULL,             -- of the content
      content TEXT,                     -- canonical JSON; none once erased
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      ended INTEGER REFERENCES audit (sequence),
      ended_on TEXT,
      undone INTEGER REFERENCES audit (sequence),
      CHECK ((ended IS NULL) = (ended_on IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX watch_entry_open ON watch_entry (member, framework, list)
      WHERE ended IS NULL AND undone IS NULL;
    CREATE INDEX watch_entry_list ON watch_entry (framework, list, member);
    CREATE TRIGGER watch_entry_is_never_changed
      BEFORE UPDATE OF id, framework, list, member, day, digest, recorded ON watch_entry
      BEGIN SELECT RAISE(ABORT, 'an entry of a watch list is never changed'); END;
    CREATE TRIGGER watch_entry_content_is_only_erased BEFORE UPDATE OF content ON watch_entry
      WHEN NEW.content IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'an entry of a watch list is never changed'); END;
    CREATE TRIGGER watch_entry_is_never_deleted BEFORE DELETE ON watch_entry
      BEGIN SELECT RAISE(ABORT, 'an entry of a watch list is never deleted'); END;

    -- What the person who answers for it reports.
    CREATE TABLE watch_report (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES watch_entry (id),
      day TEXT NOT NULL,
      digest TEXT NOT NULL,
      content TEXT,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      undone INTEGER REFERENCES audit (sequence)
    ) STRICT;
    CREATE INDEX watch_report_entry ON watch_report (entry, day, id);
    CREATE TRIGGER watch_report_is_never_changed
      BEFORE UPDATE OF id, entry, day, digest, recorded ON watch_report
      BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
    CREATE TRIGGER watch_report_content_is_only_erased BEFORE UPDATE OF content ON watch_report
      WHEN NEW.content IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
    CREATE TRIGGER watch_report_is_never_deleted BEFORE DELETE ON watch_report
      BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END;

    -- Whether a side says that it is enough; its latest word holds.
    CREATE TABLE watch_word (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES watch_entry (id),
      side TEXT NOT NULL,
      enough INTEGER NOT NULL CHECK (enough IN (0, 1)),
      day TEXT NOT NULL,
      digest TEXT NOT NULL,
      content TEXT,
      recorded INTEGER NOT NULL REFERENCES audit (sequence),
      undone INTEGER REFERENCES audit (sequence)
    ) STRICT;
    CREATE INDEX watch_word_entry ON watch_word (entry, id);
    CREATE TRIGGER watch_word_is_never_changed
      BEFORE UPDATE OF id, entry, side, enough, day, digest, recorded ON watch_word
      BEGIN SELECT RAISE(ABORT, 'a side takes its word back, it is never changed'); END;
    CREATE TRIGGER watch_word_content_is_only_erased BEFORE UPDATE OF content ON watch_word
      WHEN NEW.content IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a side takes its word back, it is never changed'); END;
    CREATE TRIGGER watch_word_is_never_deleted BEFORE DELETE ON watch_word
      BEGIN SELECT RAISE(ABORT, 'a side takes its word back, it is never deleted'); END;
    """
}
