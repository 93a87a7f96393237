"""Counts days and names the marks to come; whole days by the calendar, so no clock change matters.

The first day is day 1. Stays that overlap or follow each other day after day are one run. Marks:
30, 60 and 90 days (FACTS F-52), early and sustained remission at 3 and 12 months (F-51).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from familysupport.recovery.model import Milestone, MilestoneKind, Stay, Where

_ROUND_DAYS = (7, 30, 60, 90)
_EARLY, _HALF, _SUSTAINED = 3, 6, 12
_YEARS = range(2, 60)
_BEFORE_END, _AFTER_END = 14, 28
_ONE = timedelta(days=1)


class Span(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.last - self.first).days + 1


class Count(NamedTuple):
    """Where the count stands today.

    `day` counts from `since`, the first day being 1. `is_again` says that the family began to
    count anew on that day; `before` days counted already then. `home_day` is 0 when not at home.
    """

    day: int
    since: date
    is_treated: bool
    was_treated: bool
    is_again: bool
    home_day: int
    before: int


class MarkKind(StrEnum):
    """What a mark counts; OWN is a day with a name the family gave."""

    DAYS = "days"
    EARLY = "early"
    HALF = "half"
    SUSTAINED = "sustained"
    YEARS = "years"
    OWN = "own"


class Mark(NamedTuple):
    """A day to look forward to or back on; `number` is how many days or years."""

    kind: MarkKind
    day: date
    number: int = 0
    name: str = ""


def spans(stays: Iterable[Stay], today: date, where: Where | None = None) -> list[Span]:
    """Return the runs of days up to `today`, of one kind or of all, the earliest first."""
    found: list[Span] = []
    for stay in sorted(stays, key=lambda one: one.since):
        last = min(stay.until or today, today)
        if (where is not None and stay.where is not where) or last < stay.since:
            continue
        if found and (stay.since - found[-1].last).days <= 1:
            found[-1] = Span(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Span(stay.since, last))
    return found


def days_in(stays: Iterable[Stay], today: date, where: Where | None = None) -> int:
    """Return how many different days up to `today` the stays hold."""
    return sum(span.days for span in spans(stays, today, where))


def count_of(stays: Sequence[Stay], milestones: Iterable[Milestone], today: date) -> Count | None:
    """Return where the count stands, or None when no stay holds today."""
    run = _holding(spans(stays, today), today)
    if run is None:
        return None
    home = _holding(spans(stays, today, Where.HOME), today)
    treated = spans(stays, today, Where.TREATMENT)
    again = [
        one.day
        for one in milestones
        if one.kind is MilestoneKind.AGAIN and run.first < one.day <= today
    ]
    since = max(again, default=run.first)
    before = 0 if since == date.min else days_in(stays, since - _ONE)
    return Count(
        day=(today - since).days + 1,
        since=since,
        is_treated=_holding(treated, today) is not None,
        was_treated=any(run.first <= one.first for one in treated),
        is_again=bool(again),
        home_day=home.days if home else 0,
        before=before,
    )


def marks(since: date, milestones: Iterable[Milestone]) -> list[Mark]:
    """Return every mark of a count that began on `since`, and one's own days, in order of time."""
    found = [Mark(MarkKind.DAYS, _later(since, number - 1), number) for number in _ROUND_DAYS]
    found += [
        Mark(MarkKind.EARLY, add_months(since, _EARLY), _EARLY),
        Mark(MarkKind.HALF, add_months(since, _HALF), _HALF),
        Mark(MarkKind.SUSTAINED, add_months(since, _SUSTAINED), _SUSTAINED),
    ]
    found += [Mark(MarkKind.YEARS, add_months(since, 12 * year), year) for year in _YEARS]
    return sorted([*found, *own_marks(milestones)], key=lambda one: one.day)


def own_marks(milestones: Iterable[Milestone]) -> list[Mark]:
    """Return the days the family named itself."""
    return [
        Mark(MarkKind.OWN, one.day, name=one.name)
        for one in milestones
        if one.kind is MilestoneKind.OWN
    ]


def next_mark(found: Iterable[Mark], today: date) -> Mark | None:
    """Return the first mark after today."""
    return min((one for one in found if one.day > today), key=lambda one: one.day, default=None)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last one of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def treatment_end(stays: Sequence[Stay], today: date) -> date | None:
    """Return the day treatment ends or ended, while that is near: the weeks of danger around it.

    From 14 days before to 28 days after (FACTS O-32, O-38); None where treatment goes on elsewhere.
    """
    treated = [one for one in stays if one.where is Where.TREATMENT]
    near = [
        one.until
        for one in treated
        if one.until is not None
        and one.since <= one.until
        and -_BEFORE_END <= (today - one.until).days <= _AFTER_END
    ]
    end = max(near, default=None)
    if end is None:
        return None
    after = max(_later(end, 1), today)
    return None if any(one.holds(after) for one in treated) else end


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _holding(found: Iterable[Span], day: date) -> Span | None:
    return next((one for one in found if one.first <= day <= one.last), None)
