from __future__ import annotations

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.learn.timeline import (
    Now,
    along,
    current,
    hours_since,
    last_hour,
    phases,
    ticks,
)
from familysupport.paths import resources

NOW = datetime.fromisoformat("2026-11-23T18:00:00+01:00")
DRUGS = Library(resources() / "content", "en").timeline().drug
HEROIN = DRUGS[0]


def ago(hours: float):
    return NOW - timedelta(hours=hours)


def test_the_numbers_are_those_of_the_fact_base():
    table = {drug.id: [(band.typical, band.wide) for band in drug.band] for drug in DRUGS}
    assert table == {
        "heroin": [((6, 12), (6, 24)), ((24, 72), (24, 96)), ((96, 168), (96, 240))],
        "fentanyl": [((8, 24), (4, 36)), ((36, 96), (24, 120)), ((120, 240), (120, 336))],
        "methadone": [((24, 48), (12, 72)), ((72, 144), (72, 240)), ((240, 480), (240, 504))],
        "buprenorphine": [((24, 72), (24, 120)), ((72, 120), (72, 168)), ((240, 480), (240, 672))],
    }


def test_without_a_last_use_there_are_hours_and_no_clock_times():
    found = phases(HEROIN, None, NOW)
    assert [phase.name for phase in found] == ["onset", "peak", "easing"]
    assert all(phase.now is Now.UNKNOWN and phase.typical is None for phase in found)
    assert current(found) is None


def test_clock_times_count_from_the_last_use():
    onset = phases(HEROIN, ago(0), NOW)[0]
    assert onset.typical == (NOW + timedelta(hours=6), NOW + timedelta(hours=12))
    assert onset.wide == (NOW + timedelta(hours=6), NOW + timedelta(hours=24))


@pytest.mark.parametrize(
    ("hours", "stands", "name"),
    [
        (2, (Now.BEFORE, Now.BEFORE, Now.BEFORE), None),
        (8, (Now.TYPICAL, Now.BEFORE, Now.BEFORE), "onset"),
        (20, (Now.POSSIBLE, Now.BEFORE, Now.BEFORE), "onset"),
        (48, (Now.PAST, Now.TYPICAL, Now.BEFORE), "peak"),
        (90, (Now.PAST, Now.POSSIBLE, Now.BEFORE), "peak"),
        (100, (Now.PAST, Now.PAST, Now.TYPICAL), "easing"),
        (400, (Now.PAST, Now.PAST, Now.PAST), None),
    ],
)
def test_now_stands_in_the_right_phase(hours, stands, name):
    found = phases(HEROIN, ago(hours), NOW)
    assert tuple(phase.now for phase in found) == stands
    here = current(found)
    assert (here.name if here else None) == name


def test_a_time_still_to_come_counts_as_unknown():
    assert hours_since(ago(-1), NOW) is None
    assert phases(HEROIN, ago(-1), NOW)[0].now is Now.UNKNOWN


def test_the_chart_ends_with_the_last_wide_hour():
    assert last_hour(HEROIN) == 240


@given(st.sampled_from(DRUGS), st.floats(min_value=0, max_value=5000))
def test_any_hour_gives_each_phase_a_stand_and_typical_lies_inside_wide(drug, hours):
    for phase in phases(drug, ago(hours), NOW):
        assert phase.now is not Now.UNKNOWN
        assert phase.wide[0] <= phase.typical[0] <= phase.typical[1] <= phase.wide[1]


def test_the_longest_span_says_that_it_can_be_longer():
    longer = {drug.id: [band.or_longer for band in drug.band] for drug in DRUGS}
    assert longer.pop("heroin") == [False, False, False]
    assert set(map(tuple, longer.values())) == {(False, False, True)}


@pytest.mark.parametrize("drug", DRUGS)
def test_the_marks_rise_to_the_last_hour(drug):
    marks = ticks(drug)
    assert marks[0] == 0
    assert marks[-1] == last_hour(drug)
    assert list(marks) == sorted(set(marks))


@given(st.sampled_from(DRUGS), st.floats(0, 800), st.floats(0, 800))
def test_later_hours_never_stand_further_left(drug, one, other):
    marks = ticks(drug)
    first, last = sorted((one, other))
    assert 0 <= along(first, marks) <= along(last, marks) <= 1


def test_each_mark_is_as_far_from_the_next():
    marks = ticks(HEROIN)
    places = [along(mark, marks) for mark in marks]
    steps = [round(after - before, 9) for before, after in itertools.pairwise(places)]
    assert len(set(steps)) == 1
