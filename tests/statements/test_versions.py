from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.difference import Change, Piece, compare, is_big_loss
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore

TEXTS = st.text(st.sampled_from("ab I you.\n\r\u2028 ’é😀"), max_size=120)


@pytest.fixture
def store(db, clock):
    return StatementStore(db, clock)


@pytest.fixture
def kept(store):
    return store.save(Statement(author="Mum", title="Dear Daniel", text="I love you."))


def test_a_quiet_moment_keeps_the_first_version_and_then_only_changes(store, kept, clock):
    assert store.keep_quietly(kept)
    clock.moment += timedelta(hours=1)
    assert store.keep_quietly(kept) is None
    assert store.keep_quietly(kept._replace(text="I love you, Daniel."))
    assert len(store.versions(kept.id)) == 2


def test_changes_within_five_minutes_share_a_version(store, kept, clock):
    store.keep_quietly(kept)
    clock.moment += timedelta(minutes=4, seconds=59)
    assert store.keep_quietly(kept._replace(text="more")) is None
    clock.moment += timedelta(seconds=1)
    assert store.keep_quietly(kept._replace(text="more"))


def test_a_clock_set_back_does_not_stop_versions(store, kept, clock):
    store.keep_quietly(kept)
    clock.moment -= timedelta(days=300)
    assert store.keep_quietly(kept._replace(text="more"))


def test_nothing_is_kept_of_an_empty_or_unsaved_statement(store, kept):
    assert store.keep_quietly(kept._replace(text=" \n")) is None
    assert store.keep_quietly(Statement(text="not saved")) is None


def test_losing_half_of_a_letter_at_once_is_a_big_loss():
    assert is_big_loss("x" * 300, "x" * 149)
    assert not is_big_loss("x" * 300, "x" * 150)
    assert not is_big_loss("x" * 100, "")


def test_differences_are_shown_word_by_word():
    pieces = compare("I love you.\nCome home.", "I always love you.\nCome home.")
    assert pieces == [
        Piece(Change.SAME, "I "),
        Piece(Change.NEW, "always "),
        Piece(Change.SAME, "love you.\nCome home."),
    ]


def test_a_changed_word_is_gone_and_new():
    assert [piece.change for piece in compare("one two three", "one 2 three")] == [
        Change.SAME,
        Change.GONE,
        Change.NEW,
        Change.SAME,
    ]


def test_long_texts_are_compared_too():
    before = "".join(f"word{number % 700} " for number in range(9000))
    after = before.replace("word13 ", "other ")
    assert_whole(before, after)


def assert_whole(before, after):
    pieces = compare(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.NEW) == before
    assert "".join(p.text for p in pieces if p.change is not Change.GONE) == after


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_back_from_their_differences(before, after):
    assert_whole(before, after)


def test_two_very_long_texts_with_nothing_in_common_are_told_apart_at_once():
    before, after = "one two " * 9000, "three four " * 9000
    pieces = compare(before, after)
    assert pieces == [Piece(Change.GONE, before), Piece(Change.NEW, after)]
    assert compare("", after) == [Piece(Change.NEW, after)]
