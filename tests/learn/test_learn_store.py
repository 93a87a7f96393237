from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import fresh_tables

from familysupport.clock import Clock
from familysupport.learn.store import LearnStore


@pytest.fixture
def store(db, clock):
    return LearnStore(db, clock)


def test_the_last_and_the_furthest_place_are_both_remembered(store):
    store.keep_place("medicines", 0.7)
    store.keep_place("medicines", 0.2)
    reading = store.reading("medicines")
    assert (reading.share, reading.place, reading.finished) == (0.7, 0.2, False)


def test_a_lesson_never_opened_is_unknown(store):
    assert store.reading("medicines") is None
    assert store.readings() == {}


def test_a_finished_lesson_stays_finished_when_it_is_opened_again(store):
    store.set_finished("medicines", True)
    store.keep_place("medicines", 0.1)
    assert store.readings()["medicines"].finished
    store.set_finished("medicines", False)
    assert store.reading("medicines").share == 0.1


def test_a_question_missed_and_then_answered_no_longer_waits(store, clock):
    store.keep_answer("medicines", "first", False)
    clock.moment += timedelta(hours=1)
    store.keep_answer("medicines", "second", False)
    assert [one.question_id for one in store.missed()] == ["first", "second"]
    store.keep_answer("medicines", "first", True)
    assert [one.question_id for one in store.missed()] == ["second"]


def test_a_bookmark_taken_away_comes_back(store):
    number = store.add_bookmark("medicines", "how-long", "How long")
    assert store.add_bookmark("medicines", "how-long", "How long") == number
    store.delete_bookmark(number)
    assert store.bookmarks() == ()
    store.restore_bookmark(number)
    assert [one.section for one in store.bookmarks()] == ["how-long"]


def test_an_emptied_note_goes_and_can_be_brought_back(store):
    store.save_note("medicines", "how-long", "Ask the clinic")
    store.save_note("medicines", "how-long", "")
    assert store.notes("medicines") == ()
    store.restore_note("medicines", "how-long")
    assert store.note("medicines", "how-long").text == "Ask the clinic"


def test_an_empty_note_is_never_made(store):
    store.save_note("medicines", "how-long", "  ")
    assert store.notes("medicines") == ()


def test_what_was_taken_away_is_gone_for_good_after_thirty_days(store, clock, db):
    number = store.add_bookmark("medicines", "", "Medicines")
    store.delete_bookmark(number)
    store.save_note("medicines", "", "A word")
    store.save_note("medicines", "", "")
    clock.moment += timedelta(days=29)
    store.purge_old()
    assert db.table("learn_bookmarks").count == 1
    clock.moment += timedelta(days=2)
    store.purge_old()
    assert db.table("learn_bookmarks").count == 0
    assert db.table("learn_notes").count == 0


@given(st.text(min_size=1).filter(str.strip), st.floats(allow_nan=False))
def test_any_words_and_any_place_are_kept(text, place):
    database = fresh_tables()
    store = LearnStore(database, Clock())
    store.keep_place("a", place)
    assert 0 <= store.reading("a").place <= 1
    clean = text.replace("\0", "")
    if clean.strip():
        store.save_note("a", "b", clean)
        assert store.note("a", "b").text == clean
    database.close()


def test_the_notes_of_all_lessons_come_last_changed_first(store, clock):
    store.save_note("medicines", "a", "One")
    clock.moment += timedelta(minutes=1)
    store.save_note("coming-home", "b", "Two")
    assert [note.text for note in store.all_notes()] == ["Two", "One"]
    store.save_note("coming-home", "b", "")
    assert [note.text for note in store.all_notes()] == ["One"]
