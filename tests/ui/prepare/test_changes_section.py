from __future__ import annotations

import pytest

from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Person


@pytest.fixture
def parents(session):
    return [session.people.save(Person(name=name)) for name in ("Mum", "")]


def test_what_ends_is_kept_with_its_person_and_what_replaces_it(section, session, parents):
    stops = section(Place.STOPS)
    stops.press("Add what ends")
    stops.choose("Who", "Mum")
    stops.type("I will stop …", "giving you cash")
    stops.type("Instead I will …", "buy what you need")
    stops.tab.flush()
    kept = session.plan.items(Stop)[0]
    assert (kept.person, kept.act, kept.instead) == (
        parents[0].uid,
        "giving you cash",
        "buy what you need",
    )
    assert stops.rows("What we stop") == ["Mum: giving you cash, instead: buy what you need"]


def test_life_saving_help_is_named_at_once_and_the_list_says_what_it_never_holds(section, parents):
    stops = section(Place.STOPS)
    assert "Never on this list" in stops.shown()
    assert "Naloxone and help in an overdose" in stops.shown()
    stops.press("Add what ends")
    stops.type("I will stop …", "paying your phone")
    stops.tab.flush()
    assert "This can keep them alive" in stops.shown()
    assert "“paying your phone”" in stops.shown()
    stops.tick("This is not life-saving help").setChecked(True)
    assert "This can keep them alive" not in stops.shown()


def test_nobody_in_the_list_of_people_is_no_trouble(section, session):
    stops = section(Place.STOPS)
    stops.press("Add what ends")
    assert stops.rows("What we stop") == ["Somebody: nothing written yet, instead: nothing yet"]
    box = stops.box("Who")
    assert [box.itemText(n) for n in range(box.count())] == ["nobody chosen"]


def test_a_person_who_was_deleted_is_somebody_and_is_not_forgotten(section, session, parents):
    session.plan.save(Limit(person=parents[0].uid, act="keep my card"))
    session.people.delete(parents[0].id)
    limits = section(Place.LIMITS)
    assert limits.rows("Limits") == ["Somebody: keep my card, what if it gets hard?"]
    limits.type("Then what?", "call Rosa")
    limits.tab.flush()
    session.people.restore(parents[0].id)
    limits.tab.refresh()
    assert session.plan.items(Limit)[0].person == parents[0].uid
    assert limits.rows("Limits") == ["Mum: keep my card, a way through when it is hard"]


def test_a_limit_that_was_deleted_comes_back(section, session, parents):
    kept = session.plan.save(Limit(person=parents[0].uid, act="keep my card"))
    limits = section(Place.LIMITS)
    limits.press("Delete")
    assert session.plan.items(Limit) == []
    limits.undo()
    assert session.plan.items(Limit) == [kept]
