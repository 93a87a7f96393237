"""Reads a day as people type it: "21 Oct 2026", "10/21", "2026-10-21", "yesterday", "Oct 21"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2199
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_LEAST = 3
_CENTURY = 100
_MOST_TYPED = 60


class DayNames(NamedTuple):
    """The names of a language: its months in order, words such as "today", and what comes first."""

    months: Sequence[Sequence[str]]
    words: Mapping[str, int]
    is_day_first: bool = True


def read_day(typed: str, today: date, names: DayNames) -> date | None:
    """Return the day that was typed, or None; without a year it is the nearest one to today."""
    pieces = _PIECE.findall(typed[:_MOST_TYPED].casefold())
    said = [one for one in pieces if not one.isdecimal()]
    numbers = [int(one) for one in pieces if one.isdecimal() and len(one) <= len("2026")]
    if len(pieces) == 1 and pieces[0] in names.words:
        return _in_range(_shifted(today, names.words[pieces[0]]))
    month = next((found for one in said if (found := _month(one, names))), 0)
    if month:
        return _with_month(month, numbers, today)
    if said or len(numbers) != len(pieces):
        return None
    return _numbers(numbers, today, is_day_first=names.is_day_first)


def _with_month(month: int, numbers: list[int], today: date) -> date | None:
    if len(numbers) == 1:
        return _nearest(month, numbers[0], today)
    if len(numbers) != 2:  # a day and a year, in either order
        return None
    day, year = sorted(numbers) if max(numbers) >= _CENTURY else numbers
    return _date(year, month, day)


def _numbers(numbers: list[int], today: date, *, is_day_first: bool) -> date | None:
    if len(numbers) == 3 and numbers[0] >= _CENTURY:
        return _date(*numbers)
    if len(numbers) not in (2, 3):
        return None
    first, second = numbers[:2]
    day, month = (first, second) if is_day_first else (second, first)
    for one, other in ((day, month), (month, day)):
        whole = len(numbers) == 3
        found = _date(numbers[2], other, one) if whole else _nearest(other, one, today)
        if found:
            return found
    return None


def _month(word: str, names: DayNames) -> int:
    if len(word) < _LEAST:
        return 0
    for number, known in enumerate(names.months, start=1):
        if any(one.casefold().startswith(word) for one in known):
            return number
    return 0


def _nearest(month: int, day: int, today: date) -> date | None:
    years = (today.year - 1, today.year, today.year + 1)
    found = [one for year in years if (one := _date(year, month, day))]
    return min(found, key=lambda one: abs((one - today).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    if year < _CENTURY:
        year += 2000
    with suppress(ValueError):
        return _in_range(date(year, month, day))
    return None


def _shifted(today: date, days: int) -> date:
    with suppress(OverflowError):
        return today + timedelta(days=days)
    return today


def _in_range(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
