"""What is recorded stays in memory until it is kept, and is written over when it is not."""

from __future__ import annotations

from array import array
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.rehearse.recordings_store import PART_BYTES, RecordingsStore
from familysupport.rehearse.take import (
    BYTES_A_SECOND,
    LONGEST_SECONDS,
    Recording,
    Take,
    loudness,
    share_at,
)
from familysupport.vault import schema

BEGAN = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


def take() -> Take:
    return Take(7, "I love you.", BEGAN)


def samples(seconds: float, loud: int = 8000) -> bytes:
    return array("h", [loud]).tobytes() * int(seconds * 16_000)


def test_a_take_gathers_what_is_heard_and_how_far_the_text_is() -> None:
    one = take()
    for step in range(4):
        one.feed(samples(0.5))
        one.note_place(step / 10)
    kept = one.recording()
    assert (kept.seconds, kept.statement_id, kept.text) == (2.0, 7, "I love you.")
    assert kept.places == (0.0, 0.0, 0.1, 0.2, 0.3)
    assert one.sound() == samples(2.0)


def test_after_fifteen_minutes_no_more_fits() -> None:
    one = take()
    one.feed(samples(LONGEST_SECONDS - 1))
    assert not one.full
    one.feed(samples(5))
    assert one.full
    assert one.seconds == LONGEST_SECONDS
    one.feed(samples(1))
    assert len(one.sound()) == LONGEST_SECONDS * BYTES_A_SECOND


def test_a_muted_microphone_is_noticed_after_three_seconds() -> None:
    one = take()
    one.feed(samples(2, loud=0))
    assert not one.flat
    one.feed(samples(1, loud=3))
    assert one.flat
    one.feed(samples(0.1))
    assert not one.flat


def test_what_is_forgotten_is_written_over() -> None:
    one = take()
    one.feed(samples(1))
    held = one._sound
    one.forget()
    assert one.sound() == b""
    assert len(held) == 0
    assert one.seconds == 0


@given(st.binary(max_size=400))
def test_loudness_is_a_share_whatever_comes(heard: bytes) -> None:
    assert 0.0 <= loudness(heard) <= 1.0


@pytest.mark.parametrize(
    ("loud", "share"), [(0, 0.0), (16_384, 0.5), (-16_384, 0.5), (-32_768, 1.0)]
)
def test_loudness_is_the_loudest_sample(loud: int, share: float) -> None:
    assert loudness(array("h", [0, loud, 0]).tobytes()) == share


def test_the_place_in_the_text_goes_without_a_jump() -> None:
    places = (0.0, 0.2, 0.3)
    assert [share_at(places, at) for at in (-1, 0, 0.25, 0.5, 9)] == pytest.approx(
        [0, 0, 0.1, 0.2, 0.3]
    )
    assert share_at((), 3) == 0.0


@given(st.lists(st.floats(0, 1), max_size=20).map(sorted), st.floats(-5, 50), st.floats(0, 5))
def test_the_text_never_goes_back_while_listening(
    places: list[float], seconds: float, more: float
) -> None:
    assert share_at(places, seconds) <= share_at(places, seconds + more) + 1e-9


@pytest.fixture
def store(db: Database) -> RecordingsStore:
    return RecordingsStore(db)


def recording(statement_id: int = 7) -> Recording:
    return Recording(0, statement_id, BEGAN, 20.0, "I love you.", (0.0, 0.5))


def test_a_recording_comes_back_as_it_was(store: RecordingsStore) -> None:
    sound = bytes(range(256)) * (PART_BYTES // 100)
    kept = store.save(recording(), sound)
    assert store.recordings(7) == [kept]
    assert store.sound(kept.id) == sound
    assert store.recordings(8) == []


def test_deleting_for_good_leaves_no_row_and_writes_zeros(
    store: RecordingsStore, db: Database
) -> None:
    kept, other = store.save(recording(), b"a" * 9), store.save(recording(), b"b" * 9)
    store.wipe(kept.id)
    assert store.recordings(7) == [other]
    assert store.sound(kept.id) == b""
    assert db.execute("SELECT count(*) FROM rehearse_sound_parts").fetchone()[0] == 1
    assert db.execute("PRAGMA secure_delete").fetchone()[0] == 1


def test_what_belongs_to_no_statement_is_wiped(store: RecordingsStore, db: Database) -> None:
    kept = store.save(recording(7), b"a" * 9)
    store.save(recording(8), b"b" * 9)
    store.wipe_without({7, 9})
    assert db.execute("SELECT count(*) FROM rehearse_sound_parts").fetchone()[0] == 1
    assert store.recordings(7) == [kept]


def test_a_vault_from_before_opens_without_recordings(clock: Any) -> None:
    before = Database(memory=True)
    schema.steps.apply(before, stop_before="m058_rehearse_recordings")
    schema.migrate(before)
    assert RecordingsStore(before).recordings(7) == []
    before.close()
