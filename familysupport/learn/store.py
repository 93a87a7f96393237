"""The rows of what was read, answered, marked and noted in Learn."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from familysupport.clock import Clock
from familysupport.learn.model import Bookmark, Missed, Note, Reading

if TYPE_CHECKING:  # Learn is open before any vault is, and needs no database then
    import sqlite_utils

_KEPT_DAYS = 30
_LIVE = "deleted_at is null"


class LearnStore:
    """Keeps one family's way through the lessons, private in the vault."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def readings(self) -> dict[str, Reading]:
        """Return how far each opened lesson was read."""
        return {row["lesson_id"]: _reading(row) for row in self._db.table("learn_readings").rows}

    def reading(self, lesson_id: str) -> Reading | None:
        """Return how far one lesson was read, or nothing if it was never opened."""
        rows = self._db.table("learn_readings").rows_where("lesson_id = ?", [lesson_id])
        return next((_reading(row) for row in rows), None)

    def keep_place(self, lesson_id: str, place: float) -> None:
        """Keep where the reader is; the furthest place stays known."""
        place = min(1.0, max(0.0, place))
        before = self.reading(lesson_id)
        share = max(place, before.share if before else 0.0)
        self._keep(lesson_id, share, place, before.finished if before else False)

    def set_finished(self, lesson_id: str, finished: bool) -> None:
        """Mark a lesson as read, or as not read yet."""
        before = self.reading(lesson_id)
        place = before.place if before else 0.0
        share = 1.0 if finished else place
        self._keep(lesson_id, share, place, finished)

    def keep_answer(self, lesson_id: str, question_id: str, right: bool) -> None:
        """Keep whether the last answer to a question was right; nothing counts the tries."""
        row = {
            "lesson_id": lesson_id,
            "question_id": question_id,
            "was_right": int(right),
            "answered_at": self._now(),
        }
        with self._db.atomic():
            self._db.table("learn_answers").upsert(row, pk=("lesson_id", "question_id"))

    def missed(self) -> tuple[Missed, ...]:
        """Return the questions to look at again, the longest waiting first."""
        rows = self._db.table("learn_answers").rows_where("was_right = 0", order_by="answered_at")
        return tuple(
            Missed(row["lesson_id"], row["question_id"], _time(row["answered_at"])) for row in rows
        )

    def add_bookmark(self, lesson_id: str, section: str, title: str) -> int:
        """Mark a place and return the bookmark's number; marking it twice keeps one."""
        for bookmark in self.bookmarks():
            if (bookmark.lesson_id, bookmark.section) == (lesson_id, section):
                return bookmark.id
        row = {
            "lesson_id": lesson_id,
            "section": section,
            "title": title,
            "made_at": self._now(),
            "deleted_at": None,
        }
        with self._db.atomic():
            number: Any = self._db.table("learn_bookmarks").insert(row).last_pk
        return int(number)

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks, the newest first."""
        rows = self._db.table("learn_bookmarks").rows_where(_LIVE, order_by="made_at desc, id desc")
        return tuple(
            Bookmark(
                row["id"], row["lesson_id"], row["section"], row["title"], _time(row["made_at"])
            )
            for row in rows
        )

    def delete_bookmark(self, number: int) -> None:
        """Take a bookmark away; `restore_bookmark` brings it back for 30 days."""
        with self._db.atomic():
            self._db.table("learn_bookmarks").update(number, {"deleted_at": self._now()})

    def restore_bookmark(self, number: int) -> None:
        """Bring back a bookmark that was taken away."""
        with self._db.atomic():
            self._db.table("learn_bookmarks").update(number, {"deleted_at": None})

    def save_note(self, lesson_id: str, section: str, text: str) -> None:
        """Keep the words beside a section; empty words take the note away for 30 days."""
        key = ("lesson_id", "section")
        gone = None if text.strip() else self._now()
        row: dict[str, Any] = {"lesson_id": lesson_id, "section": section, "deleted_at": gone}
        if not gone:
            row |= {"text": text, "changed_at": self._now()}
        elif self.note(lesson_id, section) is None:
            return
        with self._db.atomic():
            if gone:
                self._db.table("learn_notes").update((lesson_id, section), {"deleted_at": gone})
            else:
                self._db.table("learn_notes").upsert(row, pk=key)

    def restore_note(self, lesson_id: str, section: str) -> None:
        """Bring back a note that was taken away."""
        with self._db.atomic():
            self._db.table("learn_notes").update((lesson_id, section), {"deleted_at": None})

    def note(self, lesson_id: str, section: str) -> Note | None:
        """Return the note beside a section, or nothing."""
        return next((note for note in self.notes(lesson_id) if note.section == section), None)

    def notes(self, lesson_id: str) -> tuple[Note, ...]:
        """Return the notes of one lesson in the order they were last changed."""
        rows = self._db.table("learn_notes").rows_where(
            f"{_LIVE} and lesson_id = ?", [lesson_id], order_by="changed_at"
        )
        return tuple(
            Note(row["lesson_id"], row["section"], row["text"], _time(row["changed_at"]))
            for row in rows
        )

    def all_notes(self) -> tuple[Note, ...]:
        """Return the notes of all lessons, the last changed first."""
        rows = self._db.table("learn_notes").rows_where(_LIVE, order_by="changed_at desc")
        return tuple(
            Note(row["lesson_id"], row["section"], row["text"], _time(row["changed_at"]))
            for row in rows
        )

    def purge_old(self) -> None:
        """Remove for good what was taken away more than 30 days ago."""
        before = self._clock.now() - timedelta(days=_KEPT_DAYS)
        with self._db.atomic():
            for name, key in (("learn_bookmarks", ("id",)), ("learn_notes", _NOTE_KEY)):
                table = self._db.table(name)
                for row in list(table.rows_where("deleted_at is not null")):
                    if _time(row["deleted_at"]) < before:
                        table.delete(tuple(row[part] for part in key))

    def _keep(self, lesson_id: str, share: float, place: float, finished: bool) -> None:
        row = {
            "lesson_id": lesson_id,
            "share": share,
            "place": place,
            "finished": int(finished),
            "read_at": self._now(),
        }
        with self._db.atomic():
            self._db.table("learn_readings").upsert(row, pk="lesson_id")

    def _now(self) -> str:
        return self._clock.now().isoformat()


_NOTE_KEY = ("lesson_id", "section")


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(row["lesson_id"], row["share"], row["place"], bool(row["finished"]))


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
