"""A check-in in words, and the answers after which help is offered."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.for_me.check_in import needs_care, sounds_worrying, told
from familysupport.for_me.content import need_facts, read_check_in
from familysupport.for_me.model import CheckIn
from familysupport.paths import resources

LIBRARY = Library(resources() / "content", "en")
GUIDE = read_check_in(LIBRARY)
DAY = date(2026, 11, 23)


def test_a_check_in_tells_its_answers_in_the_order_of_the_questions() -> None:
    check_in = CheckIn(DAY, {"need": "rest", "feel": "hard", "sleep": "none"}, "")
    assert told(check_in, GUIDE) == ("hard", "hardly slept", "needs rest")


def test_own_words_stand_in_quotes_and_skipped_questions_nowhere() -> None:
    assert told(CheckIn(DAY, {}, " an hour alone "), GUIDE) == ("“an hour alone”",)
    assert told(CheckIn(DAY), GUIDE) == ()


def test_an_answer_of_an_older_version_is_left_out() -> None:
    assert told(CheckIn(DAY, {"feel": "purple"}), GUIDE) == ()


@pytest.mark.parametrize(
    "words",
    [
        "I can’t go on",
        "i CANNOT go on like this",
        "want to die.",
        "(suicide)",
        "there is no way out",
    ],
)
def test_words_of_despair_are_a_reason_to_offer_help(words: str) -> None:
    assert needs_care(CheckIn(DAY, {}, words), GUIDE)


@pytest.mark.parametrize(
    "words", ["", "a diet", "dead tired", "diesel", "give up sugar", "someone to cook for me"]
)
def test_everyday_words_are_not(words: str) -> None:
    assert not needs_care(CheckIn(DAY, {}, words), GUIDE)


def test_only_the_hardest_answer_is_a_reason_by_itself() -> None:
    heavy = {
        answer.id
        for question in GUIDE.question
        for answer in question.answer
        if needs_care(CheckIn(DAY, {question.id: answer.id}), GUIDE)
    }
    assert heavy == {"very-hard"}


@given(before=st.text(max_size=20), after=st.text(max_size=20), phrase=st.sampled_from(GUIDE.worry))
def test_a_worry_is_heard_whatever_stands_around_it(before: str, after: str, phrase: str) -> None:
    assert sounds_worrying(f"{before} {phrase.upper()} {after}", GUIDE.worry)


@given(st.text())
def test_any_text_can_be_looked_through(words: str) -> None:
    sounds_worrying(words, GUIDE.worry)


def test_a_fact_that_does_not_exist_is_named() -> None:
    with pytest.raises(ContentError, match="F-999"):
        need_facts("check-in.toml", ("F-12", "F-999"), LIBRARY)
