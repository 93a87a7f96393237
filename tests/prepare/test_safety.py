"""Every answer against the table in docs/safety-questions.md, which clinicians read and correct."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.paths import resources
from familysupport.prepare.content import read_safety
from familysupport.prepare.model import Person, Relation
from familysupport.prepare.safety import (
    Advice,
    Outcome,
    Reply,
    SafetyAnswer,
    advise,
    has_professional,
    may_schedule,
)

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
DOCS = Path(__file__).parents[2] / "docs" / "safety-questions.md"
LIBRARY = Library(resources() / "content", "en")
QUESTIONS = read_safety(LIBRARY)
BY_ID = {one.id: one for one in QUESTIONS}
OUTCOME = {
    "go-on": Outcome.GO_ON,
    "care": Outcome.GO_ON,
    "not-now": Outcome.NOT_NOW,
    "danger": Outcome.DANGER,
    "emergency": Outcome.EMERGENCY,
}


def table():
    part = DOCS.read_text(encoding="utf-8").split("## The questions")[1]
    lines = part.split("\n## ")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return rows[2:]


def answers(replies, at=NOW):
    return [
        SafetyAnswer(question=name, reply=reply, updated_at=at) for name, reply in replies.items()
    ]


def all_no(**changed):
    return {one.id: Reply.NO for one in QUESTIONS} | changed


def test_the_table_names_every_question_in_its_order():
    assert [row[0] for row in table()] == [one.id for one in QUESTIONS]


@pytest.mark.parametrize("row", table(), ids=lambda row: row[0])
def test_each_row_says_what_the_program_does(row):
    name, ask, yes, unsure, no, page, calls, facts = row
    question = BY_ID[name]
    assert question.ask == ask
    assert ", ".join(question.calls) == calls.replace("–", "")
    assert ", ".join(question.facts) == facts
    for reply, cell in ((Reply.YES, yes), (Reply.UNSURE, unsure), (Reply.NO, no)):
        advice = advise(QUESTIONS, answers(all_no(**{name: reply})), NOW)
        assert advice.outcome is OUTCOME[cell], (name, reply)
        assert advice.reasons == ((question,) if cell != "go-on" else ())
        assert advice.emergency == (page if cell == "emergency" else "")
        assert advice.blank == advice.old == ()


@pytest.mark.parametrize("name", BY_ID)
def test_a_blank_that_could_stop_the_meeting_holds_the_outcome_up(name):
    replies = all_no()
    del replies[name]
    advice = advise(QUESTIONS, answers(replies), NOW)
    holds = BY_ID[name].yes in ("not-now", "danger", "emergency")
    assert advice.outcome is (Outcome.UNFINISHED if holds else Outcome.GO_ON)
    assert advice.blank == (BY_ID[name],)


def test_with_no_answer_at_all_nothing_is_said():
    assert advise(QUESTIONS, [], NOW) == Advice(blank=QUESTIONS)


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), st.sampled_from(Reply), min_size=1))
def test_the_weightiest_answer_decides_and_a_worse_answer_never_eases(replies):
    weight = list(Outcome)
    before = advise(QUESTIONS, answers(replies), NOW)
    for name in replies:
        worse = advise(QUESTIONS, answers({**replies, name: Reply.YES}), NOW)
        assert weight.index(worse.outcome) >= weight.index(before.outcome)
    assert [one.id for one in before.blank] == [
        one.id for one in QUESTIONS if one.id not in replies
    ]


def test_reasons_come_with_the_weightiest_first_and_all_their_numbers():
    replies = all_no(children=Reply.YES, afraid=Reply.UNSURE, pregnant=Reply.YES)
    advice = advise(QUESTIONS, answers(replies), NOW)
    assert advice.outcome is Outcome.DANGER
    assert [one.id for one in advice.reasons] == ["afraid", "children", "pregnant"]
    assert advice.calls == ("violence", "family", "drugs")


def test_after_fourteen_days_a_no_is_asked_again_and_a_yes_still_counts():
    late = NOW + timedelta(days=14)
    for reply, outcome in ((Reply.NO, Outcome.UNFINISHED), (Reply.YES, Outcome.DANGER)):
        kept = answers(all_no(afraid=reply))
        assert advise(QUESTIONS, kept, late - timedelta(minutes=1)).old == ()
        advice = advise(QUESTIONS, kept, late)
        assert advice.outcome is outcome
        assert BY_ID["afraid"] in advice.old


@pytest.mark.parametrize(
    ("days_to_the_day", "given_days_ago", "asked_again"),
    [(3, 1, False), (2, 1, True), (2, 0, False), (1, 1, False), (1, 2, True), (0, 3, True)],
)
def test_near_the_day_earlier_answers_are_asked_again(days_to_the_day, given_days_ago, asked_again):
    kept = answers(all_no(), NOW - timedelta(days=given_days_ago))
    day = NOW.date() + timedelta(days=days_to_the_day)
    assert bool(advise(QUESTIONS, kept, NOW, day).old) is asked_again


def test_an_answer_that_was_never_kept_counts_as_old():
    assert advise(QUESTIONS, answers({"afraid": Reply.NO}, None), NOW).old == (BY_ID["afraid"],)


def test_a_day_that_is_past_asks_for_nothing():
    kept = answers(all_no(), NOW - timedelta(days=3))
    assert advise(QUESTIONS, kept, NOW, NOW.date() - timedelta(days=1)).old == ()


def test_danger_closes_planning_until_a_professional_has_a_name():
    danger = advise(QUESTIONS, answers(all_no(weapons=Reply.UNSURE)), NOW)
    nameless = Person(relation=Relation.PROFESSIONAL, name="  ")
    named = Person(relation=Relation.PROFESSIONAL, name="Ms Alvarez")
    assert not may_schedule(danger, [Person(name="Mum"), nameless])
    assert may_schedule(danger, [Person(name="Mum"), named])
    assert not has_professional([nameless])


def test_an_emergency_closes_planning_whoever_is_there():
    now = advise(QUESTIONS, answers({"overdose-now": Reply.YES}), NOW)
    assert now.emergency == "overdose"
    assert not may_schedule(now, [Person(relation=Relation.PROFESSIONAL, name="Ms Alvarez")])


def test_all_other_outcomes_leave_planning_open():
    for replies in ({}, all_no(), all_no(children=Reply.YES), {"children": Reply.NO}):
        assert may_schedule(advise(QUESTIONS, answers(replies), NOW), [])


def test_an_answer_to_a_question_that_is_gone_does_no_harm():
    kept = answers({**all_no(), "no-longer-asked": Reply.YES})
    assert advise(QUESTIONS, kept, NOW).outcome is Outcome.GO_ON


def test_every_fact_behind_a_question_exists():
    facts = LIBRARY.facts()
    assert [one.id for one in QUESTIONS if not set(one.facts) <= set(facts)] == []


GOOD = (resources() / "content" / "en" / "prepare" / "safety.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "afraid"', 'id = "weapons"'),
        ('emergency = "overdose"', 'emergency = "nowhere"'),
        ('unsure = "danger"', 'unsure = "perhaps"'),
        ('calls = ["violence"]\nfacts = ["I-40", "I-49"]', 'facts = ["I-40"]'),
        ("reason =", "raeson ="),
        ('ask = "Could', "ask = 3 #"),
    ],
)
def test_a_slip_in_the_file_is_refused(tmp_path, old, new):
    folder = tmp_path / "en" / "prepare"
    folder.mkdir(parents=True)
    assert re.search(re.escape(old), GOOD)
    (folder / "safety.toml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError):
        read_safety(Library(tmp_path, "en"))
