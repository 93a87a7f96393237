from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.changes import Limit, Stop, vital, vital_stops
from familysupport.prepare.checklist import Gap, Missing, Place, missing
from familysupport.prepare.content import read_changes
from familysupport.prepare.for_statements import Offer, offers
from familysupport.prepare.plan import Plan

LIBRARY = Library(resources() / "content", "en")
TEXTS = read_changes(LIBRARY)
NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.mark.parametrize(
    "act",
    [
        "carrying naloxone",
        "paying his Phone bill",
        "cooking food for him",
        "driving him to the clinic",
        "answering when you call me",
        "minding the children",
        "paying her health insurance",
    ],
)
def test_life_saving_help_is_known(act):
    assert vital(act, TEXTS.keep) is not None


@pytest.mark.parametrize("act", ["giving you cash", "telling your boss you are ill", "", "lying"])
def test_other_help_is_not_taken_for_it(act):
    assert vital(act, TEXTS.keep) is None


def test_somebody_can_say_that_a_word_means_something_else():
    lie = Stop(act="lying to your boss on the phone")
    assert vital_stops([lie], TEXTS.keep)
    assert not vital_stops([Stop(act=lie.act, is_other=True)], TEXTS.keep)


def test_every_fact_behind_what_is_kept_exists():
    facts = LIBRARY.facts()
    assert {name for one in TEXTS.keep for name in one.facts} | set(TEXTS.facts) <= set(facts)


def test_what_a_person_stops_becomes_a_sentence_for_their_statement():
    stops = [
        Stop(id=1, person="mum", act="giving you cash.", since="today", instead=" buy food  "),
        Stop(id=2, person="mum", act="calling your boss"),
        Stop(id=3, person="dad", act="paying your rent"),
        Stop(id=4, person="mum", act="   "),
    ]
    assert offers("mum", stops, [], TEXTS).stops == (
        "From today I will stop giving you cash. Instead I will buy food.",
        "I will stop calling your boss.",
    )


def test_life_saving_help_is_never_offered_to_a_statement():
    stops = [Stop(id=1, person="mum", act="paying for treatment")]
    assert offers("mum", stops, [], TEXTS) == Offer()


def test_a_limit_becomes_a_sentence_for_the_card_and_what_is_hard_stays_private():
    limits = [
        Limit(id=1, person="mum", act="keep my bank card", start="tomorrow", hard="he cries"),
        Limit(id=2, person="mum", act="go on going to my group;", then="I call Rosa"),
    ]
    offer = offers("mum", [], limits, TEXTS)
    assert offer.if_no == (
        "If the answer is no, from tomorrow I will keep my bank card.",
        "If the answer is no, I will go on going to my group.",
    )
    assert "cries" not in " ".join(offer.if_no)
    assert "Rosa" not in " ".join(offer.if_no)


@given(act=st.text(), instead=st.text(), since=st.text())
def test_any_words_give_one_paragraph_without_an_accident(act, instead, since):
    stops = [Stop(id=1, person="x", act=act, instead=instead, since=since)]
    for said in offers("x", stops, [], TEXTS).stops:
        assert "\n" not in said
        assert said.endswith(".")


def gaps(**parts):
    return list(missing(Plan(now=NOW, **parts)))


def test_the_checklist_sees_what_is_open():
    assert Missing(Gap.NO_STOPS, Place.STOPS) in gaps()
    assert Missing(Gap.NO_LIMITS, Place.LIMITS) in gaps()
    found = gaps(stops=(Stop(act="a"),), limits=(Limit(act="b"), Limit(act="c", then="d")), vital=1)
    assert Missing(Gap.NO_INSTEAD, Place.STOPS, count=1) in found
    assert Missing(Gap.VITAL_STOP, Place.STOPS, count=1) in found
    assert Missing(Gap.NO_THEN, Place.LIMITS, count=1) in found
    done = gaps(stops=(Stop(act="a", instead="b"),), limits=(Limit(act="c", then="d"),))
    assert not [one for one in done if one.place in (Place.STOPS, Place.LIMITS)]
