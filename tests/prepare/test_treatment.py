from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.checklist import Gap, Place, missing
from familysupport.prepare.content import read_treatment
from familysupport.prepare.plan import Plan
from familysupport.prepare.treatment import Ready, TreatmentPlace, bag_lines, held, with_usual

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LIBRARY = Library(resources() / "content", "en")
TEXTS = read_treatment(LIBRARY)


def gaps(**parts):
    found = missing(Plan(now=NOW, **parts))
    return [(one.gap, one.names) for one in found if one.place is Place.TREATMENT]


def test_with_nothing_arranged_everything_is_missing():
    assert [gap for gap, _names in gaps()] == [
        Gap.NO_PLACE_HELD,
        Gap.NO_SECOND_WAY,
        Gap.NO_DRIVER,
        Gap.NO_BAG,
    ]


def test_a_held_place_needs_a_phone_and_an_hour():
    place = TreatmentPlace(name="Willow House", held=True)
    assert (Gap.PLACE_UNKNOWN, ("Willow House",)) in gaps(places=(place,))
    compared = TreatmentPlace(name="Oak", phone="1", admission="9")
    assert (Gap.NO_PLACE_HELD, ()) in gaps(places=(compared,))


def test_with_all_arranged_nothing_is_missing():
    place = TreatmentPlace(name="Willow House", held=True, phone="555", admission="9:00")
    ready = Ready(second_way="clinic", driver="a", second="b", naloxone_in_car=True, bag="socks")
    assert gaps(places=(TreatmentPlace(), place), ready=ready) == []
    assert held((TreatmentPlace(), place)) is place


@given(st.text())
def test_the_usual_things_come_once_and_nothing_in_the_bag_is_lost(bag):
    filled = with_usual(bag, TEXTS.bag)
    assert bag_lines(filled)[: len(bag_lines(bag))] == bag_lines(bag)
    assert {one.casefold() for one in TEXTS.bag} <= {one.casefold() for one in bag_lines(filled)}
    assert with_usual(filled, TEXTS.bag) == filled


def test_every_fact_exists():
    facts = LIBRARY.facts()
    told = (*TEXTS.way, *TEXTS.ask, *TEXTS.warning)
    assert {name for one in told for name in one.facts} | set(TEXTS.facts) <= set(facts)
