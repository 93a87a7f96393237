"""Takes in what was found in another journal: all of it or nothing, and back out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.bring_in import Format, Found
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_SAME = timedelta(minutes=1)
_MICROSECOND = timedelta(microseconds=1)
_SLICE = 50
_KEPT = "SELECT entry_id FROM journal_import_entries WHERE import_id = ?"


@dataclass(frozen=True)
class Batch:
    """Entries that came in together: how many are still there, and how many were changed since."""

    id: int
    made_at: datetime
    formats: tuple[Format, ...]
    count: int
    changed: int


class BringInStore:
    """Keeps entries that come in together, knows them again, and names those that go out."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._files = FilesStore(db, clock)

    def known(self, found: Sequence[Found]) -> Iterator[bool]:
        """Tell of one entry after the other whether it is here already, or came before in `found`.

        The same is what has the same words in the same minute, however the lines are broken.
        """
        seen: set[tuple[int, str]] = set()
        for one in found:
            mark = (_minute(one.entry.at), _words(one.entry.title, one.entry.text))
            yield mark in seen or mark[1] in self._words_at(one.entry.at)
            seen.add(mark)

    def take_in(
        self,
        found: Sequence[Found],
        formats: Sequence[Format],
        files: Callable[[Found], Iterable[NewFile]] | None = None,
    ) -> Iterator[int]:
        """Keep entries and tell, slice by slice, how many there are so far.

        `files` gives the photos and files of an entry, which are kept with it.

        It is one transaction: only at its end does anything count, and a generator that is closed
        before, or a crash, leaves the journal as it was. What others keep meanwhile stays kept.
        """
        connection = self._db.conn
        self._db.execute("BEGIN IMMEDIATE")
        import_id, before = 0, -1
        coming = _Coming(self._db, self._clock)
        try:
            import_id = self._begin(formats)
            # Newest first: the index of words grows fast only in the order of its rows.
            newest = sorted(found, key=lambda one: one.entry.at, reverse=True)
            for start in range(0, len(newest), _SLICE):
                some = newest[start : start + _SLICE]
                ids = self._keep(coming, import_id, [one.entry for one in some])
                for place, (one, entry_id) in enumerate(zip(some, ids, strict=True), start=1):
                    for new in files(one) if files and one.files else ():
                        self._files.save(entry_id, new)
                        before = connection.total_changes
                        yield start + place
                before = connection.total_changes
                yield start + len(some)
            self._db.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                others = before >= 0 and connection.total_changes != before
                self._undo(import_id if others else 0)
            raise

    def batches(self) -> list[Batch]:
        """Return what came in together, the newest first, as long as any of it is here."""
        rows = self._db.query(
            "SELECT i.id, i.made_at, i.formats, count(*) AS count,"
            " sum(e.changed_at <> l.changed_at) AS changed FROM journal_imports AS i"
            " JOIN journal_import_entries AS l ON l.import_id = i.id"
            " JOIN journal_entries AS e ON e.id = l.entry_id AND e.deleted_at IS NULL"
            " GROUP BY i.id ORDER BY i.id DESC"
        )
        return [
            Batch(
                row["id"],
                datetime.fromisoformat(row["made_at"]),
                tuple(Format(name) for name in row["formats"].split(",") if name),
                row["count"],
                row["changed"],
            )
            for row in rows
        ]

    def take_out(self, import_id: int) -> Iterator[list[int]]:
        """Delete what came in together and was not changed since; `put_back` takes the ids given.

        One transaction like `take_in`, slice by slice.
        """
        rows = self._db.execute(
            "SELECT e.id FROM journal_import_entries AS l"
            " JOIN journal_entries AS e ON e.id = l.entry_id AND e.deleted_at IS NULL"
            " WHERE l.import_id = ? AND e.changed_at = l.changed_at",
            [import_id],
        ).fetchall()
        now = self._clock.now().isoformat()
        with self._db.atomic():
            for ids in _slices([int(entry_id) for (entry_id,) in rows]):
                marks = ", ".join("?" * len(ids))
                self._db.execute(
                    f"UPDATE journal_entries SET deleted_at = ? WHERE id IN ({marks})", [now, *ids]
                )
                self._db.execute(f"DELETE FROM journal_tags WHERE entry_id IN ({marks})", ids)
                yield ids

    def put_back(self, gone: Sequence[int]) -> Iterator[list[int]]:
        """Bring back what `take_out` deleted, slice by slice, in one transaction."""
        with self._db.atomic():
            for ids in _slices(gone):
                marks = ", ".join("?" * len(ids))
                self._db.execute(
                    f"UPDATE journal_entries SET deleted_at = NULL WHERE id IN ({marks})", ids
                )
                rows = self._db.execute(
                    f"SELECT id, tags FROM journal_entries WHERE id IN ({marks})", ids
                ).fetchall()
                for entry_id, tags in rows:
                    for tag in filter(None, tags.split(",")):
                        self._db.execute(
                            "INSERT OR IGNORE INTO journal_tags VALUES (?, ?)", [tag, entry_id]
                        )
                yield ids

    def between(self, since: date | None = None, until: date | None = None) -> list[int]:
        """Return the ids of the entries of these days, both counted in, the oldest first."""
        first, last = since or date.min, until or date.max
        rows = self._db.execute(
            "SELECT id FROM journal_entries WHERE deleted_at IS NULL"
            " AND substr(at, 1, 10) BETWEEN ? AND ? ORDER BY place DESC",
            [first.isoformat(), last.isoformat()],
        )
        return [int(entry_id) for (entry_id,) in rows.fetchall()]

    def _begin(self, formats: Sequence[Format]) -> int:
        names = ",".join(one.value for one in formats)
        cursor = self._db.execute(
            "INSERT INTO journal_imports (made_at, formats) VALUES (?, ?) RETURNING id",
            [self._clock.now().isoformat(), names],
        )
        return int(cursor.fetchone()[0])

    def _keep(self, coming: _Coming, import_id: int, entries: Sequence[Entry]) -> list[int]:
        for entry in entries:
            coming.save(entry)
        ids = coming.keep()
        self._db.execute(
            "INSERT INTO journal_import_entries SELECT ?, e.id, e.changed_at"
            " FROM journal_entries AS e JOIN json_each(?) AS l ON l.value = e.id",
            [import_id, json.dumps(ids)],
        )
        return ids

    def _undo(self, import_id: int) -> None:
        """Take everything back; with `import_id`, only what came in, since others wrote too."""
        if not import_id:
            self._db.execute("ROLLBACK")
            return
        self._db.execute(f"DELETE FROM journal_entries WHERE id IN ({_KEPT})", [import_id])
        self._db.execute("DELETE FROM journal_imports WHERE id = ?", [import_id])
        self._db.execute("COMMIT")

    def _words_at(self, at: datetime) -> set[str]:
        """Return the words of the entries that are kept for the same minute."""
        first = -(_place(at.replace(second=0, microsecond=0)))
        rows = self._db.execute(
            "SELECT title, text FROM journal_entries WHERE place > ? AND place <= ?"
            " AND deleted_at IS NULL",
            [first - _SAME // _MICROSECOND, first],
        )
        return {_words(title, text) for title, text in rows.fetchall()}


class _Coming(JournalStore):
    """Gathers what is saved and keeps it in one statement.

    The index of words writes itself down after each statement: for a single entry that is nothing,
    for thousands it takes ten times as long as the entries themselves.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        super().__init__(db, clock)
        self._gathered: list[dict[str, Any]] = []
        self._tagged: list[tuple[str, int]] = []
        self._places: set[int] = set()

    def keep(self) -> list[int]:
        """Keep what was gathered and return its ids."""
        rows, tagged = self._gathered, self._tagged
        self._gathered, self._tagged, self._places = [], [], set()
        columns = list(rows[0])
        values = ", ".join(f"value ->> '$.{column}'" for column in columns)
        self._db.execute(
            f"INSERT INTO journal_entries ({', '.join(columns)}) SELECT {values} FROM json_each(?)",
            [json.dumps(rows)],
        )
        self._db.execute(
            "INSERT INTO journal_tags SELECT value ->> 0, value ->> 1 FROM json_each(?)",
            [json.dumps(tagged)],
        )
        return [row["id"] for row in rows]

    def _insert(self, row: dict[str, Any]) -> int:
        last = self._gathered[-1]["id"] if self._gathered else self._last_id()
        self._gathered.append({"id": last + 1, **row})
        return int(last + 1)

    def _last_id(self) -> int:
        return int(self._db.execute("SELECT ifnull(max(id), 0) FROM journal_entries").fetchone()[0])

    def _tag(self, entry_id: int, tags: Iterable[str]) -> None:
        self._tagged.extend((tag, entry_id) for tag in tags)

    def _free_place(self, entry: Entry) -> int:
        place = super()._free_place(entry)
        while place in self._places:
            entry = entry._replace(at=entry.at + _MICROSECOND)
            place = super()._free_place(entry)
        self._places.add(place)
        return place


def bring_in_whole(db: Database, clock: Clock, path: Path) -> int:
    """Take in everything that `path` holds and is not here yet; return how many entries."""
    from familysupport.journal.bring_in_reading import read_journal

    store = BringInStore(db, clock)
    reading = read_journal(path)
    known = store.known(reading.found)
    new = [one for one, is_known in zip(reading.found, known, strict=True) if not is_known]
    count = 0
    for count in store.take_in(new, reading.formats):  # noqa: B007  the last one is returned
        pass
    return count


def _slices(ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _SLICE):
        yield list(ids[start : start + _SLICE])


def _words(title: str, text: str) -> str:
    return " ".join(f"{title} {text}".split())


def _place(at: datetime) -> int:
    return (at - _BEGINNING) // _MICROSECOND


def _minute(at: datetime) -> int:
    return int(at.timestamp() // 60)
