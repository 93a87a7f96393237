"""The tables of photos and files: what is told of each, and its content in parts."""

from __future__ import annotations

JOURNAL_FILES = (
    # Numbers are never used again, so that a part left over can never belong to another file.
    """CREATE TABLE journal_files (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      entry_id INTEGER NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      size INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      whole INTEGER NOT NULL DEFAULT 0,
      deleted_at TEXT,
      thumbnail BLOB NOT NULL
    )""",
    "CREATE INDEX journal_files_entry ON journal_files (entry_id, place)",
    "CREATE INDEX journal_files_coming ON journal_files (id) WHERE whole = 0",
    "CREATE INDEX journal_files_deleted ON journal_files (deleted_at) WHERE deleted_at IS NOT NULL",
    # No reference to the file: megabytes are wiped piece by piece, not all in one moment.
    """CREATE TABLE journal_file_parts (
      file_id INTEGER NOT NULL,
      n INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (file_id, n)
    )""",
)
