"""Days, weeks and months of the journal: pure counting, with the date on the wall."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import NamedTuple

from familysupport.journal.model import Energy, Kind, Mood

WEEK = 7
ROWS = 6
Week = tuple[date | None, ...]


class Told(NamedTuple):
    """What one entry tells besides its words; `day` is the day where and when it was written."""

    id: int
    day: date
    kind: Kind
    mood: Mood | None = None
    sleep: float | None = None
    energy: Energy | None = None


class Marks(NamedTuple):
    """What a calendar shows of one day: how many entries, and their moods, the earliest first."""

    entries: tuple[int, ...]
    moods: tuple[Mood, ...] = ()

    @property
    def mood(self) -> Mood | None:
        """Return the last mood told that day; none is made up from several."""
        return self.moods[-1] if self.moods else None


def marks(told: Iterable[Told]) -> dict[date, Marks]:
    """Return what each day holds; `told` comes with the newest entry of a day first."""
    entries: dict[date, list[int]] = {}
    moods: dict[date, list[Mood]] = {}
    for one in told:
        entries.setdefault(one.day, []).append(one.id)
        if one.mood:
            moods.setdefault(one.day, []).append(one.mood)
    return {
        day: Marks(tuple(ids), tuple(reversed(moods.get(day, [])))) for day, ids in entries.items()
    }


def month_weeks(year: int, month: int, first_weekday: int) -> tuple[Week, ...]:
    """Return six weeks that hold a whole month; `first_weekday` is 0 for Monday to 6 for Sunday.

    A day before the year 1 or after 9999 is None.
    """
    first = date(year, month, 1)
    before = (first.weekday() - first_weekday) % WEEK
    days = [moved(first, number - before) for number in range(ROWS * WEEK)]
    return tuple(tuple(days[at : at + WEEK]) for at in range(0, ROWS * WEEK, WEEK))


def last_weeks(today: date, count: int, first_weekday: int) -> tuple[Week, ...]:
    """Return the last `count` weeks, this one at the end; days that are still to come are None."""
    into = (today.weekday() - first_weekday) % WEEK
    start = -into - WEEK * (count - 1)
    days = [
        moved(today, number) if number <= 0 else None
        for number in range(start, start + count * WEEK)
    ]
    return tuple(tuple(days[at : at + WEEK]) for at in range(0, len(days), WEEK))


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later, or None where there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_later(day: date, months: int) -> date:
    """Return the same day `months` later or earlier, or the month's last day where it is shorter.

    It stays between the years 1 and 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    count = min(max(count, MINYEAR * 12), MAXYEAR * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]


def moment_on(day: date, now: datetime) -> datetime:
    """Return `day` at the time of the day it is now; an hour that the clocks skip is kept too."""
    return datetime.combine(day, now.time().replace(second=0, microsecond=0), now.tzinfo)


def days_with(marked: Mapping[date, Marks], mood: Mood | None) -> int:
    """Return on how many days `mood` was the last one told; None counts days without any."""
    return sum(one.mood is mood for one in marked.values())
