"""The tables of what is kept once treatment has begun; made by one step and never edited."""

from __future__ import annotations

RECOVERY_TABLES = (
    """CREATE TABLE recovery_stays (
      id INTEGER PRIMARY KEY,
      "where" TEXT NOT NULL,
      since TEXT NOT NULL,
      until TEXT,
      name TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_milestones (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      day TEXT NOT NULL,
      name TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_habits (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      per TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_habit_days (
      habit_id INTEGER NOT NULL,
      day TEXT NOT NULL,
      PRIMARY KEY (habit_id, day)
    ) WITHOUT ROWID""",
    "CREATE INDEX recovery_habit_days_day ON recovery_habit_days (day)",
    """CREATE TABLE recovery_limits (
      id INTEGER PRIMARY KEY,
      words TEXT NOT NULL,
      since TEXT NOT NULL,
      uid TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_limit_weeks (
      limit_id INTEGER NOT NULL,
      monday TEXT NOT NULL,
      answer TEXT NOT NULL,
      PRIMARY KEY (limit_id, monday)
    ) WITHOUT ROWID""",
    """CREATE TABLE recovery_steps (
      name TEXT PRIMARY KEY,
      done_on TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE recovery_signs (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      day TEXT NOT NULL,
      note TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_supplies (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      place TEXT NOT NULL,
      expires TEXT,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_appointments (
      id INTEGER PRIMARY KEY,
      day TEXT NOT NULL,
      hour TEXT NOT NULL,
      who TEXT NOT NULL,
      place TEXT NOT NULL,
      note TEXT NOT NULL,
      deleted_at TEXT
    )""",
    """CREATE TABLE recovery_people (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      number TEXT NOT NULL,
      purpose TEXT NOT NULL,
      uid TEXT NOT NULL,
      deleted_at TEXT
    )""",
)
