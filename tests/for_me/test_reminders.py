"""When something is told: on the wall's clock, weekly, put off, off, and through a sleep."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.for_me.model import Reminder
from familysupport.for_me.reminders import (
    calls_while_locked,
    done,
    due,
    due_at,
    next_on,
    off,
    on_again,
    put_off,
    wall,
)

NOW = datetime(2026, 11, 23, 18, 42)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1))
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))
REMINDERS = st.builds(
    Reminder,
    id=st.just(1),
    words=st.just("x"),
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    at=TIMES,
    weekly=st.booleans(),
    on=st.just(True),
    again=st.none(),
)


def test_it_is_told_from_its_minute_on_until_it_is_done() -> None:
    one = Reminder(1, "ring Rosa", NOW.date(), time(18, 42))
    assert due([one], NOW - timedelta(minutes=1)) == []
    assert due([one], NOW) == [one]
    assert due([one], NOW + timedelta(days=40)) == [one]
    assert due([done(one, NOW)], NOW + timedelta(days=40)) == []


def test_the_longest_waiting_comes_first() -> None:
    first = Reminder(1, "a", NOW.date(), time(9))
    second = Reminder(2, "b", NOW.date() - timedelta(days=1), time(10))
    assert due([first, second], NOW) == [second, first]


def test_tomorrow_leaves_the_weekly_rhythm_as_it_is() -> None:
    weekly = Reminder(1, "look back", NOW.date(), time(18), weekly=True)
    later = put_off(weekly, NOW)
    assert due([later], NOW) == []
    assert due_at(later) == datetime(2026, 11, 24, 18)
    assert done(later, datetime(2026, 11, 24, 20)).day == date(2026, 11, 30)


def test_what_is_off_is_silent_until_it_is_on_again_for_a_time_to_come() -> None:
    one = Reminder(1, "a", NOW.date() - timedelta(days=9), time(9))
    assert due([off(one)], NOW) == []
    assert due_at(on_again(off(one), NOW)) == datetime(2026, 11, 24, 9)


def test_the_wall_keeps_its_time_when_the_clocks_change() -> None:
    before = wall(datetime.fromisoformat("2026-10-24T09:00:00+02:00"))
    after = wall(datetime.fromisoformat("2026-10-31T09:00:00+01:00"))
    one = Reminder(1, "a", date(2026, 10, 24), time(9), weekly=True)
    assert due([one], before) == [one]
    assert due_at(done(one, before)) == after


@given(one=REMINDERS, now=MOMENTS)
def test_what_is_done_is_not_due_and_a_weekly_one_keeps_its_weekday(
    one: Reminder, now: datetime
) -> None:
    after = done(one, now)
    assert due([after], now) == []
    if one.weekly:
        assert after.on
        assert after.day.weekday() == one.day.weekday()
        assert after.at == one.at
        waits = due_at(after) - max(now, datetime.combine(one.day, one.at))
        assert waits <= timedelta(days=7)
        assert after.day >= one.day


@given(one=REMINDERS, now=MOMENTS)
def test_what_is_put_off_is_told_within_two_days(one: Reminder, now: datetime) -> None:
    waits = due_at(put_off(one, now)) - now
    assert timedelta(0) < waits <= timedelta(days=2)


@given(one=REMINDERS, now=MOMENTS)
def test_what_is_switched_on_again_is_never_due_at_once(one: Reminder, now: datetime) -> None:
    assert due([on_again(off(one), now)], now) == []


@given(weekday=st.integers(0, 6), at=TIMES, now=MOMENTS)
def test_the_next_weekday_is_within_a_week_and_to_come(
    weekday: int, at: time, now: datetime
) -> None:
    day = next_on(weekday, at, now)
    assert day.weekday() == weekday
    assert timedelta(0) < datetime.combine(day, at) - now <= timedelta(days=7)


@pytest.mark.parametrize(
    ("when", "hour", "calls"),
    [(0, 18, True), (7, 18, True), (1, 18, False), (0, 19, False), (-1, 18, False)],
)
def test_a_locked_notice_belongs_to_its_hour_only(when: int, hour: int, calls: bool) -> None:
    assert calls_while_locked(NOW, when, hour, 7) is calls
