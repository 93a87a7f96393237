"""Picking lines and putting them in order; the page they become."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.page import Bullets, Heading, Note, each_text
from familysupport.journal.summary import (
    Item,
    moved,
    questions_in,
    span_before,
    still_there,
    summary_page,
    toggled,
)

KEYS = st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=8).map(tuple)


@given(order=KEYS, key=st.text(min_size=1, max_size=3))
def test_ticking_twice_leaves_all_others_where_they_were(order: tuple[str, ...], key: str) -> None:
    once = toggled(order, key)
    assert (key in once) != (key in order)
    assert [one for one in toggled(once, key) if one != key] == [one for one in order if one != key]


@given(order=KEYS.filter(bool), place=st.integers(0, 7), by=st.integers(-9, 9))
def test_moving_keeps_every_line_and_the_order_of_the_rest(
    order: tuple[str, ...], place: int, by: int
) -> None:
    key = order[place % len(order)]
    after = moved(order, key, by)
    assert sorted(after) == sorted(order)
    assert [one for one in after if one != key] == [one for one in order if one != key]
    wanted = max(0, min(len(order) - 1, order.index(key) + by))
    assert after.index(key) == wanted


def test_a_line_that_is_not_picked_cannot_be_moved() -> None:
    assert moved(("a",), "b", 1) == ("a",)


@given(order=KEYS, keys=st.sets(st.text(min_size=1, max_size=3)))
def test_only_lines_that_are_there_stay(order: tuple[str, ...], keys: set[str]) -> None:
    assert set(still_there(order, keys)) == set(order) & keys


@given(today=st.dates(date(1950, 1, 1), date(2190, 1, 1)), days=st.integers(1, 400))
def test_a_span_has_as_many_days_as_asked(today: date, days: int) -> None:
    first, last = span_before(today, days)
    assert last == today
    assert (last - first).days + 1 == days


@given(st.text())
def test_questions_are_lines_each_once(text: str) -> None:
    found = questions_in(text)
    assert len(set(found)) == len(found)
    assert all(line == line.strip() and line for line in found)


def test_the_page_says_only_what_was_picked_and_in_that_order() -> None:
    picked = [
        Item("b", "Second", "b words"),
        Item("a", "First", "a words"),
        Item("c", "First", "c words"),
        Item("t", "Texts", "a day", whole=True),
    ]
    page = summary_page("Notes", picked, lambda key: f"**all** of {key}")
    assert page.blocks[:4] == (
        Heading("Second"),
        Bullets(("b words",)),
        Heading("First"),
        Bullets(("a words", "c words")),
    )
    assert page.blocks[4:6] == (Heading("Texts"), Note("a day"))
    assert "all of t" in " ".join(each_text(page.blocks))


def test_nothing_picked_is_an_empty_page() -> None:
    assert summary_page("Notes", [], str).blocks == ()
