"""The rows of what is kept once treatment has begun: the only SQL about them."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.recovery.model import (
    Appointment,
    Contact,
    Habit,
    Kept,
    Limit,
    LimitWeek,
    Milestone,
    Sign,
    Stay,
    Supply,
    WeekAnswer,
)

T = TypeVar("T", bound=Kept)
_KEPT_DAYS = 30
_ORDER: Mapping[type[Kept], str] = {
    Stay: "since, id",
    Milestone: "day, id",
    Habit: "id",
    Limit: "id",
    Sign: "day DESC, id DESC",
    Supply: "expires IS NULL, expires, id",
    Appointment: "day, hour, id",
    Contact: "id",
}


class RecoveryStore:
    """Saves, lists and removes what is kept, each of its kind; deleted things wait 30 days."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def items(self, kind: type[T]) -> list[T]:
        """Return everything of one kind in its order."""
        rows = self._db.query(
            f"SELECT * FROM {kind.table} WHERE deleted_at IS NULL ORDER BY {_ORDER[kind]}"
        )
        return [_item(kind, row) for row in rows]

    def has_any(self) -> bool:
        """Say whether anything at all is kept."""
        some = (f"SELECT 1 FROM {kind.table} WHERE deleted_at IS NULL" for kind in _ORDER)
        return bool(self._db.execute(f"SELECT EXISTS({' UNION ALL '.join(some)})").fetchone()[0])

    def save(self, item: T) -> T:
        """Keep `item` and return it with its id."""
        row = _row(item)
        with self._db.atomic():
            if item.id:
                changes = ", ".join(f'"{column}" = ?' for column in row)
                self._db.execute(
                    f"UPDATE {item.table} SET {changes} WHERE id = ?", [*row.values(), item.id]
                )
                return item
            columns = ", ".join(f'"{column}"' for column in row)
            marks = ", ".join("?" * len(row))
            sql = f"INSERT INTO {item.table} ({columns}) VALUES ({marks}) RETURNING id"
            found = self._db.execute(sql, list(row.values())).fetchone()
        return replace(item, id=int(found[0]))

    def delete(self, item: Kept) -> None:
        """Put `item` out of sight; `restore` brings it back for 30 days."""
        self._mark(item, self._clock.now().isoformat())

    def restore(self, item: Kept) -> None:
        """Bring a deleted item back, with all that belonged to it."""
        self._mark(item, None)

    def purge_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        before = self._clock.now() - timedelta(days=_KEPT_DAYS)
        with self._db.atomic():
            for kind in _ORDER:
                rows = self._db.execute(
                    f"SELECT id, deleted_at FROM {kind.table} WHERE deleted_at IS NOT NULL"
                ).fetchall()
                for item_id, deleted_at in rows:
                    if datetime.fromisoformat(deleted_at) < before:
                        self._remove(kind, item_id)

    # ------------------------------------------------------------------ habits

    def tick(self, habit_id: int, day: date) -> None:
        """Note that a habit was kept on `day`."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR IGNORE INTO recovery_habit_days VALUES (?, ?)",
                [habit_id, day.isoformat()],
            )

    def untick(self, habit_id: int, since: date, until: date) -> None:
        """Take back what was ticked from `since` to `until`, both included."""
        with self._db.atomic():
            self._db.execute(
                "DELETE FROM recovery_habit_days WHERE habit_id = ? AND day BETWEEN ? AND ?",
                [habit_id, since.isoformat(), until.isoformat()],
            )

    def ticked(self, since: date, until: date) -> dict[int, list[date]]:
        """Return the days ticked from `since` to `until` by habit."""
        found: dict[int, list[date]] = {}
        for habit_id, day in self._db.execute(
            "SELECT habit_id, day FROM recovery_habit_days WHERE day BETWEEN ? AND ? ORDER BY day",
            [since.isoformat(), until.isoformat()],
        ).fetchall():
            found.setdefault(habit_id, []).append(date.fromisoformat(day))
        return found

    def habit_days(self, since: date, until: date) -> list[tuple[str, date]]:
        """Return each habit's name and each day it was ticked, from `since` to `until`, by day."""
        rows = self._db.execute(
            "SELECT h.name, d.day FROM recovery_habit_days AS d"
            " JOIN recovery_habits AS h ON h.id = d.habit_id"
            " WHERE h.deleted_at IS NULL AND d.day BETWEEN ? AND ? ORDER BY d.day, h.id",
            [since.isoformat(), until.isoformat()],
        ).fetchall()
        return [(name, date.fromisoformat(day)) for name, day in rows]

    # ------------------------------------------------------------------ limits

    def answer_week(self, limit_id: int, monday: date, answer: WeekAnswer | None) -> None:
        """Keep how the week from `monday` went with a limit; None takes the answer back."""
        with self._db.atomic():
            self._db.execute(
                "DELETE FROM recovery_limit_weeks WHERE limit_id = ? AND monday = ?",
                [limit_id, monday.isoformat()],
            )
            if answer is not None:
                self._db.execute(
                    "INSERT INTO recovery_limit_weeks VALUES (?, ?, ?)",
                    [limit_id, monday.isoformat(), answer.value],
                )

    def limit_weeks(self, since: date, until: date) -> list[LimitWeek]:
        """Return what was said of each limit for the weeks that begin from `since` to `until`."""
        rows = self._db.execute(
            "SELECT l.id, l.words, w.monday, w.answer FROM recovery_limit_weeks AS w"
            " JOIN recovery_limits AS l ON l.id = w.limit_id"
            " WHERE l.deleted_at IS NULL AND w.monday BETWEEN ? AND ? ORDER BY w.monday, l.id",
            [since.isoformat(), until.isoformat()],
        ).fetchall()
        return [
            LimitWeek(limit_id, words, date.fromisoformat(monday), WeekAnswer(answer))
            for limit_id, words, monday, answer in rows
        ]

    # ------------------------------------------------------------------ the first 90 days

    def steps_done(self) -> dict[str, date]:
        """Return which steps of the first 90 days were ticked, and on which day."""
        rows = self._db.execute("SELECT name, done_on FROM recovery_steps").fetchall()
        return {name: date.fromisoformat(day) for name, day in rows}

    def tick_step(self, name: str, is_done: bool) -> None:
        """Tick a step of the first 90 days, or take the tick back."""
        with self._db.atomic():
            self._db.execute("DELETE FROM recovery_steps WHERE name = ?", [name])
            if is_done:
                self._db.execute(
                    "INSERT INTO recovery_steps VALUES (?, ?)",
                    [name, self._clock.today().isoformat()],
                )

    # ------------------------------------------------------------------ inside

    def _mark(self, item: Kept, moment: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                f"UPDATE {item.table} SET deleted_at = ? WHERE id = ?", [moment, item.id]
            )

    def _remove(self, kind: type[Kept], item_id: int) -> None:
        owned = {Habit: ("habit_days", "habit_id"), Limit: ("limit_weeks", "limit_id")}.get(kind)
        if owned:
            self._db.execute(f"DELETE FROM recovery_{owned[0]} WHERE {owned[1]} = ?", [item_id])
        self._db.execute(f"DELETE FROM {kind.table} WHERE id = ?", [item_id])


def _row(item: Kept) -> dict[str, Any]:
    said = {one.name: getattr(item, one.name) for one in fields(item) if one.name != "id"}
    return {name: _plain(value) for name, value in said.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _item(kind: type[T], row: dict[str, Any]) -> T:
    hints = typing.get_type_hints(kind)
    return kind(**{one.name: _value(hints[one.name], row[one.name]) for one in fields(kind)})


def _value(kind: Any, raw: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return None if raw is None else _value(typing.get_args(kind)[0], raw)
    if kind is date:
        return date.fromisoformat(raw)
    return kind(raw)
