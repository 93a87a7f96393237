"""Days are counted by the calendar: whatever is typed, nothing is lost and nothing counts twice."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.recovery.days import (
    Mark,
    MarkKind,
    Span,
    add_months,
    count_of,
    days_in,
    marks,
    next_mark,
    spans,
    treatment_end,
)
from familysupport.recovery.model import Milestone, MilestoneKind, Stay, Where

DAY = date(2026, 11, 23)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
stays = st.lists(
    st.builds(
        Stay, where=st.sampled_from(Where), since=days, until=st.none() | days, name=st.just("")
    ),
    max_size=6,
)
agains = st.lists(st.builds(Milestone, kind=st.sampled_from(MilestoneKind), day=days), max_size=3)


def again(day: date) -> Milestone:
    return Milestone(kind=MilestoneKind.AGAIN, day=day)


def test_the_first_day_is_day_one_and_the_thirty_fourth_is_day_34() -> None:
    began = Stay(since=date(2026, 10, 21))
    first = count_of([began], [], date(2026, 10, 21))
    later = count_of([began], [], DAY)
    assert first is not None
    assert later is not None
    assert (first.day, later.day) == (1, 34)
    assert later.is_treated
    found = next_mark(marks(later.since, []), DAY)
    assert found == Mark(MarkKind.DAYS, date(2026, 12, 19), 60)


def test_a_stay_that_has_not_begun_or_is_over_is_no_count() -> None:
    assert count_of([Stay(since=DAY + timedelta(1))], [], DAY) is None
    assert count_of([Stay(since=DAY - timedelta(9), until=DAY - timedelta(1))], [], DAY) is None
    assert count_of([], [], DAY) is None


def test_a_stay_that_ends_before_it_begins_holds_no_day() -> None:
    assert days_in([Stay(since=DAY, until=DAY - timedelta(3))], DAY) == 0


def test_going_home_goes_on_counting_from_the_first_day_of_treatment() -> None:
    treated = Stay(since=date(2026, 10, 1), until=date(2026, 10, 28))
    home = Stay(where=Where.HOME, since=date(2026, 10, 29))
    count = count_of([treated, home], [], DAY)
    assert count is not None
    assert (count.day, count.home_day) == (54, 26)
    assert (count.is_treated, count.was_treated) == (False, True)


def test_a_gap_between_two_stays_begins_a_new_run_and_the_days_before_still_count() -> None:
    first = Stay(since=date(2026, 9, 1), until=date(2026, 9, 30))
    second = Stay(since=date(2026, 11, 20))
    count = count_of([first, second], [], DAY)
    assert count is not None
    assert (count.day, count.before, count.is_again) == (4, 30, False)
    assert days_in([first, second], DAY) == 34


def test_a_count_that_begins_again_keeps_the_days_before() -> None:
    began = Stay(since=date(2026, 10, 14))
    count = count_of([began], [again(DAY)], DAY + timedelta(2))
    assert count is not None
    assert (count.day, count.before, count.is_again) == (3, 40, True)
    assert days_in([began], DAY + timedelta(2)) == 43


def test_a_day_to_count_again_from_outside_the_run_changes_nothing() -> None:
    began = Stay(since=date(2026, 10, 14))
    for day in (date(2026, 10, 14), date(2026, 1, 1), DAY + timedelta(1)):
        count = count_of([began], [again(day)], DAY)
        assert count is not None
        assert (count.day, count.is_again) == (41, False)


@pytest.mark.parametrize(
    ("until", "expected"),
    [(15, False), (14, True), (0, True), (-1, True), (-28, True), (-29, False)],
)
def test_the_weeks_around_the_end_of_treatment_are_told(until: int, expected: bool) -> None:
    end = DAY + timedelta(until)
    treated = Stay(since=date(2026, 9, 1), until=end)
    home = Stay(where=Where.HOME, since=end)
    assert (treatment_end([treated, home], DAY) == end) is expected
    assert treatment_end([home], DAY) is None


def test_going_from_one_treatment_to_the_next_is_no_end() -> None:
    detox = Stay(since=date(2026, 11, 1), until=date(2026, 11, 8))
    house = Stay(since=date(2026, 11, 9))
    later = Stay(since=date(2026, 11, 20))
    assert treatment_end([detox, house], DAY) is None
    assert treatment_end([detox, later], date(2026, 11, 15)) == date(2026, 11, 8)
    assert treatment_end([detox, later], DAY) is None


@given(stays, days)
def test_the_end_of_treatment_is_always_near(found: list[Stay], today: date) -> None:
    end = treatment_end(found, today)
    assert end is None or -14 <= (today - end).days <= 28


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(9999, 12, 1), 3, date.max),
    ],
)
def test_months_end_where_a_shorter_month_ends(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_marks_tell_the_clinical_ones_from_the_round_days() -> None:
    found = {one.kind: one.day for one in marks(date(2026, 1, 15), [])[:8]}
    assert found[MarkKind.EARLY] == date(2026, 4, 15)
    assert found[MarkKind.SUSTAINED] == date(2027, 1, 15)
    assert [one.number for one in marks(DAY, []) if one.kind is MarkKind.DAYS] == [7, 30, 60, 90]


def test_an_own_day_to_come_can_be_the_next_mark() -> None:
    own = Milestone(day=DAY + timedelta(2), name="His birthday")
    found = next_mark(marks(DAY, [own, again(DAY + timedelta(1))]), DAY)
    assert found == Mark(MarkKind.OWN, DAY + timedelta(2), name="His birthday")


def test_no_clock_change_makes_a_day_longer_or_shorter() -> None:
    zone = ZoneInfo("America/New_York")
    began = Stay(since=date(2026, 3, 1))
    for month in (3, 11):
        for number in range(1, 15):
            early = datetime(2026, month, number, 0, 30, tzinfo=zone)
            late = datetime(2026, month, number, 23, 30, tzinfo=zone)
            one, two = (count_of([began], [], at.date()) for at in (early, late))
            assert one is not None
            assert one == two
            assert one.day == (date(2026, month, number) - date(2026, 3, 1)).days + 1


@given(stays, days)
def test_the_runs_hold_exactly_the_days_of_the_stays(found: list[Stay], today: date) -> None:
    held = {
        span.first + timedelta(number)
        for span in spans(found, today)
        for number in range(span.days)
    }
    expected = {
        day
        for day in (date(2024, 1, 1) + timedelta(n) for n in range(1827))
        if day <= today and any(one.holds(day) for one in found)
    }
    assert held == expected
    assert days_in(found, today) == len(expected)


@given(stays, days)
def test_runs_stand_apart_and_in_order(found: list[Stay], today: date) -> None:
    runs = spans(found, today)
    for before, after in itertools.pairwise(runs):
        assert (after.first - before.last).days > 1
    assert all(run.days >= 1 and run.last <= today for run in runs)


@given(stays, agains, days)
def test_a_count_and_the_days_before_it_make_all_days(
    found: list[Stay], again_days: list[Milestone], today: date
) -> None:
    count = count_of(found, again_days, today)
    holds_today = any(one.holds(today) for one in found)
    assert (count is not None) == holds_today
    if count is not None:
        assert count.day >= 1
        assert count.before + count.day == days_in(found, today)
        assert count.is_treated or count.home_day


@given(stays, agains, days)
def test_tomorrow_the_day_is_one_higher_or_the_count_began_again_or_ended(
    found: list[Stay], again_days: list[Milestone], today: date
) -> None:
    tomorrow = today + timedelta(1)
    now, then = count_of(found, again_days, today), count_of(found, again_days, tomorrow)
    if now and then:
        assert then.day == 1 or then.day == now.day + 1


@given(days, days)
def test_the_next_mark_is_always_to_come_and_never_missing(since: date, today: date) -> None:
    found = next_mark(marks(since, []), max(since, today))
    assert found is not None
    assert found.day > max(since, today)


@given(st.dates(), st.dates())
def test_no_date_at_all_breaks_the_count(since: date, today: date) -> None:
    count = count_of([Stay(since=since)], [again(today)], today)
    assert (count is None) == (since > today)
    assert all(isinstance(one.day, date) for one in marks(since, []))
    assert spans([Stay(since=since, until=today)], today) == (
        [Span(since, today)] if since <= today else []
    )
