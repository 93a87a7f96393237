from datetime import timedelta

import pytest
from sqlite_utils import Database

from familysupport.emergency.overdose import Course, Happening
from familysupport.emergency.store import EmergencyStore
from tests.conftest import FixedClock


@pytest.fixture
def store(db: Database, clock: FixedClock) -> EmergencyStore:
    return EmergencyStore(db, clock)


@pytest.fixture
def course(clock: FixedClock) -> Course:
    made = Course(clock)
    made.give_naloxone()
    return made


def test_times_come_back_as_they_were(store, course):
    course.note_help(Happening.PUSHES)
    store.save(course.log())
    (kept,) = store.times()
    assert kept.lines == course.log()
    assert kept.began_at == course.log()[0].at


def test_an_overdose_is_kept_once_as_it_grows(store, course, clock):
    first = store.save(course.log())
    clock.moment += timedelta(minutes=3)
    course.give_naloxone()
    assert store.save(course.log()) == first
    (kept,) = store.times()
    assert len(kept.lines) == 3


def test_the_newest_comes_first(store, course, clock):
    store.save(course.log())
    clock.moment += timedelta(days=2)
    course.forget()
    course.start()
    store.save(course.log())
    newest, oldest = store.times()
    assert newest.began_at > oldest.began_at


def test_what_was_taken_away_can_be_brought_back(store, course):
    number = store.save(course.log())
    store.delete(number)
    assert store.times() == ()
    store.restore(number)
    assert len(store.times()) == 1


def test_after_thirty_days_it_is_gone_for_good(store, course, clock, db):
    store.delete(store.save(course.log()))
    clock.moment += timedelta(days=29)
    store.purge_old()
    assert db["emergency_times"].count == 1
    clock.moment += timedelta(days=2)
    store.purge_old()
    assert db["emergency_times"].count == 0
