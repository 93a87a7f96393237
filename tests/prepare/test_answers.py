from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.answers import MOST_WORDS, Answer, Objection, is_long, ready, word_count
from familysupport.prepare.checklist import Gap, Place, missing
from familysupport.prepare.content import read_responses
from familysupport.prepare.plan import Plan

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LIBRARY = Library(resources() / "content", "en")
TEXTS = read_responses(LIBRARY)


def test_there_is_a_response_for_each_fact_and_its_sample_is_short():
    facts = {name for one in TEXTS.response for name in one.facts}
    assert facts == {f"I-{number}" for number in range(105, 119)}
    assert facts | set(TEXTS.facts) <= set(LIBRARY.facts())
    assert [one.id for one in TEXTS.response if is_long(one.sample)] == []
    assert len({one.id for one in TEXTS.response}) == len(TEXTS.response)


def test_words_are_counted_as_they_are_said():
    assert word_count("") == 0
    assert word_count("I love you – don’t go.") == 5
    assert is_long("word " * (MOST_WORDS + 1))
    assert not is_long("word " * MOST_WORDS)


@given(st.text())
def test_any_text_has_a_number_of_words(text):
    assert 0 <= word_count(text) <= len(text)


def test_an_answer_is_ready_when_somebody_says_it():
    assert ready([Answer(response="no", words="a"), Answer(response="yes", person="x")]) == set()
    assert ready([Answer(response="no", words="a", person="x")]) == {"no"}


def test_the_checklist_counts_open_long_and_unanswered():
    long_one = Answer(response="no", words="w " * 30, person="x")
    plan = Plan(
        now=NOW, responses=("no", "yes"), answers=(long_one,), objections=(Objection(heard="dog"),)
    )
    found = [(one.gap, one.count) for one in missing(plan) if one.place is Place.ANSWERS]
    assert found == [(Gap.OPEN_ANSWERS, 1), (Gap.LONG_ANSWERS, 1), (Gap.OPEN_OBJECTIONS, 1)]
