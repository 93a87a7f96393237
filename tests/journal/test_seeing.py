"""What the journal shows over time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from familysupport.journal.calendar import Told
from familysupport.journal.model import Energy, Kind, Mood
from familysupport.journal.seeing import (
    FEW,
    By,
    Period,
    Reach,
    Spread,
    counts,
    periods,
    seen,
    steps_of,
)

TODAY = date(2026, 11, 23)
WEEK_OF_TODAY = Period(date(2026, 11, 22), TODAY)


def told(number: int, day: date, **fields: object) -> Told:
    return Told(number, day, Kind.FREE, **fields)  # type: ignore[arg-type]


@given(
    st.dates(date(30, 1, 1)),
    st.sampled_from(Reach),
    st.sampled_from(By),
    st.integers(0, 6),
    st.integers(0, 9_000),
)
def test_spans_follow_each_other_without_a_gap_and_end_today(
    today: date, reach: Reach, by: By, first: int, back: int
) -> None:
    begun = today - timedelta(days=back)
    if by is By.WEEK and reach is Reach.ALL:
        return
    spans = periods(reach, by, today, begun, first)
    assert spans[-1].last == today
    for before, after in pairwise(spans):
        assert after.first == before.last + timedelta(days=1)
    if by is By.WEEK:
        assert all(span.first.weekday() == first for span in spans)
        assert len(spans) in (12, 26, 52)
    else:
        assert all(span.first.day == 1 for span in spans)
    if reach is Reach.ALL:
        assert spans[0].first <= begun


def test_each_reach_has_steps_that_can_be_read() -> None:
    assert steps_of(Reach.TWELVE_WEEKS, TODAY, TODAY)[0] is By.WEEK
    assert steps_of(Reach.YEAR, TODAY, TODAY)[0] is By.MONTH
    assert steps_of(Reach.ALL, date(2026, 1, 1), TODAY) == (By.MONTH, By.YEAR)
    assert steps_of(Reach.ALL, date(1990, 1, 1), TODAY) == (By.YEAR,)
    assert len(periods(Reach.TWELVE_WEEKS, By.MONTH, TODAY, TODAY, 0)) == 3


def test_a_day_counts_once_with_the_last_mood_told() -> None:
    (week,) = seen(
        [
            told(3, TODAY),
            told(2, TODAY, mood=Mood.GOOD),
            told(1, TODAY, mood=Mood.HARD, energy=Energy.LOW, sleep=6.5),
        ],
        [WEEK_OF_TODAY],
        {1: 10, 2: 5},
    )
    assert (week.entries, week.days, week.words) == (3, 1, 15)
    assert week.moods == (0, 0, 0, 0, 1)
    assert week.energies == (0, 1, 0, 0, 0)
    assert week.sleep == Spread(6.5, 6.5, None)
    assert week.kinds == {Kind.FREE: 3}


def test_too_few_days_have_no_middle_and_a_gap_stays_a_gap() -> None:
    spans = periods(Reach.TWELVE_WEEKS, By.WEEK, TODAY, TODAY, 0)
    days = [spans[3].first + timedelta(days=number) for number in range(FEW)]
    moods = (Mood.HARD, Mood.MIXED, Mood.GOOD)
    full = [
        told(n, day, mood=mood, sleep=6.0 + n)
        for n, (day, mood) in enumerate(zip(days, moods, strict=True))
    ]
    found = seen(full, spans, {})
    assert found[3].mood == 2.0
    assert found[3].sleep == Spread(6.0, 8.0, 7.0)
    assert [one.mood for one in found if one is not found[3]] == [None] * 11
    (few,) = [one for one in seen(full[:-1], spans, {}) if one.days]
    assert few.mood is None
    assert few.moods == (0, 1, 1, 0, 0)


def test_what_lies_outside_the_spans_is_left_out() -> None:
    outside = [told(1, date(2020, 1, 1)), told(2, TODAY), told(3, date(2030, 1, 1))]
    (week,) = seen(outside, [WEEK_OF_TODAY], {1: 9, 2: 1, 3: 9})
    assert (week.entries, week.words) == (1, 1)


@given(st.lists(st.tuples(st.integers(-400, 20), st.sampled_from([None, *Mood])), max_size=60))
def test_no_day_is_lost_or_counted_twice(entries: list[tuple[int, Mood | None]]) -> None:
    days = sorted(entries, key=lambda one: one[0])
    found = [told(n, TODAY + timedelta(days=d), mood=m) for n, (d, m) in enumerate(days)]
    spans = periods(Reach.YEAR, By.MONTH, TODAY, TODAY, 0)
    inside = {one.day for one in found if spans[0].first <= one.day <= TODAY}
    result = seen(found, spans, {})
    assert sum(one.days for one in result) == len(inside)
    assert sum(map(sum, (one.moods for one in result))) == len(
        {one.day for one in found if one.mood and one.day in inside}
    )


def test_names_are_counted_by_span() -> None:
    spans = periods(Reach.TWELVE_WEEKS, By.WEEK, TODAY, TODAY, 0)
    days = [("Dinner", TODAY), ("Dinner", TODAY - timedelta(days=7)), ("Walk", date(2000, 1, 1))]
    assert counts(days, spans) == {"Dinner": (0,) * 10 + (1, 1)}
