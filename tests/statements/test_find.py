from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.find import Search, next_place

TEXT = "Don’t go. I don't  know, Dan. Danny"


def found(search, text=TEXT):
    return [text[start:end] for start, end in search.places(text)]


def test_words_are_found_in_any_case_with_any_apostrophe_and_any_blanks():
    assert found(Search("don't")) == ["Don’t", "don't"]
    assert found(Search("don’t know")) == ["don't  know"]
    assert found(Search("")) == []


def test_case_and_whole_words_can_be_asked_for():
    assert found(Search("don't", exact=True)) == ["don't"]
    assert found(Search("dan")) == ["Dan", "Dan"]
    assert found(Search("dan", whole_words=True)) == ["Dan"]


def test_signs_are_taken_as_they_are():
    assert found(Search("a.b (c)"), "axb (c) a.b (c)") == ["a.b (c)"]
    assert Search("x").replaced("x y x", r"\1\g<0>") == (r"\1\g<0> y \1\g<0>", 2)
    assert Search("").replaced("abc", "z") == ("abc", 0)


@pytest.mark.parametrize(
    ("at", "forward", "place"),
    [
        (0, True, (2, 3)),
        (3, True, (5, 6)),
        (7, True, (2, 3)),
        (5, False, (2, 3)),
        (2, False, (5, 6)),
    ],
)
def test_search_goes_on_from_the_cursor_and_round(at, forward, place):
    assert next_place([(2, 3), (5, 6)], at, forward) == place
    assert next_place([], at, forward) is None


@given(st.text(max_size=8), st.text(max_size=60), st.booleans(), st.booleans())
def test_any_search_in_any_text_finds_places_within_it(words, text, exact, whole):
    places = Search(words, exact, whole).places(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))
    changed, count = Search(words, exact, whole).replaced(text, "")
    assert count == len(places)
    assert len(changed) == len(text) - sum(end - start for start, end in places)
