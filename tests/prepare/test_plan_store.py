from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.prepare.items import Item, from_data, to_data
from familysupport.prepare.store import PlanStore


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Thing(Item):
    kind: ClassVar[str] = "thing"

    name: str = ""
    day: date | None = None
    colour: Colour = Colour.RED
    some: tuple[str, ...] = ()
    ready: bool = False
    count: int | None = None


@pytest.fixture
def store(db, clock):
    return PlanStore(db, clock)


def names(store):
    return [one.name for one in store.items(Thing)]


def test_a_record_comes_back_as_kept(store, clock):
    thing = Thing(
        name="bag", day=date(2026, 11, 28), colour=Colour.BLUE, some=("a", "b"), ready=True, count=3
    )
    kept = store.save(thing)
    assert store.items(Thing) == [kept]
    assert replace(kept, id=0, uid="", updated_at=None) == thing
    assert kept.uid
    assert kept.updated_at == clock.now()


def test_a_record_the_plan_has_once_is_empty_until_it_is_saved(store):
    assert store.only(Thing) == Thing(uid="thing")
    store.save(replace(store.only(Thing), name="one"))
    store.save(replace(store.only(Thing), name="two"))
    assert names(store) == ["two"]


def test_records_are_moved_deleted_and_brought_back_to_their_place(store, clock):
    a, b, c = (store.save(Thing(name=name)) for name in "abc")
    store.move(c, -9)
    assert names(store) == ["c", "a", "b"]
    store.delete(a.id)
    assert names(store) == ["c", "b"]
    store.move(a, 1)
    store.save(replace(a, name="changed while gone"))
    assert names(store) == ["c", "b"]
    store.restore(a.id)
    assert names(store) == ["c", "changed while gone", "b"]
    store.delete(b.id)
    clock.moment += timedelta(days=31)
    store.purge_old()
    store.restore(c.id)
    assert names(store) == ["c", "changed while gone"]


def test_a_record_saved_anew_under_a_known_name_takes_the_old_place(store):
    first = store.save(Thing(uid="same", name="first"))
    store.delete(first.id)
    again = store.save(Thing(uid="same", name="again"))
    assert again.id == first.id
    assert names(store) == ["again"]


@given(
    st.builds(
        Thing,
        name=st.text(),
        day=st.none() | st.dates(),
        colour=st.sampled_from(Colour),
        some=st.lists(st.text()).map(tuple),
        ready=st.booleans(),
        count=st.none() | st.integers(),
    )
)
def test_what_a_record_says_is_read_as_it_was_written(thing):
    written = to_data(replace(thing, name=thing.name.encode("utf-8", "ignore").decode()))
    assert to_data(from_data(Thing, written)) == written


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"name": 3}', '{"day": "soon"}', '{"colour": "mauve"}', '{"some": "a"}']
)
def test_what_is_not_such_a_record_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  json's own errors are among them
        from_data(Thing, text)


def test_a_record_from_an_earlier_version_takes_the_usual_values():
    assert from_data(Thing, '{"name": "old", "gone": 1}') == Thing(name="old")
