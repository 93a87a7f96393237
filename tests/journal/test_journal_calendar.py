"""Days, weeks and months of the journal."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from familysupport.journal.calendar import (
    Marks,
    Told,
    days_in,
    days_with,
    last_weeks,
    marks,
    moment_on,
    month_later,
    month_weeks,
    moved,
)
from familysupport.journal.memories import Ago, memory_days
from familysupport.journal.model import Kind, Mood

WEEKDAYS = st.integers(0, 6)
DAY = date(2026, 11, 23)


@given(st.integers(1, 9999), st.integers(1, 12), WEEKDAYS)
def test_a_month_stands_whole_in_six_weeks(year: int, month: int, first: int) -> None:
    weeks = month_weeks(year, month, first)
    assert [len(week) for week in weeks] == [7] * 6
    days = [day for week in weeks for day in week if day]
    assert days == sorted(set(days))
    inside = [day for day in days if (day.year, day.month) == (year, month)]
    assert len(inside) == calendar.monthrange(year, month)[1] == days_in(year, month)
    assert any(day and day.day == 1 for day in weeks[0])


@given(st.integers(1, 9998), st.integers(1, 12), WEEKDAYS)
def test_every_week_begins_on_the_chosen_day(year: int, month: int, first: int) -> None:
    for week in month_weeks(year, month, first):
        for place, day in enumerate(week):
            assert day is None or day.weekday() == (first + place) % 7


def test_the_ends_of_the_calendar_have_empty_places() -> None:
    assert month_weeks(1, 1, 6)[0][0] is None
    assert month_weeks(9999, 12, 0)[-1][-1] is None
    assert moved(date.min, -1) is None


@given(st.dates(min_value=date(3, 1, 1)), st.integers(1, 53), WEEKDAYS)
def test_the_last_weeks_end_today_and_show_nothing_to_come(
    today: date, count: int, first: int
) -> None:
    weeks = last_weeks(today, count, first)
    days = [day for week in weeks for day in week]
    assert len(days) == count * 7
    known = [day for day in days if day]
    assert known[-1] == today
    assert known == [known[0] + timedelta(days=number) for number in range(len(known))]
    assert known[0].weekday() == first


@given(st.dates(), st.integers(-200_000, 200_000))
def test_a_month_later_keeps_the_day_where_it_can(day: date, months: int) -> None:
    later = month_later(day, months)
    assert later.day == min(day.day, days_in(later.year, later.month))
    count = (later.year - day.year) * 12 + later.month - day.month
    assert count == months or later.year in (1, 9999)


@given(st.dates(), st.datetimes(), st.integers(-23, 23))
def test_a_moment_on_a_day_has_that_day_on_the_wall_in_any_zone(
    day: date, now: datetime, offset: int
) -> None:
    moment = moment_on(day, now.replace(tzinfo=timezone(timedelta(hours=offset))))
    assert moment.date() == day
    assert moment.isoformat()[:10] == day.isoformat()


def test_marks_tell_the_number_and_the_moods_with_the_last_one_last() -> None:
    told = [
        Told(3, DAY, Kind.FREE, Mood.GOOD),
        Told(2, DAY, Kind.VISIT),
        Told(1, DAY, Kind.FREE, Mood.HARD),
        Told(4, date(2026, 11, 24), Kind.FREE),
    ]
    found = marks(told)
    assert found[DAY] == Marks((3, 2, 1), (Mood.HARD, Mood.GOOD))
    assert found[DAY].mood is Mood.GOOD
    assert (days_with(found, Mood.GOOD), days_with(found, None)) == (1, 1)


@given(st.dates(min_value=date(200, 1, 1)))
def test_on_this_day_looks_only_at_the_same_date_before_today(today: date) -> None:
    for day, ago in memory_days(today).items():
        assert day < today
        assert day.day == today.day
        assert (ago.years > 0) != (ago.months > 0)
        if ago.years:
            assert (day.month, day.year) == (today.month, today.year - ago.years)


def test_a_leap_day_has_memories_of_leap_days_alone() -> None:
    found = memory_days(date(2028, 2, 29))
    assert [day for day, ago in found.items() if ago.years][:2] == [
        date(2024, 2, 29),
        date(2020, 2, 29),
    ]
    assert found[date(2028, 1, 29)] == Ago(months=1)
    assert Ago(months=1) not in memory_days(date(2026, 3, 31)).values()


def test_on_this_day_near_the_beginning_of_the_calendar_finds_what_there_is() -> None:
    assert date(1, 5, 5) in memory_days(date(2, 5, 5))
