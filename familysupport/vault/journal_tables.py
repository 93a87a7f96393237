"""The tables of the journal: entries, their tags, and the index of their words."""

from __future__ import annotations

JOURNAL = (
    """CREATE TABLE journal_entries (
      id INTEGER PRIMARY KEY,
      place INTEGER NOT NULL UNIQUE,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      mood TEXT,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      tags TEXT NOT NULL,
      made_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      deleted_at TEXT
    )""",
    "CREATE INDEX journal_entries_kept ON journal_entries (place) WHERE deleted_at IS NULL",
    "CREATE INDEX journal_entries_deleted ON journal_entries (deleted_at)"
    " WHERE deleted_at IS NOT NULL",
    """CREATE TABLE journal_tags (
      tag TEXT NOT NULL,
      entry_id INTEGER NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
      PRIMARY KEY (tag, entry_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX journal_tags_entry ON journal_tags (entry_id)",
    "CREATE VIEW journal_kept AS SELECT place, title, text, tags FROM journal_entries"
    " WHERE deleted_at IS NULL",
    """CREATE VIRTUAL TABLE journal_search USING fts5(
      title, text, tags, content='journal_kept', content_rowid='place',
      tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3'
    )""",
    """CREATE TRIGGER journal_added AFTER INSERT ON journal_entries
      WHEN new.deleted_at IS NULL BEGIN
      INSERT INTO journal_search (rowid, title, text, tags)
        VALUES (new.place, new.title, new.text, new.tags);
    END""",
    """CREATE TRIGGER journal_removed AFTER DELETE ON journal_entries
      WHEN old.deleted_at IS NULL BEGIN
      INSERT INTO journal_search (journal_search, rowid, title, text, tags)
        VALUES ('delete', old.place, old.title, old.text, old.tags);
    END""",
    """CREATE TRIGGER journal_leaving BEFORE UPDATE ON journal_entries
      WHEN old.deleted_at IS NULL BEGIN
      INSERT INTO journal_search (journal_search, rowid, title, text, tags)
        VALUES ('delete', old.place, old.title, old.text, old.tags);
    END""",
    """CREATE TRIGGER journal_changed AFTER UPDATE ON journal_entries
      WHEN new.deleted_at IS NULL BEGIN
      INSERT INTO journal_search (rowid, title, text, tags)
        VALUES (new.place, new.title, new.text, new.tags);
    END""",
)
