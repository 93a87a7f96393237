"""What was put off is silent until tomorrow; what was silenced, for good."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from familysupport.for_me.waiting import is_silent, put_off_until_tomorrow, silenced

DAYS = st.dates(date(2000, 1, 1), date(2190, 1, 1))


@given(today=DAYS, later=st.integers(1, 4000))
def test_put_off_is_silent_today_and_told_from_tomorrow_on(today: date, later: int) -> None:
    until = put_off_until_tomorrow("a", {}, today)
    assert is_silent("a", until, today)
    assert not is_silent("b", until, today)
    assert not is_silent("a", until, today + timedelta(days=later))


@given(today=DAYS, later=st.integers(0, 4000))
def test_silenced_stays_silent(today: date, later: int) -> None:
    assert is_silent("a", silenced("a", {}, today), today + timedelta(days=later))


@given(today=DAYS)
def test_what_is_over_is_not_kept_for_ever(today: date) -> None:
    until = put_off_until_tomorrow("a", {}, today)
    assert set(put_off_until_tomorrow("b", until, today)) == {"a", "b"}
    assert set(silenced("b", until, today + timedelta(days=1))) == {"b"}
