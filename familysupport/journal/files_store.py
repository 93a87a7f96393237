"""The rows of photos and files: the only SQL about them.

Content lies in parts of 256 KiB, so that neither saving nor reading holds a whole vault in memory
and both can rest between two parts. A file counts only once its last part is there: until then,
and after a crash, it is as if it had never come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.files import PART, KeptFile, NewFile

_KEPT_DAYS = 30
_WIPED_AT_ONCE = 4
_PAGES_AT_ONCE = 256
_COLUMNS = "id, entry_id, name, kind, size, width, height, made_at, note"
_KEPT = "whole = 1 AND deleted_at IS NULL"


class FilesStore:
    """Saves, gives out and removes what belongs to an entry besides its words.

    To stream everything, as an export does: `for file in all_files(): for part in read(file.id)`.
    An importer calls `save` inside its own transaction.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def save(self, entry_id: int, new: NewFile) -> KeptFile:
        """Keep a file whole or not at all, in one transaction."""
        with self._db.atomic():
            file_id = self.begin(entry_id, new)
            for n, part in enumerate(parts_of(new.data)):
                self.add_part(file_id, n, part)
            return self.finish(file_id)

    def begin(self, entry_id: int, new: NewFile) -> int:
        """Make room for a file that comes in parts; it does not count before `finish`."""
        row: dict[str, Any] = {
            "entry_id": entry_id,
            "name": new.name,
            "kind": new.kind,
            "size": len(new.data),
            "width": new.width,
            "height": new.height,
            "made_at": self._clock.now().isoformat(),
            "note": new.note,
            "thumbnail": new.thumbnail,
        }
        last = "SELECT coalesce(max(place), 0) + 1 FROM journal_files WHERE entry_id = ?"
        with self._db.atomic():
            marks = ", ".join("?" * len(row))
            cursor = self._db.execute(
                f"INSERT INTO journal_files ({', '.join(row)}, place)"
                f" VALUES ({marks}, ({last})) RETURNING id",
                [*row.values(), entry_id],
            )
            return int(cursor.fetchone()[0])

    def add_part(self, file_id: int, n: int, data: bytes) -> None:
        """Keep part `n` (from 0) of a file that is coming."""
        with self._db.atomic():
            self._db.execute("INSERT INTO journal_file_parts VALUES (?, ?, ?)", [file_id, n, data])

    def finish(self, file_id: int) -> KeptFile:
        """Let a file count, now that all of it is there."""
        with self._db.atomic():
            self._db.execute("UPDATE journal_files SET whole = 1 WHERE id = ?", [file_id])
        kept = self.file(file_id)
        assert kept is not None  # noqa: S101 - it was made whole in the line above
        return kept

    def drop(self, file_id: int) -> None:
        """Forget a file that did not come whole; `sweep` wipes its parts."""
        with self._db.atomic():
            self._db.execute("DELETE FROM journal_files WHERE id = ? AND whole = 0", [file_id])

    def file(self, file_id: int) -> KeptFile | None:
        """Return one file, or None where it is not there or was removed."""
        sql = f"SELECT {_COLUMNS} FROM journal_files WHERE id = ? AND {_KEPT}"
        return next((_file(row) for row in self._db.query(sql, [file_id])), None)

    def files(self, entry_id: int) -> list[KeptFile]:
        """Return the photos and files of an entry in their order, without their content."""
        sql = f"SELECT {_COLUMNS} FROM journal_files WHERE entry_id = ? AND {_KEPT} ORDER BY place"
        return [_file(row) for row in self._db.query(sql, [entry_id])]

    def all_files(self) -> Iterator[KeptFile]:
        """Yield every file of every entry that is kept, by entry; content comes from `read`."""
        sql = (
            f"SELECT {_COLUMNS} FROM journal_files WHERE {_KEPT} AND entry_id IN"
            " (SELECT id FROM journal_entries WHERE deleted_at IS NULL) ORDER BY entry_id, place"
        )
        for row in self._db.query(sql):
            yield _file(row)

    def thumbnail(self, file_id: int) -> bytes:
        """Return the small picture of a file, or nothing."""
        sql = "SELECT thumbnail FROM journal_files WHERE id = ?"
        found = self._db.execute(sql, [file_id]).fetchone()
        return bytes(found[0]) if found else b""

    def read(self, file_id: int) -> Iterator[bytes]:
        """Yield the content of a file, part by part."""
        sql = "SELECT data FROM journal_file_parts WHERE file_id = ? AND n = ?"
        n = 0
        while (found := self._db.execute(sql, [file_id, n]).fetchone()) is not None:
            yield bytes(found[0])
            n += 1

    def set_note(self, file_id: int, note: str) -> None:
        """Keep what a file shows, in words."""
        self._set(file_id, "note", note)

    def delete(self, file_id: int) -> None:
        """Put a file out of sight; `restore` brings it back for 30 days."""
        self._set(file_id, "deleted_at", self._clock.now().isoformat())

    def restore(self, file_id: int) -> None:
        """Bring a removed file back."""
        self._set(file_id, "deleted_at", None)

    def purge_old(self) -> None:
        """Forget for good what was removed more than 30 days ago, and what never came whole.

        Nothing may be coming in meanwhile. The content is wiped by `sweep`.
        """
        before = (self._clock.now() - timedelta(days=_KEPT_DAYS)).isoformat()
        with self._db.atomic():
            self._db.execute("DELETE FROM journal_files WHERE whole = 0")
            rows = self._db.execute(
                "SELECT id, deleted_at FROM journal_files WHERE deleted_at IS NOT NULL"
            ).fetchall()
            for file_id, deleted_at in rows:
                if datetime.fromisoformat(deleted_at) < datetime.fromisoformat(before):
                    self._db.execute("DELETE FROM journal_files WHERE id = ?", [file_id])

    def sweep(self) -> bool:
        """Wipe a megabyte of content that belongs to no file any more; tell if more waits.

        The room goes back to the disk where the vault was made for that (its file then shrinks),
        else it is used for what comes next. Backups never hold it.
        """
        with self._db.atomic():
            wiped = self._db.execute(
                "DELETE FROM journal_file_parts WHERE rowid IN (SELECT rowid FROM"
                " journal_file_parts WHERE file_id NOT IN (SELECT id FROM journal_files) LIMIT ?)",
                [_WIPED_AT_ONCE],
            ).rowcount
        if not wiped:
            self._db.execute(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})").fetchall()
        return wiped == _WIPED_AT_ONCE or self._can_shrink()

    def _can_shrink(self) -> bool:
        gives_back = self._db.execute("PRAGMA auto_vacuum").fetchone()[0] == 2
        free = self._db.execute("PRAGMA freelist_count").fetchone()[0]
        return bool(gives_back and free > _PAGES_AT_ONCE)

    def _set(self, file_id: int, column: str, value: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                f"UPDATE journal_files SET {column} = ? WHERE id = ?", [value, file_id]
            )


def parts_of(data: bytes) -> Iterable[bytes]:
    """Yield content in parts as the vault keeps it."""
    for start in range(0, len(data), PART):
        yield data[start : start + PART]


def _file(row: dict[str, Any]) -> KeptFile:
    made_at = datetime.fromisoformat(row.pop("made_at"))
    return KeptFile(made_at=made_at, **row)
