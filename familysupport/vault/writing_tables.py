"""The tables beside the journal's entries: how they read before, and ways to begin."""

from __future__ import annotations

JOURNAL_WRITING = (
    "ALTER TABLE journal_entries ADD COLUMN sleep REAL",
    "ALTER TABLE journal_entries ADD COLUMN energy TEXT",
    """CREATE TABLE journal_versions (
      id INTEGER PRIMARY KEY,
      entry_id INTEGER NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      name TEXT NOT NULL
    )""",
    "CREATE INDEX journal_versions_entry ON journal_versions (entry_id)",
    """CREATE TABLE journal_templates (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      deleted_at TEXT
    )""",
)
