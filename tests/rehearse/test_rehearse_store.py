from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.rehearse.model import Ending, Look, Met, Mode, Reading, TalkRecord
from familysupport.rehearse.store import RehearseStore


@pytest.fixture
def rehearse(db: Database, clock: Any) -> RehearseStore:
    return RehearseStore(db, clock)


@pytest.fixture
def reading(clock: Any) -> Reading:
    return Reading(0, 7, clock.now(), 184.5, 400, 130, Ending.STOPPED, 390, (4, 17))


def test_a_reading_comes_back_as_it_was_kept(rehearse: RehearseStore, reading: Reading) -> None:
    kept = rehearse.save(reading)
    assert kept.id
    assert rehearse.readings(7) == [kept]


def test_readings_are_those_of_one_statement_with_the_latest_first(
    rehearse: RehearseStore, reading: Reading
) -> None:
    first = rehearse.save(reading)
    second = rehearse.save(reading._replace(ending=Ending.FINISHED))
    rehearse.save(reading._replace(statement_id=8))
    assert rehearse.readings(7) == [second, first]
    assert rehearse.readings(7, limit=1) == [second]


def test_it_is_counted_how_often_each_statement_was_read(
    rehearse: RehearseStore, reading: Reading
) -> None:
    assert rehearse.times_read() == {}
    kept = [rehearse.save(reading._replace(statement_id=number)) for number in (1, 2, 1)]
    assert rehearse.times_read() == {1: 2, 2: 1}
    rehearse.delete(kept[1].id)
    assert rehearse.times_read() == {1: 2}


def test_a_deleted_reading_can_be_brought_back_until_it_is_purged(
    rehearse: RehearseStore, reading: Reading, clock: Any
) -> None:
    kept = rehearse.save(reading)
    rehearse.delete(kept.id)
    assert rehearse.readings(7) == []
    rehearse.restore(kept.id)
    assert rehearse.readings(7) == [kept]
    rehearse.delete(kept.id)
    assert rehearse.purge(clock.now()) == 0
    assert rehearse.purge(clock.now() + timedelta(seconds=1)) == 1
    rehearse.restore(kept.id)
    assert rehearse.readings(7) == []


def _talk(clock: Any) -> TalkRecord:
    return TalkRecord(
        id=0,
        began_at=clock.now(),
        seconds=93.5,
        mode=Mode.TALK,
        kind="",
        outcome="refused",
        met=(Met("anger", True), Met("not-today", False)),
        calm_before=4,
    )


def test_a_talk_is_kept_with_all_that_it_holds(rehearse: RehearseStore, clock: Any) -> None:
    kept = rehearse.save_talk(_talk(clock))
    assert rehearse.talks() == [kept]
    later = rehearse.save_talk(
        kept._replace(calm_after=7, keep_line="I love you.", words="Sam: No.")
    )
    assert rehearse.talks() == [later]


def test_a_deleted_talk_comes_back_until_it_is_cleared(rehearse: RehearseStore, clock: Any) -> None:
    kept = rehearse.save_talk(_talk(clock))
    rehearse.delete_talk(kept.id)
    assert rehearse.talks() == []
    rehearse.restore_talk(kept.id)
    assert rehearse.talks() == [kept]
    rehearse.delete_talk(kept.id)
    assert rehearse.purge(clock.now()) == 0
    assert rehearse.purge(clock.now() + timedelta(days=1)) == 1


def test_the_look_of_the_text_is_remembered(rehearse: RehearseStore) -> None:
    assert rehearse.look() == Look()
    rehearse.keep_look(Look(size=150, mirror=True, countdown=0))
    rehearse.keep_look(Look(size=125, by_sentence=True))
    assert rehearse.look() == Look(size=125, by_sentence=True)


def test_after_30_days_a_deleted_talk_is_gone_for_good(
    rehearse: RehearseStore, clock: Any, monkeypatch: Any
) -> None:
    kept = rehearse.save_talk(_talk(clock))
    rehearse.delete_talk(kept.id)
    rehearse.purge_old()
    rehearse.restore_talk(kept.id)
    assert rehearse.talks() == [kept]
    rehearse.delete_talk(kept.id)
    later = clock.now() + timedelta(days=31)
    monkeypatch.setattr(type(clock), "now", lambda _self: later)
    rehearse.purge_old()
    assert rehearse.purge(later + timedelta(days=1)) == 0
    assert rehearse.talks() == []
