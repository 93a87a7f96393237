"""Weeks, wherever in the world they begin, and the one to look back on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from familysupport.for_me.week import WeekTold, week_of, week_to_look_at

DAYS = st.dates(date(1950, 1, 1), date(2190, 12, 31))
BEGINS = st.integers(1, 7)


@given(day=DAYS, begins=BEGINS)
def test_a_week_holds_its_day_and_begins_where_the_country_begins_it(
    day: date, begins: int
) -> None:
    week = week_of(day, begins)
    assert week.first <= day <= week.last
    assert week.first.isoweekday() == begins
    assert len(week.days()) == 7
    assert week.days()[-1] == week.last


@given(day=DAYS, begins=BEGINS)
def test_weeks_follow_on_each_other_without_a_gap(day: date, begins: int) -> None:
    week = week_of(day, begins)
    assert week.moved(1).first - week.last == timedelta(days=1)
    assert week.moved(1).moved(-1) == week
    assert week_of(week.moved(-1).last, begins) == week.moved(-1)


@given(day=DAYS, begins=BEGINS)
def test_every_day_belongs_to_one_week_only(day: date, begins: int) -> None:
    week = week_of(day, begins)
    assert {week_of(one, begins) for one in week.days()} == {week}


@given(today=DAYS, begins=BEGINS)
def test_one_looks_back_on_at_least_three_days_and_never_ahead(today: date, begins: int) -> None:
    week = week_to_look_at(today, begins)
    assert week.first <= today - timedelta(days=2)
    assert today <= week.last + timedelta(days=2)


def test_on_monday_morning_it_is_last_week_and_on_sunday_this_one() -> None:
    assert week_to_look_at(date(2026, 11, 23), 1).first == date(2026, 11, 16)
    assert week_to_look_at(date(2026, 11, 29), 1).first == date(2026, 11, 23)


def test_the_count_is_that_of_all_kinds() -> None:
    assert WeekTold((("A visit", 2), ("A call", 1))).count == 3
    assert WeekTold().count == 0
