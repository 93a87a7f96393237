"""On this day: what may be brought up again, and what never is unasked.

A setback, a very hard day and a letter that is not to be sent are never brought up, nor is
anything else written on a day that holds a setback or a very hard entry: what stands beside
it may be about it. Whoever looks for such a day finds it in the list and the calendar.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from familysupport.journal.calendar import month_later
from familysupport.journal.model import Kind, Line, Mood

_MONTHS = (1, 6)
_MOST_YEARS = 60
_HARD_KINDS = (Kind.SETBACK,)
_QUIET_KINDS = (Kind.UNSENT_LETTER,)


class Ago(NamedTuple):
    """How long ago something was: whole months, or whole years."""

    months: int = 0
    years: int = 0


class Memory(NamedTuple):
    """An entry of this day long ago."""

    line: Line
    ago: Ago


def memory_days(today: date) -> dict[date, Ago]:
    """Return the days to look at: a month, half a year, and each year ago, on the same date.

    A date that the other month does not have, such as the 31st or 29 February, is left out.
    """
    found = {}
    for months in _MONTHS:
        day = month_later(today, -months)
        if day.day == today.day:
            found[day] = Ago(months=months)
    for years in range(1, _MOST_YEARS + 1):
        with contextlib.suppress(ValueError):
            found[today.replace(year=today.year - years)] = Ago(years=years)
    return found


def hidden_days(told: Iterable[tuple[date, Kind, Mood | None]]) -> set[date]:
    """Return the days of which nothing is brought up."""
    return {day for day, kind, mood in told if kind in _HARD_KINDS or mood is Mood.VERY_HARD}


def may_come_up(kind: Kind) -> bool:
    """Return whether an entry of this kind may be brought up unasked."""
    return kind not in _QUIET_KINDS
