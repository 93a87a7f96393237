"""Weeks, as the country begins them, and what is looked back on in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.for_me.content import FOLDER, need_facts

_DAYS = 7
_EARLY = 2


class Week(NamedTuple):
    """Seven days, the first and the last counted in."""

    first: date
    last: date

    def moved(self, weeks: int) -> Week:
        """Return the week so many weeks later, or earlier."""
        span = timedelta(days=_DAYS * weeks)
        return Week(self.first + span, self.last + span)

    def days(self) -> tuple[date, ...]:
        """Return its days in their order."""
        return tuple(self.first + timedelta(days=number) for number in range(_DAYS))


@dataclass(frozen=True)
class WeekTold:
    """What the journal holds of a week, in words: how many of each kind, and moods by day."""

    kinds: tuple[tuple[str, int], ...] = ()
    moods: tuple[tuple[date, tuple[str, ...]], ...] = ()

    @property
    def count(self) -> int:
        """Return how many entries there are."""
        return sum(number for _kind, number in self.kinds)


class LookBackQuestion(NamedTuple):
    """One gentle question, with a hint."""

    id: str
    ask: str
    help: str


class LookBack(NamedTuple):
    """What is asked when one looks back; `note` is a word of care."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    note: str
    question: tuple[LookBackQuestion, ...]


def read_look_back(library: Library) -> LookBack:
    """Read the questions; a fact that does not exist raises ContentError."""
    found = library.table(f"{FOLDER}/look-back.toml", LookBack)
    need_facts("look-back.toml", found.facts, library)
    return found


def week_of(day: date, begins: int) -> Week:
    """Return the week that `day` is in; it begins on weekday `begins`, 1 for Monday to 7."""
    first = day - timedelta(days=(day.isoweekday() - begins) % _DAYS)
    return Week(first, first + timedelta(days=_DAYS - 1))


def week_to_look_at(today: date, begins: int) -> Week:
    """Return the week of today; while it has only just begun, the one before."""
    week = week_of(today, begins)
    return week.moved(-1) if (today - week.first).days < _EARLY else week
