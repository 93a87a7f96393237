"""Says in which week at home somebody is; the plan for the first 90 days begins on the first day.

Week 0 is the time before. The plan is for the days after a programme (FACTS F-52), so it counts
from the first day of the present time at home.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from familysupport.recovery.days import spans
from familysupport.recovery.model import Stay, Where

LAST_WEEK = 13


class HomeWeek(NamedTuple):
    """The first day at home, and which week it is today: 0 before, never more than 13."""

    since: date | None
    number: int
    is_past: bool


def home_week(stays: Iterable[Stay], today: date) -> HomeWeek:
    """Return where the plan stands today."""
    for span in spans(stays, today, Where.HOME):
        if span.last == today:
            number = (span.days - 1) // 7 + 1
            return HomeWeek(span.first, min(number, LAST_WEEK), number > LAST_WEEK)
    return HomeWeek(None, 0, False)
