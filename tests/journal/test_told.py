from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.journal.told import MOST_HOURS, hours_of, time_in


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("6", 6.0),
        ("6.5", 6.5),
        ("6,5 h", 6.5),
        ("6:30", 6.5),
        ("6h30", 6.5),
        ("6 h 30 min", 6.5),
        ("6½", 6.5),
        ("½ h", 0.5),
        ("7 hours", 7.0),
        ("0", 0.0),
        ("7:50", 8.0),
        ("24", 24.0),
        ("24:30", None),
        ("25", None),
        ("", None),
        ("h", None),
        ("badly", None),
        ("-3", None),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, hours: float | None) -> None:
    assert hours_of(typed) == hours


@given(st.one_of(st.text(max_size=8), st.text(st.sampled_from("0123456789.,:½ h"), max_size=8)))
def test_whatever_is_typed_gives_half_hours_of_one_day_or_nothing(typed: str) -> None:
    hours = hours_of(typed)
    assert hours is None or (0 <= hours <= MOST_HOURS and (hours * 2).is_integer())


@pytest.mark.parametrize(
    ("typed", "clock", "rest"),
    [
        ("yesterday 9:15 pm", time(21, 15), "yesterday"),
        ("12 a.m. today", time(0, 0), "today"),
        ("13 pm", None, "13 pm"),
        ("21.10.2026", None, "21.10.2026"),
        ("25:30", None, "25:30"),
    ],
)
def test_a_time_is_taken_out_of_what_was_typed(typed: str, clock: time | None, rest: str) -> None:
    assert time_in(typed) == (clock, rest)
