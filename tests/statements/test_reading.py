from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.reading import seconds_aloud, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n — … !", 0),
        ("I love you.", 3),
        ("I don't, and don’t, ever", 5),
        ("my mother-in-law’s house", 3),
        ("on 14 March at 3:30", 5),
        ("Zażółć gęślą jaźń", 3),
        ("one_two", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text, count):
    assert words(text) == count


def test_a_hundred_and_thirty_words_take_a_minute_and_a_breath():
    assert seconds_aloud("word " * 130) == 62


def test_each_paragraph_adds_two_seconds():
    assert seconds_aloud("one\n\ntwo\n\n\n—\nthree") == round(3 * 60 / 130) + 6


def test_no_words_take_no_time():
    assert seconds_aloud("…\n\n—") == 0


@given(st.text(max_size=300), st.text(max_size=300))
def test_more_text_never_takes_less_time(first, second):
    both = f"{first}\n{second}"
    assert words(both) == words(first) + words(second)
    assert seconds_aloud(both) + 1 >= max(seconds_aloud(first), seconds_aloud(second))
