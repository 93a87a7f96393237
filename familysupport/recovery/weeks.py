"""Looks at one week: which habits were ticked, and in how many weeks a limit was kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from familysupport.recovery.model import Habit, Limit, LimitWeek, Per, WeekAnswer, monday_of

_LAST = timedelta(days=6)


class HabitWeek(NamedTuple):
    """One habit in one week; `is_on` says whether its box is ticked today."""

    habit: Habit
    days: int
    is_on: bool


def week_of(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the week of `day`."""
    monday = monday_of(day)
    return monday, min(monday, date.max - _LAST) + _LAST


def habit_weeks(
    habits: Iterable[Habit], ticked: Mapping[int, Sequence[date]], today: date
) -> list[HabitWeek]:
    """Return each habit with its ticks of the week of `today`."""
    first, last = week_of(today)
    found = []
    for habit in habits:
        days = [day for day in ticked.get(habit.id, ()) if first <= day <= last]
        is_on = today in days if habit.per is Per.DAY else bool(days)
        found.append(HabitWeek(habit, len(days), is_on))
    return found


def weeks_kept(weeks: Iterable[LimitWeek]) -> Counter[int]:
    """Return in how many weeks each limit was kept; it only ever grows."""
    return Counter(one.limit_id for one in weeks if one.answer is WeekAnswer.KEPT)


def answer_of(weeks: Iterable[LimitWeek], limit: Limit, monday: date) -> WeekAnswer | None:
    """Return what was said of `limit` for one week, or None."""
    return next(
        (one.answer for one in weeks if one.limit_id == limit.id and one.monday == monday), None
    )
