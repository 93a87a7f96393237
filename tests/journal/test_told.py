from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.journal.told import MOST_HOURS, hours_of


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
