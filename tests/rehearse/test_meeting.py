"""The whole meeting, without a window: one reader after another, breaks, the ask, the end."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familysupport.rehearse.meeting import Meeting, Stage, State, Way, begin
from familysupport.rehearse.mood import Code
from familysupport.rehearse.scenario import Pack

LETTERS, CARDS = (11, 12, 13, 14), (12, 14)
LONG = 400


def meeting(pack: Pack, seed: int) -> Meeting:
    return Meeting(pack, begin(pack, seed, LETTERS, CARDS))


def read_all(one: Meeting, way: Way = Way.LISTEN) -> list[Stage]:
    """Lead a meeting to its end as the window does; return the stages passed."""
    passed = []
    for _ in range(LONG):
        stage = one.state.stage
        passed.append(stage)
        if stage is Stage.OVER:
            return passed
        if stage in (Stage.READY, Stage.CARD_READY):
            one.ready()
        elif stage is Stage.READING and one.breaks_in_at() is not None:
            one.interrupt()
        elif stage is Stage.READING:
            one.letter_read(60.0)
        elif stage is Stage.INTERRUPTED:
            one.respond(way)
        elif stage is Stage.ASK:
            one.ask()
        elif stage is Stage.OBJECTION:
            one.answer_objection((Code.LISTEN, Code.ASK))
        else:
            one.go_on()
    raise AssertionError(passed[-5:])


def seed_with(pack: Pack, **wanted: bool) -> int:
    for seed in range(500):
        one = meeting(pack, seed)
        read_all(one)
        if all(getattr(one.state, name) == value for name, value in wanted.items()):
            return seed
    raise AssertionError(wanted)


@given(seed=st.integers(), way=st.sampled_from(Way))
@settings(max_examples=60)
def test_every_meeting_comes_to_its_end(pack: Pack, seed: int, way: Way) -> None:
    one = meeting(pack, seed)
    passed = read_all(one, way)
    assert passed.count(Stage.INTERRUPTED) <= len(LETTERS)
    assert (Stage.LEAVE in passed) == one.state.agreed
    assert not (one.state.agreed and Stage.CARD in passed)


@given(st.integers())
@settings(max_examples=25)
def test_the_same_seed_is_the_same_meeting(pack: Pack, seed: int) -> None:
    first, second = meeting(pack, seed), meeting(pack, seed)
    assert read_all(first) == read_all(second)
    assert first.state == second.state


def test_the_readers_come_in_their_order(pack: Pack) -> None:
    one = meeting(pack, seed_with(pack, early=False))
    assert (one.reader, one.following) == (11, 12)
    read_all(one)
    assert one.state.read == LETTERS
    assert one.state.seconds == (60.0,) * 4
    assert one.unread == ()


def test_an_early_yes_stops_the_reading(pack: Pack) -> None:
    one = meeting(pack, seed_with(pack, early=True))
    passed = read_all(one)
    assert one.unread
    assert Stage.ASK not in passed
    assert passed[-2:] == [Stage.LEAVE, Stage.OVER]
    assert pack.by_id[one.answer_line().id].kind == "agreement"


def test_after_a_no_the_cards_come_in_their_order(pack: Pack) -> None:
    one = meeting(pack, seed_with(pack, agreed=False))
    for _ in range(LONG):
        if one.state.stage is Stage.CARD_READY:
            break
        {
            Stage.READY: one.ready,
            Stage.READING: lambda: one.letter_read(1.0),
            Stage.ASK: one.ask,
            Stage.OBJECTION: lambda: one.answer_objection((Code.LISTEN, Code.ASK)),
            Stage.ANSWER: one.go_on,
        }[one.state.stage]()
    assert (one.reader, one.following) == CARDS
    one.ready()
    one.go_on()
    assert (one.reader, one.following) == (14, None)
    one.ready()
    one.go_on()
    assert one.state.stage is Stage.OVER


def test_nobody_breaks_in_twice_in_one_letter(pack: Pack) -> None:
    for seed in range(200):
        one = meeting(pack, seed)
        one.ready()
        share = one.breaks_in_at()
        if share is not None:
            assert 0.3 <= share <= 0.8
            one.interrupt()
            one.respond(Way.FINISH)
            assert one.state.stage is Stage.READING
            assert one.breaks_in_at() is None


def test_the_hotter_the_more_often_somebody_breaks_in(pack: Pack) -> None:
    often: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for seed in range(600):
        one = meeting(pack, seed)
        one.ready()
        count[one.state.temperament] += 1
        often[one.state.temperament] += one.breaks_in_at() is not None
    assert often["fighter"] / count["fighter"] > often["broken"] / count["broken"]
    assert 0.08 < sum(often.values()) / 600 < 0.25


@pytest.mark.parametrize(
    ("way", "stage"),
    [
        (Way.FINISH, Stage.READING),
        (Way.LISTEN, Stage.READING),
        (Way.HAND_OVER, Stage.READY),
        (Way.STOP, Stage.ASK),
    ],
)
def test_four_ways_to_meet_a_break(pack: Pack, way: Way, stage: Stage) -> None:
    one = meeting(pack, 3)
    one.ready("Dad")
    one.interrupt()
    assert pack.by_id[one.line().id].says
    before = one.state.mood
    one.respond(way)
    assert one.state.stage is stage
    assert one.unread == LETTERS
    assert (one.state.mood.heat < before.heat) == (way is not Way.FINISH)


def test_a_stand_in_reads_one_letter_only(pack: Pack) -> None:
    one = meeting(pack, seed_with(pack, early=False))
    one.ready("Ben")
    assert one.state.stand_in == "Ben"
    one.letter_read(10.0)
    assert one.state.stand_in == ""


@given(st.integers(), st.integers(0, 12))
@settings(max_examples=40)
def test_a_meeting_cut_off_anywhere_goes_on_with_the_same_reader(
    pack: Pack, seed: int, steps: int
) -> None:
    one = meeting(pack, seed)
    for _ in range(steps):
        stage = one.state.stage
        if stage in (Stage.READY, Stage.CARD_READY):
            one.ready("Ben")
        elif stage is Stage.READING and one.breaks_in_at() is not None:
            one.interrupt()
        elif stage is Stage.READING:
            one.letter_read(2.5)
        elif stage is Stage.INTERRUPTED:
            one.respond(Way.FINISH)
        elif stage is Stage.ASK:
            one.ask()
        elif stage is Stage.OBJECTION:
            one.answer_objection((Code.LISTEN, Code.ASK))
        else:
            one.go_on()
    kept = State.from_json(one.state.to_json())
    assert kept == one.state
    again = Meeting(pack, kept)
    again.resumed()
    assert (again.reader, again.following) == (one.reader, one.following)
    assert again.state.read == one.state.read
    read_all(again)


def at_the_ask(pack: Pack, seed: int) -> Meeting:
    one = meeting(pack, seed)
    one.ready()
    one.interrupt()
    one.respond(Way.STOP)
    one.ask()
    return one


def test_one_to_three_objections_come_after_the_ask_and_none_twice(pack: Pack) -> None:
    counts = set()
    for seed in range(80):
        one, heard = at_the_ask(pack, seed), []
        while one.state.stage is Stage.OBJECTION:
            heard.append(one.objection().id)
            assert {reply.text for reply in one.replies()} == {
                reply.text for reply in one.objection().reply
            }
            one.answer_objection((Code.LISTEN,))
        assert len(heard) == len(set(heard)) == one.state.objections
        assert one.state.stage is Stage.ANSWER
        counts.add(len(heard))
    assert counts == {1, 2, 3}


def test_calm_answers_are_heard_more_often_than_arguments(pack: Pack) -> None:
    yes = dict.fromkeys((Code.OFFER, Code.DEBATE), 0)
    for code in yes:
        for seed in range(300):
            one = at_the_ask(pack, seed)
            while one.state.stage is Stage.OBJECTION:
                one.answer_objection((code,))
            yes[code] += one.state.agreed
    assert yes[Code.OFFER] > 1.2 * yes[Code.DEBATE]


def test_a_step_that_does_not_fit_changes_nothing(pack: Pack) -> None:
    one = meeting(pack, 1)
    before = one.state
    one.interrupt()
    one.respond(Way.STOP)
    one.letter_read(3.0)
    one.ask()
    one.answer_objection((Code.ASK,))
    one.go_on()
    assert one.state == before
