"""When something is to be told: by the time on the wall, so that a sleep of the machine is no gap.

All moments here are without a zone: a reminder at nine is at nine, in summer and in winter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from familysupport.for_me.model import Reminder

_DAY = timedelta(days=1)
_WEEK = 7


def wall(now: datetime) -> datetime:
    """Return what the clock on the wall shows."""
    return now.replace(tzinfo=None)


def due_at(reminder: Reminder) -> datetime:
    """Return when it is to be told next."""
    return reminder.again or datetime.combine(reminder.day, reminder.at)


def due(reminders: Iterable[Reminder], now: datetime) -> list[Reminder]:
    """Return what is to be told at `now`, the longest waiting first."""
    found = [one for one in reminders if one.on and due_at(one) <= now]
    return sorted(found, key=due_at)


def done(reminder: Reminder, now: datetime) -> Reminder:
    """Return it after it was done: a weekly one waits for its next week, another is over."""
    if not reminder.weekly:
        return reminder._replace(on=False, again=None)
    day = reminder.day
    if datetime.combine(day, reminder.at) <= now:
        weeks = (now.date() - day).days // _WEEK
        day += timedelta(days=_WEEK * weeks)
        if datetime.combine(day, reminder.at) <= now:
            day += timedelta(days=_WEEK)
    return reminder._replace(day=day, again=None)


def put_off(reminder: Reminder, now: datetime) -> Reminder:
    """Return it told again tomorrow, at its own time."""
    return reminder._replace(again=datetime.combine(now.date() + _DAY, reminder.at))


def off(reminder: Reminder) -> Reminder:
    """Return it silent until it is switched on again."""
    return reminder._replace(on=False, again=None)


def on_again(reminder: Reminder, now: datetime) -> Reminder:
    """Return it switched on, to be told next when its time comes, not for the time gone by."""
    woken = reminder._replace(on=True, again=None)
    if reminder.weekly:
        return done(woken, now)
    if datetime.combine(reminder.day, reminder.at) > now:
        return woken
    ahead = now.date() if datetime.combine(now.date(), reminder.at) > now else now.date() + _DAY
    return woken._replace(day=ahead)


def next_on(weekday: int, at: time, now: datetime) -> date:
    """Return the next day with this weekday, Monday being 0, on which `at` is still to come."""
    day = now.date() + timedelta(days=(weekday - now.weekday()) % _WEEK)
    return day if datetime.combine(day, at) > now else day + timedelta(days=_WEEK)


def calls_while_locked(now: datetime, when: int, hour: int, every_day: int) -> bool:
    """Tell whether a neutral notice belongs to this hour: on weekday `when`, or on every day."""
    return when in (every_day, now.weekday()) and now.hour == hour
