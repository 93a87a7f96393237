"""The rows of the earlier versions of entries."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.model import Entry, Version
from familysupport.journal.versions import is_due


class VersionStore:
    """Keeps how entries read before; a version goes for good together with its entry."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def keep(self, entry: Entry, name: str = "") -> Version:
        """Keep `entry` as it reads now, under `name` when it was given one."""
        at = self._clock.now()
        row = [entry.id, at.isoformat(), entry.title, entry.text, name]
        with self._db.atomic():
            found = self._db.execute(
                "INSERT INTO journal_versions (entry_id, at, title, text, name)"
                " VALUES (?, ?, ?, ?, ?) RETURNING id",
                row,
            ).fetchone()
        return Version(int(found[0]), entry.id, at, entry.title, entry.text, name)

    def keep_quietly(self, entry: Entry) -> Version | None:
        """Keep a version when one is due; meant for quiet moments, so it may be called often."""
        last = next(iter(self.versions(entry.id, limit=1)), None)
        if not entry.id or not is_due(last, entry, self._clock.now()):
            return None
        return self.keep(entry)

    def versions(self, entry_id: int, limit: int = -1) -> list[Version]:
        """Return the kept versions of an entry, the newest first, at most `limit` of them."""
        rows = self._db.query(
            "SELECT * FROM journal_versions WHERE entry_id = ? ORDER BY id DESC LIMIT ?",
            [entry_id, limit],
        )
        return [_version(row) for row in rows]


def _version(row: dict[str, Any]) -> Version:
    return Version(**{**row, "at": datetime.fromisoformat(row["at"])})
