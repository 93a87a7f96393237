from __future__ import annotations

import pytest

from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Person

LIST = "How they may answer"


@pytest.fixture
def answers(section, session):
    session.people.save(Person(name="Mum"))
    return section(Place.ANSWERS)


def kept(session):
    return {one.response: (one.words, one.person) for one in session.plan.items(Answer)}


def test_our_words_can_be_taken_and_changed_and_given_to_somebody(answers, session, qtbot):
    answers.pick(LIST, 6)
    assert "They say nothing." in answers.shown()
    answers.press("Use these words")
    answers.choose("Who says it", "Mum")
    uid = session.people.people()[0].uid
    assert kept(session) == {"silence": ("It is a lot. What part of this is hardest?", uid)}
    assert answers.rows(LIST)[6] == "They say nothing., Mum says it"
    assert "10 of at most 25 words." in answers.shown()


def test_a_long_answer_is_kept_and_said_to_be_long(answers, session, qtbot):
    qtbot.keyClicks(answers.text("Our answer"), "word " * 27)
    answers.tab.flush()
    assert "27 of at most 25 words. Shorter is easier" in answers.shown()
    assert answers.rows(LIST)[0].endswith("nobody says it yet")
    assert len(kept(session)) == 1


def test_choosing_another_response_keeps_what_was_typed(answers, session, qtbot):
    qtbot.keyClicks(answers.text("Our answer"), "I hear you")
    answers.pick(LIST, 1)
    assert answers.text("Our answer").toPlainText() == ""
    answers.pick(LIST, 0)
    assert answers.text("Our answer").toPlainText() == "I hear you"
    assert set(kept(session)) == {"denial"}


def test_only_looking_writes_nothing(answers, session):
    for number in range(14):
        answers.pick(LIST, number)
    answers.tab.flush()
    assert session.plan.items(Answer) == []


def test_a_cleared_answer_comes_back(answers, session, qtbot):
    qtbot.keyClicks(answers.text("Our answer"), "I hear you")
    answers.tab.flush()
    answers.press("Clear this answer")
    assert kept(session) == {}
    answers.pick(LIST, 3)
    answers.undo()
    assert kept(session) == {"denial": ("I hear you", "")}
    assert answers.text("Our answer").toPlainText() == "I hear you"


def test_an_objection_has_an_answer_and_what_is_arranged(answers, session, qtbot):
    answers.press("Add an objection")
    answers.type("What they may say", "Who takes the dog?")
    answers.type("What is arranged, so that it is no reason", "Rosa")
    qtbot.keyClicks(answers.text("What we answer, in 25 words"), "Rosa takes her")
    answers.tab.flush()
    one = session.plan.items(Objection)[0]
    assert (one.heard, one.words, one.arranged) == ("Who takes the dog?", "Rosa takes her", "Rosa")
    assert answers.rows("Objections") == ["Who takes the dog?, answer ready · arranged: Rosa"]
