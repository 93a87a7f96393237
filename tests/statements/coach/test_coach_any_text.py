"""Whatever is typed or pasted: no crash, no mark out of place, and no long wait."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from familysupport.statements.coach import Review, new_reviewer, review
from familysupport.statements.coach.coach import LONGEST_READ

TYPED = """you always never lie to me i love because of your addiction junkie if go or else will
please help don't dont every time why did how could after all have done kill myself gun 3 p.m. Dr.
$400 and christmas then sold the car took money left , . ! ? ; — “ ” " ' ’ 🙂 👨‍👩‍👧
שלום أحبك é ß İ ﬁ"""
WORDS = st.sampled_from((*TYPED.split(), "\u200f", "\u0301", "\n", "\n\n"))
SENTENCES = st.lists(WORDS, max_size=60).map(" ".join)
WILDER = st.text(st.characters(exclude_categories=()), max_size=300)


def check(text: str, found: Review) -> None:
    """Look at every place a review names."""
    for mark in (*found.marks, *found.good):
        assert 0 <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip()
        assert mark.why
        assert len(mark.why.split()) <= 20
        assert mark.kind == "good" or mark.suggestion
    for part in found.parts:
        assert 0 <= part.start < part.end <= len(text)
    for note in found.whole:
        assert 0 <= note.start <= note.end <= len(text)
    small = [
        mark for mark in found.marks if mark.rule not in ("pile-many-facts", "lecture-sentences")
    ]
    for one, following in pairwise(small):
        assert one.end <= following.start
    for (_, end), (start, _) in pairwise(found.sentences):
        assert end <= start


@settings(deadline=None)
@given(SENTENCES)
def test_marks_stay_in_the_text_and_do_not_overlap(text: str) -> None:
    check(text, review(text))


@settings(deadline=None)
@given(WILDER)
def test_no_text_is_too_strange(text: str) -> None:
    check(text, review(text))


@settings(deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_reading_only_what_changed_says_the_same_as_reading_all(texts: list[str]) -> None:
    reviewer = new_reviewer()
    letter = ""
    for text in texts:
        letter = f"{letter} {text}"
        assert reviewer.review(letter) == review(letter)
    for text in texts:
        letter = letter.replace(text, "", 1)
        assert reviewer.review(letter) == review(letter)


def test_a_megabyte_in_one_line_is_read_as_far_as_a_letter_may_go() -> None:
    unit = "you always lie to me about money , "
    text = unit * (1_000_000 // len(unit))
    found = review(text)
    check(text, found)
    assert found.marks[-1].end > LONGEST_READ - 100
    assert found.sentences[-1][1] <= LONGEST_READ


def test_signs_without_end_do_no_harm() -> None:
    for sign in "“\"'‘(.!?,\n\t \u200f🙂aİ":
        text = sign * 200_000
        check(text, review(text))


def test_words_from_the_right_and_pictures_stand_between_without_harm() -> None:
    text = "שלום 🙂 you always lie to me 👨‍👩‍👧 أحبك"
    (mark,) = review(text).marks
    assert text[mark.start : mark.end] == "you always lie"


def test_nothing_is_said_of_nothing() -> None:
    assert review("") == Review()
    assert review(" \n ").marks == ()
