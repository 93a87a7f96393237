"""The rows of looking after oneself: the only SQL about them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.for_me.model import CheckIn, Reminder, Topic

_KEPT_DAYS = 30
_COLUMNS = "id, topic, words, day, at, weekly, is_on, again"


class ForMeStore:
    """Saves check-ins by day, pages that there are once, and reminders."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    # ------------------------------------------------------------------ check-ins

    def save_check_in(self, check_in: CheckIn) -> None:
        """Keep the check-in of a day in place of an earlier one; a blank one is taken away."""
        if check_in.blank:
            self.delete_check_in(check_in.day)
            return
        row = [
            check_in.day.isoformat(),
            json.dumps(dict(check_in.answers)),
            check_in.words,
            self._now(),
        ]
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO for_me_check_ins (day, answers, words, changed_at)"
                " VALUES (?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET answers = excluded.answers,"
                " words = excluded.words, changed_at = excluded.changed_at, deleted_at = NULL",
                row,
            )

    def check_in(self, day: date) -> CheckIn:
        """Return the check-in of a day, blank where there is none."""
        found = self.check_ins(day, day)
        return found[0] if found else CheckIn(day)

    def check_ins(self, since: date = date.min, until: date = date.max) -> list[CheckIn]:
        """Return the check-ins from one day to another, the newest first."""
        rows = self._db.query(
            "SELECT day, answers, words FROM for_me_check_ins"
            " WHERE deleted_at IS NULL AND day BETWEEN ? AND ? ORDER BY day DESC",
            [since.isoformat(), until.isoformat()],
        )
        return [_check_in(row) for row in rows]

    def delete_check_in(self, day: date) -> None:
        """Put the check-in of a day out of sight; `restore_check_in` brings it back."""
        self._set_deleted(day, self._now())

    def restore_check_in(self, day: date) -> None:
        """Bring the deleted check-in of a day back."""
        self._set_deleted(day, None)

    def _set_deleted(self, day: date, moment: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE for_me_check_ins SET deleted_at = ? WHERE day = ?",
                [moment, day.isoformat()],
            )

    # ------------------------------------------------------------------ pages

    def page(self, name: str) -> dict[str, str]:
        """Return what is written on a page that there is once, by part."""
        rows = self._db.execute("SELECT answers FROM for_me_pages WHERE name = ?", [name])
        found = rows.fetchone()
        return dict(json.loads(found[0])) if found else {}

    def save_page(self, name: str, answers: Mapping[str, str]) -> None:
        """Keep what is written on a page that there is once; with nothing on it, it goes."""
        written = {part: words for part, words in answers.items() if words.strip()}
        with self._db.atomic():
            if not written:
                self._db.execute("DELETE FROM for_me_pages WHERE name = ?", [name])
                return
            self._db.execute(
                "INSERT INTO for_me_pages VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
                " SET answers = excluded.answers, changed_at = excluded.changed_at",
                [name, json.dumps(written), self._now()],
            )

    # ------------------------------------------------------------------ reminders

    def save_reminder(self, reminder: Reminder) -> Reminder:
        """Keep a reminder and return it with its id."""
        row = {
            "topic": reminder.topic.value,
            "words": reminder.words,
            "day": reminder.day.isoformat(),
            "at": reminder.at.isoformat("minutes"),
            "weekly": int(reminder.weekly),
            "is_on": int(reminder.on),
            "again": reminder.again.isoformat() if reminder.again else None,
        }
        values = list(row.values())
        with self._db.atomic():
            if reminder.id:
                changes = ", ".join(f"{column} = ?" for column in row)
                sql = f"UPDATE for_me_reminders SET {changes} WHERE id = ?"
                self._db.execute(sql, [*values, reminder.id])
                return reminder
            marks = ", ".join("?" * len(row))
            sql = f"INSERT INTO for_me_reminders ({', '.join(row)}) VALUES ({marks}) RETURNING id"
            new_id = int(self._db.execute(sql, values).fetchone()[0])
        return _reminder({**row, "id": new_id})

    def reminders(self) -> list[Reminder]:
        """Return the reminders, those of the earliest day first."""
        rows = self._db.query(
            f"SELECT {_COLUMNS} FROM for_me_reminders WHERE deleted_at IS NULL ORDER BY day, at, id"
        )
        return [_reminder(row) for row in rows]

    def delete_reminder(self, reminder_id: int) -> None:
        """Put a reminder out of sight; `restore_reminder` brings it back."""
        self._forget_reminder(reminder_id, self._now())

    def restore_reminder(self, reminder_id: int) -> None:
        """Bring a deleted reminder back."""
        self._forget_reminder(reminder_id, None)

    def _forget_reminder(self, reminder_id: int, moment: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE for_me_reminders SET deleted_at = ? WHERE id = ?", [moment, reminder_id]
            )

    # ------------------------------------------------------------------ housekeeping

    def purge_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        before = self._clock.now() - timedelta(days=_KEPT_DAYS)
        with self._db.atomic():
            for table, key in (("for_me_check_ins", "day"), ("for_me_reminders", "id")):
                rows = self._db.execute(
                    f"SELECT {key}, deleted_at FROM {table} WHERE deleted_at IS NOT NULL"
                ).fetchall()
                for one, deleted_at in rows:
                    if datetime.fromisoformat(deleted_at) < before:
                        self._db.execute(f"DELETE FROM {table} WHERE {key} = ?", [one])

    def _now(self) -> str:
        return self._clock.now().isoformat()


def _check_in(row: dict[str, Any]) -> CheckIn:
    return CheckIn(date.fromisoformat(row["day"]), json.loads(row["answers"]), row["words"])


def _reminder(row: dict[str, Any]) -> Reminder:
    return Reminder(
        id=row["id"],
        words=row["words"],
        day=date.fromisoformat(row["day"]),
        at=time.fromisoformat(row["at"]),
        weekly=bool(row["weekly"]),
        topic=Topic(row["topic"]),
        on=bool(row["is_on"]),
        again=datetime.fromisoformat(row["again"]) if row["again"] else None,
    )
