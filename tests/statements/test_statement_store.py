from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familysupport.statements.model import Left, Part, Span, Statement
from familysupport.statements.store import StatementStore

MUM = Statement(author="Mum", addressee="Daniel", title="Dear Daniel", text="I love you.")


@pytest.fixture
def store(db, clock):
    return StatementStore(db, clock)


def test_a_statement_comes_back_as_kept(store, clock):
    kept = store.save(MUM._replace(person_id=7, private="so angry", if_no="no cash"))
    assert kept.id
    assert kept.updated_at == clock.now()
    assert store.statements() == [kept]
    assert store.statement(kept.id) == kept


def test_saving_again_changes_the_same_statement(store, clock):
    kept = store.save(MUM)
    clock.moment += timedelta(minutes=3)
    again = store.save(kept._replace(text="I love you, Daniel."))
    assert again.id == kept.id
    assert again.updated_at == clock.now()
    assert store.statements() == [again]


def test_a_deleted_statement_comes_back_whole(store):
    kept = store.save(MUM)
    store.delete(kept.id)
    assert store.statements() == []
    assert store.statement(kept.id) is None
    assert store.put_away() == [kept]
    store.restore(kept.id)
    assert store.statements() == [kept]
    assert store.put_away() == []


def test_saving_a_deleted_statement_keeps_it_put_away(store):
    kept = store.save(MUM)
    store.delete(kept.id)
    store.save(kept._replace(text="later words"))
    assert store.statements() == []
    assert store.put_away()[0].text == "later words"


def test_purge_removes_after_thirty_days_with_the_versions(store, clock):
    old, new = store.save(MUM), store.save(MUM)
    store.keep_version(old)
    store.delete(old.id)
    clock.moment += timedelta(days=29)
    store.delete(new.id)
    clock.moment += timedelta(days=2)
    store.purge_old()
    assert [one.id for one in store.put_away()] == [new.id]
    assert store.versions(old.id) == []


def test_versions_come_newest_first_and_only_of_one_statement(store, clock):
    one, other = store.save(MUM), store.save(MUM)
    store.keep_version(one)
    store.keep_version(other, "other")
    clock.moment += timedelta(hours=1)
    named = store.keep_version(one._replace(text="better"), "For Sunday")
    assert store.versions(one.id)[0] == named
    assert [version.text for version in store.versions(one.id)] == ["better", "I love you."]
    assert named.name == "For Sunday"
    assert named.kept_at == clock.now()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_comes_back_letter_for_letter(db, clock, text):
    store = StatementStore(db, clock)
    kept = store.save(Statement(author=text, title=text, text=text))
    found = store.statement(kept.id)
    assert found == kept
    assert found.text == text


def test_a_statement_belongs_by_its_tie_and_else_by_the_name():
    assert MUM._replace(person_id=3).is_by(3, "Anna")
    assert not MUM._replace(person_id=3).is_by(4, "Mum")
    assert MUM.is_by(4, " mum ")
    assert not MUM.is_by(4, "Dad")
    assert not Statement().is_by(4, "")


def test_what_the_listener_should_feel_is_kept(store):
    kept = store.save(MUM._replace(wish="loved, and not alone"))
    assert store.statement(kept.id).wish == "loved, and not alone"


def test_a_version_knows_the_card_and_the_parts(store):
    kept = store.save(MUM._replace(if_no="no cash", spans=(Span(Part.LOVE, 11),)))
    version = store.keep_version(kept)
    assert store.versions(kept.id) == [version]
    assert (version.if_no, version.spans) == ("no cash", kept.spans)


def test_a_note_left_alone_stays_left_until_it_is_taken_up(store):
    kept = store.save(MUM)
    left = store.leave(kept.id, Left("place", "absolute", "you always", "a1b2", 1))
    assert left.id
    assert store.left(kept.id) == [left]
    assert store.left(kept.id + 1) == []
    store.take_up(left.id)
    assert store.left(kept.id) == []


def test_a_choice_about_writing_is_kept(store):
    assert store.choice("coach", "gentle") == "gentle"
    store.choose("coach", "off")
    store.choose("coach", "all")
    assert store.choice("coach", "gentle") == "all"
