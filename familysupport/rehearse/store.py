"""The rows of what was practised: the only SQL about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.rehearse.model import Ending, Reading


class RehearseStore:
    """Keeps the readings aloud, never the words that were read."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def save(self, reading: Reading) -> Reading:
        """Keep a new reading and return it with its id."""
        with self._db.atomic():
            row = self._db.execute(
                "INSERT INTO rehearse_readings (statement_id, began_at, seconds, words,"
                " words_per_minute, ending, ended_at_word) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " RETURNING id",
                [
                    reading.statement_id,
                    reading.began_at.isoformat(),
                    reading.seconds,
                    reading.words,
                    reading.words_per_minute,
                    reading.ending.value,
                    reading.ended_at_word,
                ],
            ).fetchone()
        return replace(reading, id=int(row[0]))

    def readings(self, statement_id: int, limit: int = -1) -> list[Reading]:
        """Return the readings of one statement, the latest first."""
        rows = self._db.query(
            "SELECT * FROM rehearse_readings WHERE statement_id = ? AND deleted_at IS NULL"
            " ORDER BY id DESC LIMIT ?",
            [statement_id, limit],
        )
        return [_reading(row) for row in rows]

    def delete(self, reading_id: int) -> None:
        """Put a reading out of sight; `restore` brings it back until `purge`."""
        self._mark(reading_id, self._clock.now().isoformat())

    def restore(self, reading_id: int) -> None:
        """Bring a deleted reading back."""
        self._mark(reading_id, None)

    def purge(self, before: datetime) -> int:
        """Remove for good what was deleted before `before`, and return how many."""
        gone = 0
        with self._db.atomic():
            for reading_id, deleted_at in self._db.execute(
                "SELECT id, deleted_at FROM rehearse_readings WHERE deleted_at IS NOT NULL"
            ).fetchall():
                if datetime.fromisoformat(deleted_at) < before:
                    self._db.execute("DELETE FROM rehearse_readings WHERE id = ?", [reading_id])
                    gone += 1
        return gone

    def _mark(self, reading_id: int, deleted_at: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE rehearse_readings SET deleted_at = ? WHERE id = ?",
                [deleted_at, reading_id],
            )


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(
        id=row["id"],
        statement_id=row["statement_id"],
        began_at=datetime.fromisoformat(row["began_at"]),
        seconds=row["seconds"],
        words=row["words"],
        words_per_minute=row["words_per_minute"],
        ending=Ending(row["ending"]),
        ended_at_word=row["ended_at_word"],
    )
