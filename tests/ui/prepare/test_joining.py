"""Two copies of a plan, edited apart and joined both ways: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tables import fresh_tables

from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.day import Day
from familysupport.prepare.joint import Choice, compare
from familysupport.prepare.model import Person
from familysupport.prepare.records import only_for
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.prepare.joining import Joining


class Copy:
    """One computer with its own plan."""

    def __init__(self, db, clock):
        self.session = open_session(db, clock)
        self.joining = Joining(
            self.session.people, self.session.plan, self.session.statements, "before joining"
        )

    def take(self, other, choice=Choice.MINE):
        """Join what the other one has, choosing the same everywhere."""
        found = compare(self.joining.gather(), without_deleted(other.joining.gather()))
        return self.joining.join(
            found,
            {one.theirs.uid: choice for one in found.different},
            dict.fromkeys(range(len(found.different_letters)), choice),
        )

    def words(self):
        bundle = self.joining.gather()
        told = [str(value) for one in bundle.records for value in one.data.values()]
        return "\n".join([*told, *(one.text for one in bundle.letters)])


def without_deleted(bundle):
    return bundle._replace(deleted=frozenset())


@pytest.fixture
def copies(clock) -> Iterator[tuple[Copy, Copy]]:
    databases = [fresh_tables() for _ in range(2)]
    yield tuple(Copy(database, clock) for database in databases)
    for database in databases:
        database.close()


@pytest.fixture
def apart(copies):
    """A family began together, then wrote on two computers."""
    one, two = copies
    mum = one.session.people.save(Person(name="Mum"))
    one.session.plan.save(Stop(uid="s1", person=mum.uid, act="giving cash"))
    one.session.plan.save(Day(uid="day", place="Rosa's"))
    one.session.statements.save(Statement(person_id=mum.id, author="Mum", text="I love you."))
    two.take(one)
    stop = one.session.plan.items(Stop)[0]
    one.session.plan.save(replace(stop, instead="buying food"))
    one.session.plan.save(replace(one.session.plan.only(Day), seats="in a ring"))
    one.session.people.save(mum._replace(note="tired"))
    other = two.session.plan.items(Stop)[0]
    two.session.plan.save(replace(other, instead="paying the shop", since="today"))
    two.session.plan.save(replace(two.session.plan.only(Day), rules="One voice."))
    there = two.session.people.people()[0]
    two.session.people.save(there._replace(contact="555"))
    two.session.people.save(Person(name="Sam"))
    letter = two.session.statements.statements()[0]
    two.session.statements.save(letter._replace(text="I love you, Daniel."))
    return one, two


def test_a_first_join_brings_everything_and_a_second_changes_nothing(copies):
    one, two = copies
    mum = one.session.people.save(Person(name="Mum", fear="shouting"))
    one.session.plan.save(Limit(person=mum.uid, act="keep my card"))
    one.session.statements.save(Statement(person_id=mum.id, author="Mum", text="I love you."))
    two.take(one)
    assert without_deleted(two.joining.gather()) == without_deleted(one.joining.gather())
    found = compare(two.joining.gather(), one.joining.gather())
    assert (found.same, found.new, found.different) == (3, (), ())
    letter = two.session.statements.statements()[0]
    assert letter.person_id == two.session.people.people()[0].id


def test_joined_both_ways_with_both_nothing_is_lost(apart):
    one, two = apart
    before = one.joining.gather(), two.joining.gather()
    one.take(two, Choice.BOTH)
    two.take(one, Choice.BOTH)
    for bundle in before:
        for record in bundle.records:
            for value in record.data.values():
                assert str(value) in one.words()
                assert str(value) in two.words()
        for letter in bundle.letters:
            assert letter.text in one.words()
            assert letter.text in two.words()


def test_without_a_choice_nothing_of_mine_is_overwritten_and_gaps_are_filled(apart):
    one, two = apart
    one.take(two)
    stop = one.session.plan.items(Stop)[0]
    assert (stop.instead, stop.since) == ("buying food", "today")
    day = one.session.plan.only(Day)
    assert (day.place, day.seats, day.rules) == ("Rosa's", "in a ring", "One voice.")
    mum, sam = one.session.people.people()
    assert (mum.note, mum.contact, sam.name) == ("tired", "555", "Sam")
    assert [s.text for s in one.session.statements.statements()] == ["I love you."]


def test_theirs_is_taken_when_told_and_mine_stays_as_a_version(apart):
    one, two = apart
    one.take(two, Choice.THEIRS)
    assert one.session.plan.items(Stop)[0].instead == "paying the shop"
    statement = one.session.statements.statements()[0]
    assert statement.text == "I love you, Daniel."
    versions = one.session.statements.versions(statement.id)
    assert [(version.text, version.name) for version in versions] == [
        ("I love you.", "before joining")
    ]


@pytest.mark.parametrize("choice", list(Choice))
def test_joining_is_taken_back_whole(apart, choice):
    one, two = apart
    before = one.joining.gather()
    undo = one.take(two, choice)
    undo()
    after = one.joining.gather()
    assert set(map(str, after.records)) == set(map(str, before.records))
    assert after.letters == before.letters


def test_what_i_deleted_stays_deleted_unless_i_say_otherwise(apart):
    one, two = apart
    one.session.plan.delete(one.session.plan.items(Stop)[0].id)
    one.session.people.delete(one.session.people.people()[0].id)
    one.take(two)
    assert one.session.plan.items(Stop) == []
    assert [person.name for person in one.session.people.people()] == ["Sam"]
    one.take(two, Choice.THEIRS)
    assert len(one.session.plan.items(Stop)) == 1
    assert {person.name for person in one.session.people.people()} == {"Mum", "Sam"}


def test_safety_answers_and_the_private_page_are_never_shared(copies):
    one, _two = copies
    one.session.plan.save(SafetyAnswer(question="afraid", reply=Reply.YES))
    one.session.statements.save(Statement(author="Mum", text="a", private="rage"))
    said = str(one.joining.gather())
    assert "afraid" not in said
    assert "rage" not in said


def test_one_persons_sheet_holds_only_what_is_theirs(copies):
    one, _two = copies
    mum, dad = (one.session.people.save(Person(name=name)) for name in ("Mum", "Dad"))
    for person in (mum, dad):
        one.session.plan.save(Stop(person=person.uid, act=f"stop of {person.name}"))
        one.session.statements.save(Statement(person_id=person.id, text=f"by {person.name}"))
    said = str(only_for(one.joining.gather(), mum.uid))
    assert "stop of Mum" in said
    assert "by Mum" in said
    assert "Dad" not in said


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(mine=st.tuples(words, words), theirs=st.tuples(words, words))
def test_whatever_two_people_wrote_about_the_same_is_kept_with_both(clock, mine, theirs):
    copies = []
    for act, instead in (mine, theirs):
        database = fresh_tables()
        copy = Copy(database, clock)
        copy.session.plan.save(Stop(uid="same", act=act, instead=instead))
        copies.append(copy)
    one, two = copies
    one.take(two, Choice.BOTH)
    two.take(one, Choice.BOTH)
    for copy in copies:
        kept = copy.session.plan.items(Stop)[0]
        for act, instead in (mine, theirs):
            assert act in kept.act
            assert instead in kept.instead
    for copy in copies:
        copy.session.plan._db.close()


def test_people_written_down_on_both_computers_are_known_again_by_their_name(copies):
    one, two = copies
    for copy, note in ((one, "tired"), (two, "")):
        mum = copy.session.people.save(Person(name="Mum" if note else " mum ", note=note))
        copy.session.plan.save(Stop(person=mum.uid, act=f"stop of {note or 'two'}"))
        copy.session.statements.save(Statement(person_id=mum.id, author="Mum", text="I love you."))
    two.session.people.save(Person(name="Sam"))
    one.take(two)
    mum, sam = one.session.people.people()
    assert (mum.name, mum.note, sam.name) == ("Mum", "tired", "Sam")
    assert {stop.person for stop in one.session.plan.items(Stop)} == {mum.uid}
    assert len(one.session.statements.statements()) == 1


def test_two_of_one_name_are_not_guessed_at(copies):
    one, two = copies
    for name in ("Joe", "Joe"):
        one.session.people.save(Person(name=name))
    two.session.people.save(Person(name="Joe"))
    two.session.people.save(Person(name=""))
    one.take(two)
    assert [person.name for person in one.session.people.people()] == ["Joe", "Joe", "Joe", ""]
