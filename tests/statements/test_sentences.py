from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.sentences import sentences


@given(st.text())
def test_the_sentences_put_together_are_the_text_whatever_it_holds(text):
    assert "".join(sentences(text)) == text


@given(st.text(alphabet='aI.!?…"”) \n', max_size=60))
def test_no_sentence_is_empty(text):
    assert all(sentences(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I love you. I saw you. Will you come?", 3),
        ("Dr. Shah sees you at 3 p.m. on Monday. Mrs. Lee drives.", 2),
        ("i was scared. then i cried", 2),
        ("I waited … and waited. You came!", 2),
        ('"Why?" he said. I had no answer.', 2),
        ("It was half past 4.15 in the morning", 1),
        ("You and I. Nobody else.", 2),
        ("Dear Joel,\n\nI love you", 2),
        ("one line that goes\non in the next", 1),
        ("你好。我爱你。", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, count):
    assert len(sentences(text)) == count
