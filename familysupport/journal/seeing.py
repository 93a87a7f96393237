"""What the journal shows over time: counts and middles of what was told, and nothing inferred.

Whatever was not told is a gap. A middle is the median, and it is left out where fewer than
`FEW` days of a span told anything, for then there is no middle to speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from familysupport.journal.calendar import WEEK, Told, days_in, month_later, moved
from familysupport.journal.model import Energy, Kind, Mood

FEW = 3
_MOST_MONTHS = 60


class By(Enum):
    """How long one step of a chart is."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Reach(Enum):
    """How far back to look."""

    TWELVE_WEEKS = "twelve-weeks"
    HALF_YEAR = "half-year"
    YEAR = "year"
    ALL = "all"


_WEEKS = {Reach.TWELVE_WEEKS: 12, Reach.HALF_YEAR: 26, Reach.YEAR: 52}
_MONTHS = {Reach.TWELVE_WEEKS: 3, Reach.HALF_YEAR: 6, Reach.YEAR: 12}


class Period(NamedTuple):
    """A week, a month or a year, from its first to its last day; the last one ends today."""

    first: date
    last: date


class Spread(NamedTuple):
    """The least, the middle and the most of several numbers; no middle of too few."""

    least: float
    most: float
    middle: float | None


@dataclass(frozen=True)
class Seen:
    """What the entries of one period tell.

    `moods` and `energies` count days in the order of their words, by the last one told that day;
    their middles are places in that order, 0 for the first, and may lie between two words.
    """

    period: Period
    entries: int = 0
    days: int = 0
    words: int = 0
    moods: tuple[int, ...] = (0,) * len(Mood)
    energies: tuple[int, ...] = (0,) * len(Energy)
    mood: float | None = None
    energy: float | None = None
    nights: int = 0
    sleep: Spread | None = None
    kinds: Mapping[Kind, int] = field(default_factory=dict)


def steps_of(reach: Reach, begun: date, today: date) -> tuple[By, ...]:
    """Return which steps suit a reach, the usual one first."""
    if reach is not Reach.ALL:
        return (By.MONTH, By.WEEK) if reach is Reach.YEAR else (By.WEEK, By.MONTH)
    months = (today.year - begun.year) * 12 + today.month - begun.month
    return (By.MONTH, By.YEAR) if months < _MOST_MONTHS else (By.YEAR,)


def periods(
    reach: Reach, by: By, today: date, begun: date, first_weekday: int
) -> tuple[Period, ...]:
    """Return the spans to look at, the earliest first; `begun` is the day of the first entry."""
    if by is By.WEEK:
        into = (today.weekday() - first_weekday) % WEEK
        back = -into - WEEK * (_WEEKS.get(reach, 52) - 1)
        starts = [moved(today, number) for number in range(back, 1, WEEK)]
        return _spans([start for start in starts if start], _week_end, today)
    if by is By.MONTH:
        first = begun if reach is Reach.ALL else month_later(today, 1 - _MONTHS[reach])
        count = max(0, (today.year - first.year) * 12 + today.month - first.month)
        this = today.replace(day=1)
        months = [month_later(this, -number) for number in range(count, -1, -1)]
        return _spans(list(dict.fromkeys(months)), _month_end, today)
    years = range(min(begun.year, today.year), today.year + 1)
    return _spans([date(year, 1, 1) for year in years], _year_end, today)


def seen(
    told: Iterable[Told], spans: Sequence[Period], words: Mapping[int, int]
) -> tuple[Seen, ...]:
    """Return what each span tells; `told` comes by day, the newest of a day first."""
    found: list[list[Told]] = [[] for _ in spans]
    at = 0
    for one in told:
        while at < len(spans) and one.day > spans[at].last:
            at += 1
        if at == len(spans):
            break
        if one.day >= spans[at].first:
            found[at].append(one)
    return tuple(_seen(span, part, words) for span, part in zip(spans, found, strict=True))


def counts(days: Iterable[tuple[str, date]], spans: Sequence[Period]) -> dict[str, tuple[int, ...]]:
    """Return how often each name stands in each span."""
    found: dict[str, list[int]] = {}
    for name, day in days:
        for place, span in enumerate(spans):
            if span.first <= day <= span.last:
                found.setdefault(name, [0] * len(spans))[place] += 1
    return {name: tuple(numbers) for name, numbers in found.items()}


def middle(values: Sequence[float]) -> float | None:
    """Return the median, or None of too few."""
    if len(values) < FEW:
        return None
    from statistics import median  # brings fractions and decimals along, and is seldom wanted

    return float(median(values))


def _seen(span: Period, told: list[Told], words: Mapping[int, int]) -> Seen:
    moods: dict[date, int] = {}
    energies: dict[date, int] = {}
    sleep: dict[date, float] = {}
    for one in told:  # the newest of a day comes first, so the first one told counts
        if one.mood:
            moods.setdefault(one.day, _MOOD_PLACE[one.mood])
        if one.energy:
            energies.setdefault(one.day, _ENERGY_PLACE[one.energy])
        if one.sleep is not None:
            sleep.setdefault(one.day, one.sleep)
    nights = tuple(sleep.values())
    return Seen(
        period=span,
        entries=len(told),
        days=len({one.day for one in told}),
        words=sum(words.get(one.id, 0) for one in told),
        moods=_numbers(moods.values(), len(Mood)),
        energies=_numbers(energies.values(), len(Energy)),
        mood=middle(tuple(moods.values())),
        energy=middle(tuple(energies.values())),
        nights=len(nights),
        sleep=Spread(min(nights), max(nights), middle(nights)) if nights else None,
        kinds=Counter(one.kind for one in told),
    )


_MOOD_PLACE = {mood: place for place, mood in enumerate(Mood)}
_ENERGY_PLACE = {energy: place for place, energy in enumerate(Energy)}


def _numbers(places: Iterable[int], size: int) -> tuple[int, ...]:
    found = Counter(places)
    return tuple(found[place] for place in range(size))


def _spans(starts: Sequence[date], end: Callable[[date], date], today: date) -> tuple[Period, ...]:
    return tuple(Period(start, min(end(start), today)) for start in starts)


def _week_end(start: date) -> date:
    return min(start, date.max - timedelta(WEEK - 1)) + timedelta(WEEK - 1)


def _month_end(start: date) -> date:
    return start.replace(day=days_in(start.year, start.month))


def _year_end(start: date) -> date:
    return date(start.year, 12, 31)
