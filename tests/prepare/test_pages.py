from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.documents.html import to_html
from familysupport.documents.page import Card, PageBreak, each_text
from familysupport.documents.plain import to_text
from familysupport.paths import resources
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.content import read_day, read_papers, read_treatment
from familysupport.prepare.day import Day
from familysupport.prepare.for_statements import Offer
from familysupport.prepare.model import Part, Person
from familysupport.prepare.pages import PlanWords, person_sheets, run_sheet, whole_plan
from familysupport.prepare.plan import Plan
from familysupport.prepare.sheets import bag_sheet, call_sheet, prompt_sheet
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate, Decision

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LIBRARY = Library(resources() / "content", "en")
TEXTS = read_papers(LIBRARY)
WORDS = PlanWords(
    label=TEXTS.label,
    part={part: part.value for part in Part},
    entry=lambda entry: entry.slot.name,
    hour=lambda moment: moment.strftime("%H:%M"),
    day=lambda day: day.isoformat(),
    heard={"no": "“No.”", "yes": "“Yes.”"},
    numbers=(("911", "Emergency"),),
    road="Next: talk",
    states=read_day(LIBRARY).state,
    first=("Is everyone safe?",),
    offer=lambda uid: Offer(stops=("I will stop giving cash.",)) if uid == "m" else Offer(),
)
PLAN = Plan(
    now=NOW,
    people=(
        Person(id=1, uid="m", name="Mum", contact="555"),
        Person(id=2, uid="d", name="Dad", part=Part.ASKS),
        Person(id=3, uid="c", name="Lily", part=Part.AWAY),
    ),
    seconds={1: 100},
    day=Day(on=date(2026, 11, 28), hour="9:30", place="Rosa's", rules="One voice at a time."),
    answers=(
        Answer(response="yes", words="Let us go.", person="d"),
        Answer(response="no", words="Your choice.", person="m"),
        Answer(response="gone", words=" ", person="m"),
    ),
    objections=(Objection(heard="the dog", words="Rosa", arranged="done"),),
    stops=(Stop(person="m", act="giving cash", instead="buying food"),),
    limits=(Limit(person="nobody-known", act="keep my card", hard="tears", then="call"),),
    places=(TreatmentPlace(name="Willow House", phone="555 0100", held=True),),
    ready=Ready(second_way="clinic", driver="d", second="m", naloxone_in_car=True, bag="ID"),
)


def test_the_run_sheet_holds_what_the_leader_needs():
    text = to_text(run_sheet(PLAN, WORDS))
    for said in ("2026-11-28, 09:30 · Rosa's", "Willow House · 555 0100", "911 Emergency"):
        assert said in text
    assert "09:35  SPEAKS, 2 min" in text
    assert "09:37  SPEAKS, 2 min (guess)" in text
    assert text.index("“No.” Mum: Your choice.") < text.index("“Yes.” Dad: Let us go.")


def test_a_sheet_a_person_holds_only_what_is_theirs():
    page = person_sheets(PLAN, WORDS)
    text = to_text(page)
    mums, dads = text.split("For Dad")
    assert "I will stop giving cash." in mums
    assert "Your choice." in mums
    assert "Let us go." not in mums
    assert "Let us go." in dads
    assert "Lily" not in text
    assert sum(isinstance(block, PageBreak) for block in page.blocks) == 1
    assert "For Lily" in to_text(person_sheets(PLAN, WORDS, "c"))


def test_the_whole_plan_holds_everything_but_the_safety_answers():
    text = to_text(whole_plan(PLAN, WORDS))
    for said in ("Willow House", "keep my card", "nobody yet", "the dog", "Rested and clear"):
        assert said in text
    assert "Is everyone safe?" in text
    assert "safety questions are never printed" in text
    assert "weapon" not in text.casefold().replace("no weapons", "")


@pytest.mark.parametrize("make", [run_sheet, person_sheets, whole_plan])
def test_an_empty_plan_makes_a_page_to_fill_in(make):
    page = make(Plan(now=NOW), WORDS)
    assert to_html(page, 12)


@settings(max_examples=30)
@given(words=st.text(max_size=80))
def test_whatever_people_wrote_stands_on_the_page_as_words_and_not_as_marks(words):
    plan = replace(
        PLAN,
        people=(Person(id=1, uid="m", name=words),),
        stops=(Stop(person="m", act=words),),
        answers=(Answer(response="no", words=words, person="m"),),
    )
    for make in (run_sheet, person_sheets, whole_plan):
        assert "<script" not in to_html(make(plan, WORDS), 12)


def test_call_sheets_have_room_for_each_answer_and_the_warning_signs():
    texts = read_treatment(LIBRARY)
    page = call_sheet("Calling", texts.ask, [one.text for one in texts.warning], TEXTS)
    assert sum(isinstance(block, Card) for block in page.blocks) == len(texts.ask)
    assert "[    ] They promise success, or name a cure rate." in each_text(page.blocks)


def test_the_bag_is_ones_own_or_the_usual_one():
    usual = read_treatment(LIBRARY).bag
    assert "[    ] guitar" in to_text(bag_sheet("guitar\n\n", usual, "", TEXTS))
    assert f"[    ] {usual[0]}" in to_text(bag_sheet("  ", usual, "bring ID", TEXTS))
    assert "bring ID" in to_text(bag_sheet("", usual, "bring ID", TEXTS))


def test_the_prompt_sheet_asks_for_each_part_and_its_facts_exist():
    text = to_text(prompt_sheet(TEXTS))
    assert [prompt.title for prompt in TEXTS.prompt if prompt.title not in text] == []
    known = set(LIBRARY.facts())
    assert {name for one in TEXTS.prompt for name in one.facts} | set(TEXTS.facts) <= known


def test_a_meeting_of_no_minutes_is_no_trouble():
    empty = Day(welcome_minutes=0, ask_minutes=0, listen_minutes=0, close_minutes=0)
    for make in (run_sheet, person_sheets, whole_plan):
        assert to_html(make(Plan(now=NOW, day=empty), WORDS._replace(numbers=())), 12)


def test_all_that_is_arranged_stands_in_the_whole_plan():
    plan = replace(
        PLAN,
        day=replace(PLAN.day, seats="in a ring", hour=""),
        ready=replace(PLAN.ready, pets="Rosa takes the dog", rent="paid"),
        candidates=(Candidate(name="Ms Alvarez", decision=Decision.CHOSEN, credentials="CIP"),),
    )
    text = to_text(whole_plan(plan, WORDS))
    for said in ("in a ring", "Rosa takes the dog", "paid", "Ms Alvarez · CIP", "2026-11-28"):
        assert said in text


def test_a_sheet_without_rules_or_numbers_is_shorter():
    plan = replace(PLAN, day=replace(PLAN.day, rules=" "))
    text = to_text(person_sheets(plan, WORDS._replace(numbers=()), "m"))
    assert "Ground rules" not in text
    assert "Numbers" not in text
