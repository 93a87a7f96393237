"""What is pointed out across the letters of one family, and what is left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.statements.family import FamilyWords, Matter, across
from familysupport.statements.model import Statement


@pytest.fixture(scope="module")
def words():
    return Library(resources() / "content", "en").table("statements/family.toml", FamilyWords)


def letters(*texts):
    return [Statement(id=number, text=text) for number, text in enumerate(texts, start=1)]


def matters(words, *texts):
    return [clash.matter for clash in across(letters(*texts), words)]


@pytest.mark.parametrize(
    ("mum", "dad"),
    [
        (
            "On the 14th of March I found you on the bathroom floor.",
            "I still see it: March 14, the bathroom door, and you behind it.",
        ),
        (
            "At Christmas you fell asleep at the table and the soup burned.",
            "Last Christmas you slept through dinner, your head on the table.",
        ),
        (
            "I found you on the bathroom floor and your lips were blue.",
            "Your lips were blue, and I knelt beside you on the bathroom floor.",
        ),
    ],
)
def test_the_same_incident_told_twice_is_pointed_out(words, mum, dad):
    found = across(letters(f"I love you. {mum}", f"Son. {dad} Come home."), words)
    assert [clash.matter for clash in found] == [Matter.SAME_INCIDENT]
    assert [said.text for said in found[0].said] == [mum, dad]


@pytest.mark.parametrize(
    ("mum", "dad"),
    [
        (
            "On the 14th of March I found you on the bathroom floor.",
            "On the 2nd of May I found you in the car outside the school.",
        ),
        ("I love you more than I can say.", "I love you and I always will."),
        ("At Christmas you sang for us.", "At Easter we walked round the lake."),
        ("In March you lost your job.", "In March your sister was born, and you held her first."),
        ("On Sunday you called me.", "On Sunday we painted the fence together."),
    ],
)
def test_different_things_are_not_taken_for_the_same(words, mum, dad):
    assert Matter.SAME_INCIDENT not in matters(words, mum, dad)


def test_different_places_for_treatment_are_pointed_out(words):
    found = across(
        letters(
            "There is a bed for you at Willow House. Will you go?",
            "Will you come to Hope Clinic with me?",
            "I love you.",
        ),
        words,
    )
    assert [clash.matter for clash in found] == [Matter.PLACES]
    assert [said.what for said in found[0].said] == ["Willow House", "Hope Clinic"]


@pytest.mark.parametrize(
    ("mum", "dad"),
    [
        ("There is a bed at Willow House.", "Will you go to Willow House with us?"),
        ("There is a bed at Willow House.", "We met Anna at the Lakeside in June."),
        ("I work with Rosa in Leeds.", "You grew up in York."),
    ],
)
def test_one_place_and_other_names_are_no_matter(words, mum, dad):
    assert matters(words, mum, dad) == []


def test_asks_for_different_times_are_pointed_out(words):
    found = across(
        letters("Will you go to the clinic today?", "Please come to treatment next week."), words
    )
    assert [clash.matter for clash in found] == [Matter.TIMES]
    assert [said.what for said in found[0].said] == ["today", "next week"]
    assert matters(words, "Will you go today?", "Please go to the clinic this morning.") == []


@pytest.mark.parametrize(
    ("mum", "dad"),
    [
        ("I will not give you money any more.", "I will lend you money until it is over."),
        ("I will no longer pay your rent.", "We will pay the rent while you are away."),
        (
            "You cannot live here while you use, and I will hold to it.",
            "I’ll see that you can live here.",
        ),
        (
            "I have stopped, I will never lie for you again.",
            "If you ask, I will cover for you at work.",
        ),
    ],
)
def test_promises_that_clash_are_pointed_out(words, mum, dad):
    found = across(letters(mum, dad), words)
    assert [clash.matter for clash in found] == [Matter.PROMISES]
    assert {said.text for said in found[0].said} == {mum, dad}


@pytest.mark.parametrize(
    ("mum", "dad"),
    [
        ("I will not give you money any more.", "I will never give you cash again."),
        ("I will not give you money any more.", "I will drive you to the clinic."),
        ("I will not give you money.", "You took money from my purse on Sunday."),
        ("I will visit you every week.", "I will come to see you there."),
    ],
)
def test_promises_that_agree_are_left_in_peace(words, mum, dad):
    assert Matter.PROMISES not in matters(words, mum, dad)


def test_one_letter_alone_never_clashes_with_itself(words):
    text = (
        "I will not lend you money. I will lend you money. Go to Willow House. Go to Hope Clinic."
    )
    assert matters(words, text) == []


TEXTS = st.text(
    st.sampled_from("I will go to March 14 Willow House today. money not?\n😀"), max_size=80
)


@given(st.lists(st.text(max_size=60) | TEXTS, max_size=4))
def test_places_of_what_is_said_are_within_the_letters(texts):
    words = Library(resources() / "content", "en").table("statements/family.toml", FamilyWords)
    kept = {one.id: one.text for one in letters(*texts)}
    for clash in across(letters(*texts), words):
        assert len({said.statement_id for said in clash.said}) > 1
        for said in clash.said:
            assert kept[said.statement_id][said.start : said.end] == said.text
