"""The journal's rows: the only SQL about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.documents.light import unmarked
from familysupport.journal.model import (
    EXCERPT,
    Energy,
    Entry,
    Kind,
    Line,
    Mood,
)
from familysupport.journal.search_store import SearchStore
from familysupport.journal.templates_store import TemplateStore
from familysupport.journal.versions_store import VersionStore

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_KEPT_DAYS = 30
_MICROSECOND = timedelta(microseconds=1)
_LINE = f"id, at, kind, mood, title, tags, substr(text, 1, {EXCERPT}) AS excerpt"


class JournalStore:
    """Saves, finds and removes entries.

    Each entry has a `place`: its moment in microseconds, made unique, with a minus before it. It is
    the row number in the search index too, so the newest hits come first without sorting all of
    them; the index is fast only in rising order.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._search = SearchStore(db)
        self.versions = VersionStore(db, clock)
        self.templates = TemplateStore(db, clock)

    def save(self, entry: Entry) -> Entry:
        """Keep `entry` and return it with its id."""
        now = _text(self._clock.now())
        row: dict[str, Any] = {
            "at": _text(entry.at),
            "kind": entry.kind.value,
            "mood": entry.mood.value if entry.mood else None,
            "title": entry.title,
            "text": entry.text,
            "tags": ",".join(entry.tags),
            "sleep": entry.sleep,
            "energy": entry.energy.value if entry.energy else None,
            "changed_at": now,
        }
        with self._db.atomic():
            row["place"] = self._free_place(entry)
            if entry.id:
                self._set(entry.id, row)
                kept = entry
            else:
                kept = entry._replace(id=self._insert({**row, "made_at": now}))
            self._tag(kept.id, kept.tags)
        return kept

    def entry(self, entry_id: int) -> Entry | None:
        """Return one entry, or None where it is not there or was deleted."""
        rows = self._db.query(
            "SELECT * FROM journal_entries WHERE id = ? AND deleted_at IS NULL", [entry_id]
        )
        return next((_entry(row) for row in rows), None)

    def entries(self, limit: int = -1, offset: int = 0) -> list[Entry]:
        """Return whole entries, newest first; all of them unless `limit` says fewer."""
        return [_entry(row) for row in self._rows("*", limit, offset)]

    def lines(self, limit: int = -1, offset: int = 0) -> list[Line]:
        """Return what a list shows of the entries, newest first."""
        return [line_from(row) for row in self._rows(_LINE, limit, offset)]

    def search(self, words: str, limit: int = 50, offset: int = 0) -> list[Line]:
        """Return the entries that hold all `words`, newest first, with the hits marked.

        Filters may stand among the words: `kind:`, `mood:`, `tag:`, `from:` and `to:`.
        """
        return [line_from(row) for row in self._search.rows(words, limit, offset)]

    def found(self, words: str) -> list[Entry]:
        """Return every whole entry that a search finds, newest first."""
        ids = [line.id for line in self.search(words, limit=-1)]
        return [entry for one in ids if (entry := self.entry(one))]

    def count(self) -> int:
        """Return how many entries there are."""
        sql = "SELECT count(*) FROM journal_entries WHERE deleted_at IS NULL"
        return int(self._db.execute(sql).fetchone()[0])

    def tags(self) -> list[str]:
        """Return every tag in use, the most used first."""
        sql = "SELECT tag FROM journal_tags GROUP BY tag ORDER BY count(*) DESC, tag"
        return [tag for (tag,) in self._db.execute(sql).fetchall()]

    def page(self, name: str) -> dict[str, str]:
        """Return what is written on a page that the journal has once, by part."""
        rows = self._db.execute("SELECT answers FROM journal_pages WHERE name = ?", [name])
        found = rows.fetchone()
        return dict(json.loads(found[0])) if found else {}

    def save_page(self, name: str, answers: Mapping[str, str]) -> None:
        """Keep what is written on a page that the journal has once."""
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO journal_pages VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
                " SET answers = excluded.answers, changed_at = excluded.changed_at",
                [name, json.dumps(dict(answers)), _text(self._clock.now())],
            )

    def delete(self, entry_id: int) -> None:
        """Put an entry out of sight; `restore` brings it back until `purge`."""
        with self._db.atomic():
            self._set(entry_id, {"deleted_at": _text(self._clock.now())})
            self._tag(entry_id, ())

    def restore(self, entry_id: int) -> None:
        """Bring a deleted entry back."""
        with self._db.atomic():
            self._set(entry_id, {"deleted_at": None})
            entry = self.entry(entry_id)
            self._tag(entry_id, entry.tags if entry else ())

    def purge_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        self.purge(self._clock.now() - timedelta(days=_KEPT_DAYS))
        self.templates.purge_old()

    def purge(self, before: datetime) -> int:
        """Remove for good what was deleted before `before`, and return how many."""
        gone = 0
        with self._db.atomic():
            for entry_id, deleted_at in self._db.execute(
                "SELECT id, deleted_at FROM journal_entries WHERE deleted_at IS NOT NULL"
            ).fetchall():
                if datetime.fromisoformat(deleted_at) < before:
                    self._db.execute("DELETE FROM journal_entries WHERE id = ?", [entry_id])
                    gone += 1
        return gone

    def _rows(self, columns: str, limit: int, offset: int) -> Iterable[dict[str, Any]]:
        return self._db.query(
            f"SELECT {columns} FROM journal_entries WHERE deleted_at IS NULL"
            " ORDER BY place LIMIT ? OFFSET ?",
            [limit, offset],
        )

    def _free_place(self, entry: Entry) -> int:
        place = -((entry.at - _BEGINNING) // _MICROSECOND)
        taken = "SELECT 1 FROM journal_entries WHERE place = ? AND id <> ?"
        while self._db.execute(taken, [place, entry.id]).fetchone():
            place -= 1
        return place

    def _insert(self, row: dict[str, Any]) -> int:
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        sql = f"INSERT INTO journal_entries ({columns}) VALUES ({marks}) RETURNING id"
        return int(self._db.execute(sql, list(row.values())).fetchone()[0])

    def _set(self, entry_id: int, row: dict[str, Any]) -> None:
        changes = ", ".join(f"{column} = ?" for column in row)
        self._db.execute(
            f"UPDATE journal_entries SET {changes} WHERE id = ?", [*row.values(), entry_id]
        )

    def _tag(self, entry_id: int, tags: Iterable[str]) -> None:
        self._db.execute("DELETE FROM journal_tags WHERE entry_id = ?", [entry_id])
        for tag in tags:
            self._db.execute("INSERT INTO journal_tags VALUES (?, ?)", [tag, entry_id])


def _text(moment: datetime) -> str:
    return moment.isoformat()


def _mood(value: str | None) -> Mood | None:
    return Mood(value) if value else None


def _tags(value: str) -> tuple[str, ...]:
    return tuple(value.split(",")) if value else ()


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        kind=Kind(row["kind"]),
        mood=_mood(row["mood"]),
        title=row["title"],
        text=row["text"],
        tags=_tags(row["tags"]),
        sleep=row["sleep"],
        energy=Energy(row["energy"]) if row["energy"] else None,
    )


def line_from(row: dict[str, Any]) -> Line:
    """Return what a list shows of an entry, from its row."""
    return Line(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        kind=Kind(row["kind"]),
        mood=_mood(row["mood"]),
        title=row["title"],
        excerpt=unmarked(row["excerpt"]),
        tags=_tags(row["tags"]),
    )
