"""Takes in what was found in another journal: all of it or nothing, and back out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.bring_in import Format, Found
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_SAME = timedelta(minutes=1)
_MICROSECOND = timedelta(microseconds=1)
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
    """Keeps entries that come in together, and knows them again."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._journal = JournalStore(db, clock)

    def known(self, found: Sequence[Found]) -> Iterator[bool]:
        """Tell of one entry after the other whether it is here already, or came before in `found`.

        The same is what has the same words in the same minute, however the lines are broken.
        """
        seen: set[tuple[int, str]] = set()
        for one in found:
            mark = (_minute(one.entry.at), _words(one.entry.title, one.entry.text))
            yield mark in seen or mark[1] in self._words_at(one.entry.at)
            seen.add(mark)

    def take_in(self, found: Sequence[Found], formats: Sequence[Format]) -> Iterator[int]:
        """Keep entries one after the other and tell how many there are so far.

        It is one transaction: only at its end does anything count, and a generator that is closed
        before, or a crash, leaves the journal as it was. What others keep meanwhile stays kept.
        """
        connection = self._db.conn
        self._db.execute("BEGIN IMMEDIATE")
        import_id, before = 0, -1
        try:
            import_id = self._begin(formats)
            for count, one in enumerate(found, start=1):
                self._keep(import_id, one.entry)
                before = connection.total_changes
                yield count
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

    def take_out(self, import_id: int) -> list[int]:
        """Delete what came in together and was not changed since; return the ids for `put_back`."""
        rows = self._db.execute(
            "SELECT e.id FROM journal_import_entries AS l"
            " JOIN journal_entries AS e ON e.id = l.entry_id AND e.deleted_at IS NULL"
            " WHERE l.import_id = ? AND e.changed_at = l.changed_at",
            [import_id],
        ).fetchall()
        ids = [int(entry_id) for (entry_id,) in rows]
        with self._db.atomic():
            for entry_id in ids:
                self._journal.delete(entry_id)
        return ids

    def put_back(self, ids: Sequence[int]) -> None:
        """Bring back what `take_out` deleted."""
        with self._db.atomic():
            for entry_id in ids:
                self._journal.restore(entry_id)

    def _begin(self, formats: Sequence[Format]) -> int:
        names = ",".join(one.value for one in formats)
        cursor = self._db.execute(
            "INSERT INTO journal_imports (made_at, formats) VALUES (?, ?) RETURNING id",
            [self._clock.now().isoformat(), names],
        )
        return int(cursor.fetchone()[0])

    def _keep(self, import_id: int, entry: Entry) -> None:
        kept = self._journal.save(entry)
        self._db.execute(
            "INSERT INTO journal_import_entries SELECT ?, id, changed_at FROM journal_entries"
            " WHERE id = ?",
            [import_id, kept.id],
        )

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


def bring_in_whole(db: Database, clock: Clock, path: Path) -> int:
    """Take in everything that `path` holds and is not here yet; return how many entries."""
    store = BringInStore(db, clock)
    reading = read_journal(path)
    known = store.known(reading.found)
    new = [one for one, is_known in zip(reading.found, known, strict=True) if not is_known]
    count = 0
    for count in store.take_in(new, reading.formats):  # noqa: B007  the last one is returned
        pass
    return count


def _words(title: str, text: str) -> str:
    return " ".join(f"{title} {text}".split())


def _place(at: datetime) -> int:
    return (at - _BEGINNING) // _MICROSECOND


def _minute(at: datetime) -> int:
    return int(at.timestamp() // 60)
