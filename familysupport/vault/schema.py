"""The vault's tables, a function per step: add at the end, never edit one that was shipped."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from familysupport.vault.file_tables import JOURNAL_FILES
from familysupport.vault.import_tables import JOURNAL_IMPORTS
from familysupport.vault.journal_tables import JOURNAL
from familysupport.vault.recovery_tables import RECOVERY_TABLES
from familysupport.vault.rehearse_tables import (
    REHEARSE_LOVED,
    REHEARSE_PREPARED,
    REHEARSE_READINGS,
    REHEARSE_RECORDINGS,
    REHEARSE_TALKS,
)
from familysupport.vault.writing_tables import JOURNAL_WRITING

steps = Migrations("familysupport")


def migrate(db: Database) -> None:
    """Bring `db` up to date; each step is one transaction, rolled back whole if it fails."""
    steps.apply(db)


def is_up_to_date(db: Database) -> bool:
    """Say whether no step is waiting; reads only."""
    return not steps.pending(db)


def taken(db: Database) -> tuple[str, ...]:
    """Return the names of the steps that `db` has taken, in their order; reads only."""
    return tuple(step.name for step in steps.applied(db))


def is_from_newer_program(db: Database) -> bool:
    """Say whether `db` holds a step this program does not know; reads only."""
    with Database(memory=True, execute_plugins=False) as empty:
        known = {step.name for step in steps.pending(empty)}
    return any(step.name not in known for step in steps.applied(db))


@steps()
def m001_meta(db: Database) -> None:
    """Make the table of small facts about the vault itself."""
    db.table("meta").create({"key": str, "value": str}, pk="key", not_null={"value"})


@steps()
def m005_journal(db: Database) -> None:
    """Add entries, their tags, and the index of their words; `place` orders both by time."""
    for statement in JOURNAL:
        db.execute(statement)


@steps()
def m006_rehearse(db: Database) -> None:
    """Add the readings aloud; the words that were read stay with their statement."""
    for statement in REHEARSE_READINGS:
        db.execute(statement)


@steps()
def m005_people(db: Database) -> None:
    """Make the list of the people of the meeting, in their order."""
    db.table("people").create(
        {
            "id": int,
            "name": str,
            "relation": str,
            "part": str,
            "place": int,
            "contact": str,
            "note": str,
            "updated_at": str,
            "deleted_at": str,
        },
        pk="id",
        not_null={"name", "relation", "part", "place", "contact", "note", "updated_at"},
    )


@steps()
def m004_statements(db: Database) -> None:
    """Make the statements, each with its page that is never printed, and their versions."""
    db.table("statements").create(
        {
            "id": int,
            "person_id": int,
            "author": str,
            "addressee": str,
            "title": str,
            "text": str,
            "private": str,
            "created_at": str,
            "updated_at": str,
            "deleted_at": str,
        },
        pk="id",
        not_null={"author", "addressee", "title", "text", "private", "created_at", "updated_at"},
    )
    versions = db.table("statement_versions").create(
        {
            "id": int,
            "statement_id": int,
            "title": str,
            "text": str,
            "name": str,
            "kept_at": str,
        },
        pk="id",
        foreign_keys=[("statement_id", "statements", "id")],
        not_null={"statement_id", "title", "text", "name", "kept_at"},
    )
    versions.create_index(["statement_id"])


@steps()
def m007_learn(db: Database) -> None:
    """Add what is remembered of the lessons: reading, answers, bookmarks, notes."""
    db.table("learn_readings").create(
        {"lesson_id": str, "share": float, "place": float, "finished": int, "read_at": str},
        pk="lesson_id",
        not_null={"share", "place", "finished", "read_at"},
    )
    db.table("learn_answers").create(
        {"lesson_id": str, "question_id": str, "was_right": int, "answered_at": str},
        pk=("lesson_id", "question_id"),
        not_null={"was_right", "answered_at"},
    )
    db.table("learn_bookmarks").create(
        {
            "id": int,
            "lesson_id": str,
            "section": str,
            "title": str,
            "made_at": str,
            "deleted_at": str,
        },
        pk="id",
        not_null={"lesson_id", "section", "title", "made_at"},
    )
    db.table("learn_notes").create(
        {
            "lesson_id": str,
            "section": str,
            "text": str,
            "changed_at": str,
            "deleted_at": str,
        },
        pk=("lesson_id", "section"),
        not_null={"text", "changed_at"},
    )


@steps()
def m008_statement_cards(db: Database) -> None:
    """Give each statement its second card, and a place for which words belong to which part."""
    for column in ("if_no", "parts"):
        db.execute(f"ALTER TABLE statements ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


@steps()
def m020_plan(db: Database) -> None:
    """Keep the plan of the meeting as records, and what each person feels ready for."""
    db.execute(
        """CREATE TABLE plan_items (
          id INTEGER PRIMARY KEY,
          uid TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          place INTEGER NOT NULL,
          data TEXT NOT NULL,
          updated_at TEXT NOT NULL,
          deleted_at TEXT
        )"""
    )
    db.execute("CREATE INDEX plan_items_kind ON plan_items (kind, place)")
    db.execute("ALTER TABLE people ADD COLUMN uid TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE people ADD COLUMN fear TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE people ADD COLUMN readiness INTEGER")
    db.execute("UPDATE people SET uid = lower(hex(randomblob(16)))")


@steps()
def m030_statement_drafting(db: Database) -> None:
    """Keep what a letter is meant to leave behind, whole versions, own words, notes left alone."""
    for statement in _DRAFTING:
        db.execute(statement)


_DRAFTING = (
    "ALTER TABLE statements ADD COLUMN wish TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE statement_versions ADD COLUMN if_no TEXT",
    "ALTER TABLE statement_versions ADD COLUMN parts TEXT",
    "CREATE TABLE statement_words (word TEXT PRIMARY KEY, added_at TEXT NOT NULL)",
    "CREATE TABLE statement_choices (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE statement_left (
      id INTEGER PRIMARY KEY,
      statement_id INTEGER NOT NULL,
      scope TEXT NOT NULL,
      rule TEXT NOT NULL,
      words TEXT NOT NULL,
      sentence TEXT NOT NULL,
      count INTEGER NOT NULL,
      left_at TEXT NOT NULL
    )""",
    "CREATE INDEX statement_left_statement ON statement_left (statement_id)",
)


