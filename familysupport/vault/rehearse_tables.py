"""The tables of what was practised: readings, talks, whom it is for, and recordings."""

from __future__ import annotations

REHEARSE_READINGS = (
    """CREATE TABLE rehearse_readings (
          id INTEGER PRIMARY KEY,
          statement_id INTEGER NOT NULL,
          began_at TEXT NOT NULL,
          seconds REAL NOT NULL,
          words INTEGER NOT NULL,
          words_per_minute INTEGER NOT NULL,
          ending TEXT NOT NULL,
          ended_at_word INTEGER NOT NULL,
          deleted_at TEXT
        )""",
    "CREATE INDEX rehearse_readings_statement ON rehearse_readings (statement_id)",
)

REHEARSE_TALKS = """CREATE TABLE rehearse_talks (
          id INTEGER PRIMARY KEY,
          began_at TEXT NOT NULL,
          seconds REAL NOT NULL,
          mode TEXT NOT NULL,
          kind TEXT NOT NULL,
          outcome TEXT NOT NULL,
          met TEXT NOT NULL,
          calm_before INTEGER,
          ready_before INTEGER,
          calm_after INTEGER,
          ready_after INTEGER,
          keep_line TEXT NOT NULL DEFAULT '',
          change_line TEXT NOT NULL DEFAULT '',
          words TEXT NOT NULL DEFAULT '',
          deleted_at TEXT
        )"""

REHEARSE_LOVED = """CREATE TABLE rehearse_loved (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          pronoun TEXT NOT NULL,
          tie TEXT NOT NULL,
          you TEXT NOT NULL
        )"""

REHEARSE_PREPARED = """CREATE TABLE rehearse_prepared (
          moment TEXT PRIMARY KEY,
          at TEXT NOT NULL,
          start INTEGER,
          calm INTEGER,
          facts INTEGER,
          hold INTEGER
        )"""

REHEARSE_RECORDINGS = (
    # Numbers are never used again, so that a part left over can never belong to another recording.
    """CREATE TABLE rehearse_recordings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      statement_id INTEGER NOT NULL,
      began_at TEXT NOT NULL,
      seconds REAL NOT NULL,
      text TEXT NOT NULL,
      places TEXT NOT NULL
    )""",
    "CREATE INDEX rehearse_recordings_statement ON rehearse_recordings (statement_id)",
    """CREATE TABLE rehearse_sound_parts (
      recording_id INTEGER NOT NULL REFERENCES rehearse_recordings (id),
      part INTEGER NOT NULL,
      sound BLOB NOT NULL,
      PRIMARY KEY (recording_id, part)
    )""",
)
