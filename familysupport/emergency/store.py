"""The rows of kept times; they are private, so they lie in the vault."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import sqlite_utils

from familysupport.clock import Clock
from familysupport.emergency.model import KeptTimes
from familysupport.emergency.overdose import Happening, LogLine

_KEPT_DAYS = 30


class EmergencyStore:
    """Keeps the times of an overdose for a doctor, or for later."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def save(self, lines: tuple[LogLine, ...]) -> int:
        """Keep `lines` and return their number; the same overdose is kept once, as it grows."""
        row = {"began_at": lines[0].at.isoformat(), "lines": _written(lines), "deleted_at": None}
        table = self._db.table("emergency_times")
        with self._db.atomic():
            for before in table.rows_where("began_at = ?", [row["began_at"]]):
                table.update(before["id"], row)
                return int(before["id"])
            number: Any = table.insert(row).last_pk
        return int(number)

    def times(self) -> tuple[KeptTimes, ...]:
        """Return what was kept, the newest first."""
        rows = self._db.table("emergency_times").rows_where(
            "deleted_at is null", order_by="began_at desc"
        )
        return tuple(
            KeptTimes(row["id"], datetime.fromisoformat(row["began_at"]), _read(row["lines"]))
            for row in rows
        )

    def delete(self, number: int) -> None:
        """Take kept times away; `restore` brings them back for 30 days."""
        self._mark(number, self._clock.now().isoformat())

    def restore(self, number: int) -> None:
        """Bring back times that were taken away."""
        self._mark(number, None)

    def purge_old(self) -> None:
        """Remove for good what was taken away more than 30 days ago."""
        before = self._clock.now() - timedelta(days=_KEPT_DAYS)
        table = self._db.table("emergency_times")
        with self._db.atomic():
            for row in list(table.rows_where("deleted_at is not null")):
                if datetime.fromisoformat(row["deleted_at"]) < before:
                    table.delete(row["id"])

    def _mark(self, number: int, when: str | None) -> None:
        with self._db.atomic():
            self._db.table("emergency_times").update(number, {"deleted_at": when})


def _written(lines: tuple[LogLine, ...]) -> str:
    return json.dumps([[one.what.value, one.at.isoformat(), one.number] for one in lines])


def _read(text: str) -> tuple[LogLine, ...]:
    return tuple(
        LogLine(Happening(what), datetime.fromisoformat(at), number)
        for what, at, number in json.loads(text)
    )
