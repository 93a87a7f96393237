"""Counts of what was practised."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from familysupport.rehearse.model import Met, Mode, TalkRecord
from familysupport.rehearse.progress import minutes, reactions_met

_MET = st.lists(st.builds(Met, st.sampled_from(["anger", "tears"]), st.booleans()), max_size=5)


def talk(met: list[Met], mode: Mode = Mode.TALK, seconds: float = 61.0) -> TalkRecord:
    began = datetime(2026, 3, 1, tzinfo=UTC)
    return TalkRecord(0, began, seconds, mode, "", "practised", tuple(met))


@given(st.lists(_MET, max_size=6))
def test_every_reaction_is_counted_once_and_none_is_held_more_often_than_met(
    all_met: list[list[Met]],
) -> None:
    counts = reactions_met([talk(met) for met in all_met])
    assert sum(one.met for one in counts) == sum(map(len, all_met))
    assert all(one.held <= one.met for one in counts)
    assert [one.met for one in counts] == sorted((one.met for one in counts), reverse=True)


def test_drills_are_no_reactions() -> None:
    assert reactions_met([talk([Met("overdose.1", True)], Mode.DRILL)]) == ()


def test_minutes_are_rounded_up() -> None:
    assert minutes([talk([]), talk([])]) == 3
    assert minutes([]) == 0
