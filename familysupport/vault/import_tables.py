"""The tables of what was brought in: each time, and the entries that came with it."""

from __future__ import annotations

JOURNAL_IMPORTS = (
    """CREATE TABLE journal_imports (
      id INTEGER PRIMARY KEY,
      made_at TEXT NOT NULL,
      formats TEXT NOT NULL
    )""",
    # As an entry was when it came: one that was changed since is not taken back out.
    """CREATE TABLE journal_import_entries (
      import_id INTEGER NOT NULL REFERENCES journal_imports (id) ON DELETE CASCADE,
      entry_id INTEGER NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
      changed_at TEXT NOT NULL,
      PRIMARY KEY (import_id, entry_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX journal_import_entries_entry ON journal_import_entries (entry_id)",
)
