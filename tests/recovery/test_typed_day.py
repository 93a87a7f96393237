"""A day is read as people type it, and what is no day is never taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.recovery.typed_day import DayNames, read_day

TODAY = date(2026, 11, 23)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
BRITISH = DayNames([(one, one[:3]) for one in MONTHS], WORDS)
AMERICAN = DayNames(BRITISH.months, WORDS, is_day_first=False)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("21 Oct 2026", date(2026, 10, 21)),
        ("21oct26", date(2026, 10, 21)),
        ("Oct 21, 2026", date(2026, 10, 21)),
        ("october 21", date(2026, 10, 21)),
        ("3 jan", date(2027, 1, 3)),
        ("2026-10-21", date(2026, 10, 21)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("Yesterday", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("21.10.2026", date(2026, 10, 21)),
        ("21/10", date(2026, 10, 21)),
        ("10/21/2026", date(2026, 10, 21)),
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str, expected: date) -> None:
    assert read_day(typed, TODAY, BRITISH) == expected


def test_where_the_month_comes_first_it_is_read_first() -> None:
    assert read_day("10/9/2026", TODAY, AMERICAN) == date(2026, 10, 9)
    assert read_day("10/9/2026", TODAY, BRITISH) == date(2026, 9, 10)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "soon", "29 feb 2026", "31 april", "2026", "12", "21 Oct 1492", "1 2 3 4", "99/99/99",
     "21 Oct 2026 at ten past 9", "2026-10-21T10:30", "123456789 Oct", "\u0663"],
)  # fmt: skip
def test_what_is_no_day_is_not_taken_for_one(typed: str) -> None:
    assert read_day(typed, TODAY, BRITISH) is None


@given(days, days)
def test_every_day_comes_back_from_each_way_to_write_it(day: date, today: date) -> None:
    month = MONTHS[day.month - 1]
    for typed in (
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
    ):
        assert read_day(typed, today, BRITISH) == day
    assert read_day(f"{day.month}/{day.day}/{day.year}", today, AMERICAN) == day


@given(st.text(max_size=80), st.dates())
def test_no_typing_at_all_breaks_the_reading(typed: str, today: date) -> None:
    found = read_day(typed, today, BRITISH)
    assert found is None or 1900 <= found.year <= 2199
