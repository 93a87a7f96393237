"""An hour is read as people type it, and what is no hour is never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.recovery.typed_hour import read_hour


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(("9", "09:00"), ("9:30", "09:30"), ("0930", "09:30"), ("9.30", "09:30")),
        *(("14:05", "14:05"), ("14h", "14:00"), ("14h30", "14:30"), ("930", "09:30")),
        *(("2 pm", "14:00"), ("2pm", "14:00"), ("2:15 p.m.", "14:15"), ("12 am", "00:00")),
        *(("12:30 PM", "12:30"), ("", ""), ("  ", "")),
    ],
)
def test_an_hour_is_read_however_it_is_typed(typed: str, expected: str) -> None:
    assert read_hour(typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["soon", "25", "24:00", "9:60", "13 pm", "0 am", "9:3", "10 a", "12345", "-3", "9:30:10"],
)
def test_what_is_no_hour_is_not_taken_for_one(typed: str) -> None:
    assert read_hour(typed) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_hour_comes_back_from_each_way_to_write_it(hour: int, minute: int) -> None:
    kept = f"{hour:02d}:{minute:02d}"
    half = "am" if hour < 12 else "pm"
    for typed in (kept, f"{hour}:{minute:02d}", f"{hour:02d}{minute:02d}", f" {kept} "):
        assert read_hour(typed) == kept
    assert read_hour(f"{hour % 12 or 12}:{minute:02d} {half}") == kept


@given(st.text(max_size=20))
def test_no_typing_at_all_breaks_the_reading(typed: str) -> None:
    found = read_hour(typed)
    assert not found or len(found) == len("HH:MM")
