"""The vault's tables, a function per step: add at the end, never edit one that was shipped."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

steps = Migrations("familysupport")


def migrate(db: Database) -> None:
    """Bring `db` up to date; each step is one transaction, rolled back whole if it fails."""
    steps.apply(db)


def is_up_to_date(db: Database) -> bool:
    """Say whether no step is waiting; reads only."""
    return not steps.pending(db)


def is_from_newer_program(db: Database) -> bool:
    """Say whether `db` holds a step this program does not know; reads only."""
    with Database(memory=True) as empty:
        known = {step.name for step in steps.pending(empty)}
    return any(step.name not in known for step in steps.applied(db))


@steps()
def m001_meta(db: Database) -> None:
    """Make the table of small facts about the vault itself."""
    db.table("meta").create({"key": str, "value": str}, pk="key", not_null={"value"})
