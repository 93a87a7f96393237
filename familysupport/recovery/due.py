"""What is due: appointments of today and tomorrow, what expires, and the question of the week.

For whoever reminds. `key` says which words to use and holds nothing private; `about` does.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from familysupport.recovery.model import Appointment, Limit, Supply, monday_of
from familysupport.recovery.shelf import Standing, standing
from familysupport.recovery.store import RecoveryStore

_SUNDAY = 6


class DueKind(StrEnum):
    """What kind of thing is due."""

    APPOINTMENT = "appointment"
    EXPIRY = "expiry"
    WEEK = "week"


class Due(NamedTuple):
    """One thing that is due.

    `key` is appointment-today, appointment-tomorrow, naloxone-soon, naloxone-over, medicine-soon,
    medicine-over or limits-week. `day` is that of the appointment, of the expiry, or the Monday of
    the week asked about. `about` is private: with whom, or which medicine.
    """

    kind: DueKind
    key: str
    day: date
    about: str = ""


def due(store: RecoveryStore, today: date) -> list[Due]:
    """Return what is due today: appointments first, then what expires, then the week."""
    return [*_appointments(store, today), *_expiries(store, today), *_weeks(store, today)]


def week_to_ask(limits: list[Limit], answered: set[tuple[int, date]], today: date) -> date | None:
    """Return the Monday of the week to ask about: last week, or on Sundays this one.

    None when everything is answered, or no limit was there yet.
    """
    this = monday_of(today)
    asked = [_back(this, 7)] + ([this] if today.weekday() == _SUNDAY else [])
    for monday in asked:
        there = [one for one in limits if one.since <= _back(monday, -6)]
        if any((one.id, monday) not in answered for one in there):
            return monday
    return None


def _appointments(store: RecoveryStore, today: date) -> list[Due]:
    names = {today: "appointment-today", _back(today, -1): "appointment-tomorrow"}
    return [
        Due(DueKind.APPOINTMENT, names[one.day], one.day, one.who)
        for one in store.items(Appointment)
        if one.day in names
    ]


def _expiries(store: RecoveryStore, today: date) -> list[Due]:
    found = []
    for one in store.items(Supply):
        how = standing(one.expires, today)
        if one.expires is not None and how in (Standing.SOON, Standing.OVER):
            key = f"{one.kind.value}-{how.value}"
            found.append(Due(DueKind.EXPIRY, key, one.expires, one.name))
    return found


def _weeks(store: RecoveryStore, today: date) -> list[Due]:
    this = monday_of(today)
    weeks = store.limit_weeks(_back(this, 7), this)
    answered = {(one.limit_id, one.monday) for one in weeks}
    limits = [one for one in store.items(Limit) if not one.is_over(today)]
    monday = week_to_ask(limits, answered, today)
    return [Due(DueKind.WEEK, "limits-week", monday)] if monday else []


def _back(day: date, days: int) -> date:
    number = day.toordinal() - days
    return date.fromordinal(max(1, min(number, date.max.toordinal()))) if days else day