@steps()
def m040_emergency(db: Database) -> None:
    """Add the times of an overdose that somebody chose to keep."""
    db.execute(
        """CREATE TABLE emergency_times (
          id INTEGER PRIMARY KEY,
          began_at TEXT NOT NULL UNIQUE,
          lines TEXT NOT NULL,
          deleted_at TEXT
        )"""
    )


@steps()
def m021_people_marks(db: Database) -> None:
    """Note of each person whether they may flare up, and whether they are a child."""
    for column in ("may_flare", "is_child"):
        db.execute(f"ALTER TABLE people ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")


@steps()
def m041_rehearse_talks(db: Database) -> None:
    """Add the practice talks; what was said is kept only when somebody asks for it."""
    db.execute(REHEARSE_TALKS)


@steps()
def m042_rehearse_stumbles(db: Database) -> None:
    """Keep where somebody stumbled in a reading, and how they like the text to look."""
    db.execute("ALTER TABLE rehearse_readings ADD COLUMN stumbles TEXT NOT NULL DEFAULT '[]'")
    db.execute("CREATE TABLE rehearse_look (id INTEGER PRIMARY KEY, choices TEXT NOT NULL)")


@steps()
def m042_journal_pages(db: Database) -> None:
    """Add the pages that a journal has once, such as the plan for a return to use."""
    db.execute(
        """CREATE TABLE journal_pages (
          name TEXT PRIMARY KEY,
          answers TEXT NOT NULL,
          changed_at TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@steps()
def m043_rehearse_meeting(db: Database) -> None:
    """Keep the practice meeting under way, so that it goes on with the same reader after a cut."""
    db.execute("CREATE TABLE rehearse_meeting (id INTEGER PRIMARY KEY, state TEXT NOT NULL)")


@steps()
def m050_journal_writing(db: Database) -> None:
    """Let an entry tell of sleep and energy, and keep how it read before, and ways to begin."""
    for statement in JOURNAL_WRITING:
        db.execute(statement)


@steps()
def m053_recovery(db: Database) -> None:
    """Add what is kept once treatment has begun: stays, habits, limits, signs, supplies, people."""
    for statement in RECOVERY_TABLES:
        db.execute(statement)


@steps()
def m054_for_me(db: Database) -> None:
    """Add the writer's own check-ins by day, pages that there are once, and reminders."""
    for statement in _FOR_ME:
        db.execute(statement)


_FOR_ME = (
    """CREATE TABLE for_me_check_ins (
      day TEXT PRIMARY KEY,
      answers TEXT NOT NULL,
      words TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      deleted_at TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE for_me_pages (
      name TEXT PRIMARY KEY,
      answers TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE for_me_reminders (
      id INTEGER PRIMARY KEY,
      topic TEXT NOT NULL,
      words TEXT NOT NULL,
      day TEXT NOT NULL,
      at TEXT NOT NULL,
      weekly INTEGER NOT NULL,
      is_on INTEGER NOT NULL,
      again TEXT,
      deleted_at TEXT
    )""",
)


@steps()
def m052_journal_searches(db: Database) -> None:
    """Keep searches under a name, memories put aside, counted words, and an order by day."""
    for statement in _JOURNAL_FINDING:
        db.execute(statement)


_JOURNAL_FINDING = (
    """CREATE TABLE journal_searches (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      words TEXT NOT NULL
    )""",
    """CREATE TABLE journal_hidden_memories (
      entry_id INTEGER PRIMARY KEY REFERENCES journal_entries (id) ON DELETE CASCADE
    )""",
    """CREATE TABLE journal_words (
      entry_id INTEGER PRIMARY KEY REFERENCES journal_entries (id) ON DELETE CASCADE,
      words INTEGER NOT NULL
    )""",
    """CREATE TRIGGER journal_recount AFTER UPDATE OF text ON journal_entries
      WHEN new.text IS NOT old.text BEGIN
      DELETE FROM journal_words WHERE entry_id = new.id;
    END""",
    "CREATE INDEX journal_entries_days ON journal_entries"
    " (substr(at, 1, 10), place, mood, kind, sleep, energy) WHERE deleted_at IS NULL",
)


@steps()
def m056_rehearse_loved(db: Database) -> None:
    """Keep whom one practises for: the name, how one speaks of them, who one is to them."""
    db.execute(REHEARSE_LOVED)


@steps()
def m051_journal_files(db: Database) -> None:
    """Add photos and files of entries: what is told of each, and its content in parts."""
    for statement in JOURNAL_FILES:
        db.execute(statement)


@steps()
def m057_rehearse_prepared(db: Database) -> None:
    """Keep how prepared somebody felt before, after practice, and after the real day."""
    db.execute(REHEARSE_PREPARED)


@steps()
def m058_journal_imports(db: Database) -> None:
    """Remember what was brought in together, so that it can be taken back out together."""
    for statement in JOURNAL_IMPORTS:
        db.execute(statement)


@steps()
def m058_rehearse_recordings(db: Database) -> None:
    """Add what somebody recorded of a reading, its sound in parts."""
    for statement in REHEARSE_RECORDINGS:
        db.execute(statement)


@steps()
def m059_journal_filters(db: Database) -> None:
    """Order entries by kind and by mood too, so that a rare one is found without a long look."""
    for column in ("kind", "mood"):
        db.execute(
            f"CREATE INDEX journal_entries_{column}s ON journal_entries ({column}, place)"
            " WHERE deleted_at IS NULL"
        )


@steps()
def m060_recovery_ends(db: Database) -> None:
    """Let a habit or a limit end on a day, so that the weeks before it stay in sight."""
    for table in ("recovery_habits", "recovery_limits"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN until TEXT")
