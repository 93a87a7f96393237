"""Four questions at three moments, each asked once, kept as they were told."""

from __future__ import annotations

from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.rehearse.model import Mode, TalkRecord
from familysupport.rehearse.prepared import Moment, Prepared, due, now_of
from familysupport.rehearse.progress import runs
from familysupport.rehearse.store import RehearseStore
from familysupport.vault import schema

BEFORE, PRACTISED, AFTER = Moment


@pytest.mark.parametrize(
    ("asked", "count", "over", "then"),
    [
        ((), 0, False, BEFORE),
        ((BEFORE,), 0, False, None),
        ((), 1, False, None),
        ((BEFORE,), 2, False, None),
        ((BEFORE,), 3, False, PRACTISED),
        ((), 7, False, PRACTISED),
        ((BEFORE, PRACTISED), 9, False, None),
        ((BEFORE,), 1, True, AFTER),
        ((), 0, True, AFTER),
        ((AFTER,), 0, True, None),
    ],
)
def test_each_moment_asks_once(
    asked: tuple[Moment, ...], count: int, over: bool, then: Moment | None
) -> None:
    assert due(asked, count, over) is then


def test_the_moment_one_is_in_follows_the_runs_and_the_day() -> None:
    assert [now_of(0, False), now_of(3, False), now_of(0, True)] == [BEFORE, PRACTISED, AFTER]


def test_drills_are_no_runs(clock: Any) -> None:
    drill, talk = (
        TalkRecord(0, clock.now(), 1.0, mode, "", "practised", ())
        for mode in (Mode.DRILL, Mode.TALK)
    )
    assert runs([drill, talk, drill]) == 1


def test_answers_are_kept_and_told_anew(db: Database, clock: Any) -> None:
    store = RehearseStore(db, clock)
    store.keep_prepared(Prepared(BEFORE, clock.now(), (2, None, 0, 10)))
    store.keep_prepared(Prepared(BEFORE, clock.now(), (3, None, 0, 10)))
    store.keep_prepared(Prepared(PRACTISED, clock.now(), (None,) * 4))
    assert {one.moment: one.answers for one in store.prepared()} == {
        BEFORE: (3, None, 0, 10),
        PRACTISED: (None,) * 4,
    }


def test_a_vault_from_before_opens_without_answers(clock: Any) -> None:
    before = Database(memory=True)
    schema.steps.apply(before, stop_before="m057_rehearse_prepared")
    schema.migrate(before)
    assert RehearseStore(before, clock).prepared() == []
    before.close()
