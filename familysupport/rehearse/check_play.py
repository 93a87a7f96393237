"""Plays the scenarios by seed: every line is reached, every stage leads on, every path ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from familysupport.rehearse.loved import Tie
from familysupport.rehearse.meeting import Meeting, Way, begin
from familysupport.rehearse.meeting import Stage as Step
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.own import Objected, with_own
from familysupport.rehearse.roleplay import Outcome, Setup, Talk
from familysupport.rehearse.scenario import Pack

MOST_TALKS = 1500
MOST_TURNS = 16
MEETINGS = 300
MOST_STEPS = 60
_MANNERS = ("best", "half", "poor", "")
_EXPECTED = (Objected("…"),)


def played(pack: Pack) -> Iterator[str]:
    """Say which lines and ends no talk comes to, and which step no meeting comes to."""
    yield from _talks(with_own(pack, _EXPECTED, lambda _: ()))
    yield from _meetings(pack)


def _talks(pack: Pack) -> Iterator[str]:
    lines = {one.id for one in pack.reactions}
    ends = set(Outcome) - {Outcome.PRACTISED, Outcome.STOPPED}
    ties, levels = list(Tie), list(Difficulty)
    for seed in range(MOST_TALKS):
        dice = Random(seed)
        setup = Setup(seed, levels[seed % len(levels)], tie=ties[seed % len(ties)])
        talk = Talk(pack, setup)
        manner = _MANNERS[int(dice.random() * len(_MANNERS))]
        while not talk.over and len(talk.exchanges) <= MOST_TURNS:
            fitting = [one for one in talk.replies if one.quality == manner]
            replies = fitting or list(talk.replies)
            talk.choose(replies[int(dice.random() * len(replies))])
        if len(talk.exchanges) > MOST_TURNS:
            yield f"the talk of seed {seed} does not end after {MOST_TURNS} turns"
        lines -= {one.reaction for one in talk.exchanges}
        ends -= {talk.outcome or Outcome.STOPPED}
        if not lines and not ends:
            return
    for line in sorted(lines):
        yield f"{line}: no talk comes to it"
    for end in sorted(one.value for one in ends):
        yield f"no talk ends with: {end}"


def _meetings(pack: Pack) -> Iterator[str]:
    steps = set(Step)
    for seed in range(MEETINGS):
        meeting = Meeting(pack, begin(pack, seed, (1, 2, 3, 4), (2, 4)))
        dice = Random(seed)
        for _ in range(MOST_STEPS):
            steps.discard(meeting.state.stage)
            if meeting.state.stage is Step.OVER:
                break
            _step(meeting, dice)
        else:
            yield f"the meeting of seed {seed} does not end after {MOST_STEPS} steps"
    for step in sorted(one.value for one in steps):
        yield f"no meeting comes to: {step}"


def _step(meeting: Meeting, dice: Random) -> None:
    does: dict[Step, Callable[[], None]] = {
        Step.READY: meeting.ready,
        Step.CARD_READY: meeting.ready,
        Step.READING: lambda: _read(meeting),
        Step.INTERRUPTED: lambda: meeting.respond(dice.choice(list(Way))),
        Step.ASK: meeting.ask,
        Step.OBJECTION: lambda: meeting.answer_objection(dice.choice(meeting.replies()).does),
    }
    does.get(meeting.state.stage, meeting.go_on)()


def _read(meeting: Meeting) -> None:
    if meeting.breaks_in_at() is None:
        meeting.letter_read(60.0)
    else:
        meeting.interrupt()
