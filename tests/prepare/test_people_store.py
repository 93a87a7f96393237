from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.store import PeopleStore


@pytest.fixture
def store(db, clock):
    return PeopleStore(db, clock)


@pytest.fixture
def family(store):
    return [store.save(Person(name=name)) for name in ("Mum", "Sam", "Rosa", "Dad")]


def names(store):
    return [person.name for person in store.people()]


def test_a_person_comes_back_as_kept(store, clock):
    kept = store.save(
        Person(
            name="Ms Alvarez",
            relation=Relation.PROFESSIONAL,
            part=Part.LEADS,
            contact="555 0100",
            note="calls on Mondays",
            readiness=6,
            fear="that he walks out",
            may_flare=True,
            is_child=True,
        )
    )
    assert store.people() == [kept]
    assert (kept.readiness, kept.fear) == (6, "that he walks out")
    assert (kept.may_flare, kept.is_child) == (True, True)
    assert len(kept.uid) == 32
    assert kept.order == 1
    assert kept.updated_at == clock.now()
    assert store.person(kept.id) == kept
    assert store.person(kept.id + 1) is None


def test_new_people_go_to_the_end(store, family):
    assert names(store) == ["Mum", "Sam", "Rosa", "Dad"]
    assert [person.order for person in store.people()] == [1, 2, 3, 4]


def test_a_change_keeps_the_place(store, family):
    store.save(Person(id=family[1].id, name="Sam (brother)", relation=Relation.SIBLING))
    assert names(store) == ["Mum", "Sam (brother)", "Rosa", "Dad"]


def test_moving_stops_at_the_ends(store, family):
    store.move(family[0].id, 1)
    assert names(store) == ["Sam", "Mum", "Rosa", "Dad"]
    store.move(family[0].id, -5)
    assert names(store) == ["Mum", "Sam", "Rosa", "Dad"]
    store.move(family[0].id, 99)
    assert names(store) == ["Sam", "Rosa", "Dad", "Mum"]
    store.move(12345, 1)
    assert names(store) == ["Sam", "Rosa", "Dad", "Mum"]


def test_whoever_was_deleted_comes_back_to_the_same_place(store, family):
    store.delete(family[1].id)
    assert names(store) == ["Mum", "Rosa", "Dad"]
    assert [person.order for person in store.people()] == [1, 2, 3]
    store.restore(family[1].id)
    assert names(store) == ["Mum", "Sam", "Rosa", "Dad"]


def test_saving_somebody_who_is_deleted_does_not_bring_them_back(store, family):
    store.delete(family[0].id)
    store.save(family[0])
    assert names(store) == ["Sam", "Rosa", "Dad"]


def test_purge_removes_after_thirty_days_only(store, family, clock):
    store.delete(family[0].id)
    clock.moment += timedelta(days=29)
    store.delete(family[1].id)
    store.purge_old()
    store.restore(family[0].id)
    assert names(store) == ["Mum", "Rosa", "Dad"]
    store.delete(family[0].id)
    clock.moment += timedelta(days=31)
    store.purge_old()
    store.restore(family[2].id)
    assert names(store) == ["Rosa", "Dad"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(-6, 6)), max_size=8))
def test_no_move_loses_or_doubles_anybody(db, clock, moves):
    db.table("people").delete_where()
    store = PeopleStore(db, clock)
    ids = [store.save(Person(name=str(number))).id for number in range(4)]
    for who, steps in moves:
        store.move(ids[who], steps)
    assert sorted(person.id for person in store.people()) == sorted(ids)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_name_comes_back_letter_for_letter(db, clock, name):
    kept = PeopleStore(db, clock).save(Person(name=name))
    assert kept.name == name
