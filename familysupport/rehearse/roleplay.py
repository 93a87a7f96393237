"""A practice talk with a made-up person whose moods move by rule.

Same seed, same replies: the same talk, on any machine. Every turn has dice of its own, so a turn
that is taken again differs by what was said and by nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from random import Random
from typing import NamedTuple

from familysupport.rehearse.loved import Tie
from familysupport.rehearse.mood import (
    HOT,
    Code,
    Difficulty,
    Mood,
    chance_of_yes,
    shift_of,
)
from familysupport.rehearse.own import OWN
from familysupport.rehearse.scenario import Kind, Pack, Reaction, Reply, Stage, Temperament

MOST_TURNS = 14
FEWEST_TURNS = 10
MOMENT_TURNS = 3
OPENING_TURNS = 2
WALKS_FROM = 4
WALK_CHANCE = 0.6
PARTIAL_FROM = 3.2
SECOND_THOUGHT = 0.5
AGAIN = 0.25
TRUSTS = 4.0
OWN_CHANCE = 0.35
OWN_BY_TURN = 5
MOST_OWN = 3
BESIDE_OWN = "practical"
_REMEMBERED = {
    Code.CAVE: "caved",
    Code.RESCUE: "caved",
    Code.CONFRONT: "labelled",
    Code.SARCASM: "labelled",
    Code.GUILT: "shamed",
    Code.THREAT: "threatened",
    Code.BLOCK: "threatened",
    Code.OWN: "owned",
    Code.HOLD: "held",
}


class Outcome(Enum):
    """How a talk came to its end."""

    AGREED = "agreed"
    PARTLY = "partly"
    NOT_TODAY = "not today"
    REFUSED = "refused"
    WALKED_OUT = "walked out"
    PRACTISED = "practised"
    STOPPED = "stopped"


_LAST = {
    Outcome.AGREED: "agreement",
    Outcome.PARTLY: "partial",
    Outcome.NOT_TODAY: "not-today",
    Outcome.REFUSED: "refusal",
    Outcome.WALKED_OUT: "leaving",
}


class Setup(NamedTuple):
    """What a talk starts from; an empty temperament is drawn by the seed.

    `only` names a single kind of reaction, for one hard moment. `tie` is what the one who
    practises is to the loved one.
    """

    seed: int
    difficulty: Difficulty = Difficulty.TYPICAL
    temperament: str = ""
    only: str = ""
    tie: Tie = Tie.UNTOLD


class Said(NamedTuple):
    """What was answered at one turn; `codes` is empty when it could not be rated."""

    text: str
    codes: tuple[Code, ...]
    own_words: bool = False


class Exchange(NamedTuple):
    """One turn that is over: the reaction, the answer, and the mood before and after."""

    reaction: str
    said: Said
    before: Mood
    after: Mood


class Talk:
    """One conversation, a turn at a time."""

    def __init__(self, pack: Pack, setup: Setup) -> None:
        self._pack = pack
        self.setup = setup
        start = Random(f"{setup.seed}:start")
        names = sorted(pack.temperaments)
        drawn = names[int(start.random() * len(names))]
        self.temperament: Temperament = pack.temperaments[setup.temperament or drawn]
        secrets = sorted(pack.secrets)
        start.shuffle(secrets)
        self.secrets = tuple(secrets[: 2 + int(start.random() * 3)])
        turns = FEWEST_TURNS + int(start.random() * (MOST_TURNS - FEWEST_TURNS + 1))
        self.turns = MOMENT_TURNS if setup.only else turns
        self.mood = self.temperament.mood
        self.exchanges: list[Exchange] = []
        self.outcome: Outcome | None = None
        self.verdict: Outcome | None = None
        self._second_thought = False
        self._told: set[str] = set()
        self._said: set[str] = set()
        self._memory: set[str] = set()
        self.reaction = self._next()
        self.replies = self._mixed(self.reaction)

    @property
    def asks(self) -> int:
        """Return how often the ask was made."""
        return sum(Code.ASK in one.said.codes for one in self.exchanges)

    @property
    def over(self) -> bool:
        """Tell whether the talk has ended."""
        return self.outcome is not None

    def choose(self, reply: Reply) -> None:
        """Answer with one of the replies that were offered."""
        self.answer(Said(reply.text, reply.does))

    def answer(self, said: Said) -> None:
        """Answer, let the mood move, and come to the next reaction or the end."""
        kind = self._pack.kinds[self.reaction.kind]
        before = self.mood
        early = {Code(name) for name in kind.early}
        moved = before.moved(shift_of(said.codes, self.setup.difficulty, early))
        warmed = moved._replace(heat=min(moved.heat + kind.warms, 10.0))
        self.mood = warmed.cooled(self.temperament.heat)
        if self.reaction.secret and said.codes and not _harmful(said.codes):
            self.mood = self.mood.moved(Mood(0.5, -0.3, -0.5, 0.8))
        self.exchanges.append(Exchange(self.reaction.id, said, before, self.mood))
        self._said.add(self.reaction.id)
        self._memory |= {_REMEMBERED[code] for code in said.codes if code in _REMEMBERED}
        self._go_on(said)

    def stop(self) -> None:
        """End at once; nothing more is said."""
        if self.outcome is None:
            self.outcome = Outcome.STOPPED

    def branch(self, turn: int) -> Talk:
        """Return the same talk as it stood before turn `turn` (from 0), to take it again."""
        again = Talk(self._pack, self.setup)
        for exchange in self.exchanges[:turn]:
            again.answer(exchange.said)
        return again

    def _go_on(self, said: Said) -> None:
        done = len(self.exchanges)
        dice = Random(f"{self.setup.seed}:{done}:end")
        if self.verdict is not None:
            self.outcome = self.verdict
        elif self.setup.only:
            self.outcome = Outcome.PRACTISED if done >= self.turns else None
        elif self._walks_out(done, dice.random()):
            self.verdict = Outcome.WALKED_OUT
        elif self._second_thought or done >= self.turns:
            self._decide(said, dice.random())
        if self.outcome is None:
            self.reaction = self._next()
            self.replies = self._mixed(self.reaction)

    def _walks_out(self, done: int, dice: float) -> bool:
        hot = done >= WALKS_FROM and self.mood.heat >= HOT
        return hot and dice < WALK_CHANCE * self.temperament.walks

    def _decide(self, said: Said, dice: float) -> None:
        chance = chance_of_yes(self.mood, self.setup.difficulty)
        if self._second_thought:
            asked = Code.ASK in said.codes and not _harmful(said.codes)
            agreed = asked and dice < chance * SECOND_THOUGHT
            self.verdict = Outcome.AGREED if agreed else Outcome.NOT_TODAY
        elif dice < chance and self.asks:
            self.verdict = Outcome.AGREED
        elif self.mood.openness <= PARTIAL_FROM:
            self.verdict = Outcome.REFUSED
        elif self.mood.heat < HOT / 2 and dice > 1 - AGAIN:
            self._second_thought = True
        else:
            self.verdict = Outcome.PARTLY if self.mood.trust >= TRUSTS else Outcome.NOT_TODAY

    def _next(self) -> Reaction:
        turn = len(self.exchanges)
        dice = Random(f"{self.setup.seed}:{turn}:next")
        if self.setup.only:
            return self._line(self._moment_lines(), dice)
        if self._second_thought or self.verdict:
            last = _LAST[self.verdict or Outcome.NOT_TODAY]
            return self._line(self._pack.by_kind[last], dice)
        told = self._fear()
        if told is not None:
            return told
        own = self._own(turn)
        if own is not None:
            return own
        stage = self._stage(turn)
        met = [self._pack.by_id[one.reaction].kind for one in self.exchanges]
        kinds = [kind for kind in self._pack.kinds.values() if self._can_come(kind, stage)]
        weights = [self._weight(kind, met) for kind in kinds]
        return self._line(self._pack.by_kind[_drawn(kinds, weights, dice).id], dice)

    def _moment_lines(self) -> Sequence[Reaction]:
        """Return the lines of one hard moment; few of the family's own are filled up with ours."""
        lines = self._pack.by_kind[self.setup.only]
        if self.setup.only == OWN and not any(self._may_be_said(line) for line in lines):
            return self._pack.by_kind[BESIDE_OWN]
        return lines

    def _own(self, turn: int) -> Reaction | None:
        """Return what this family expects to hear: soon once, and at most a few times."""
        expected = self._pack.by_kind.get(OWN, ())
        left = [line for line in expected if self._may_be_said(line)]
        told = len(expected) - len(left)
        if turn < OPENING_TURNS or not left or told >= MOST_OWN:
            return None
        dice = Random(f"{self.setup.seed}:{turn}:own")
        if dice.random() >= OWN_CHANCE and (told or turn < OWN_BY_TURN):
            return None
        return left[int(dice.random() * len(left))]

    def _fear(self) -> Reaction | None:
        """Return a fear told now: trust came far enough, and the last words opened it."""
        said = self.exchanges[-1].said if self.exchanges else None
        if said is None or _harmful(said.codes):
            return None
        for name in self.secrets:
            secret = self._pack.secrets[name]
            opened = {Code(code) for code in secret.opened_by} & set(said.codes)
            if name not in self._told and opened and self.mood.trust >= secret.trust:
                self._told.add(name)
                return next(one for one in self._pack.reactions if one.secret == name)
        return None

    def _can_come(self, kind: Kind, stage: Stage) -> bool:
        if stage not in kind.stages or not kind.fits(self.mood):
            return False
        return any(map(self._may_be_said, self._pack.by_kind[kind.id]))

    def _stage(self, turn: int) -> Stage:
        if turn < OPENING_TURNS:
            return "opening"
        if turn >= self.turns - OPENING_TURNS:
            return "closing"
        return "asked" if self.asks else "talk"

    def _weight(self, kind: Kind, met: list[str]) -> float:
        weight = kind.weight * self.temperament.weights.get(kind.id, 1.0)
        return weight * 0.5 ** met.count(kind.id) * (0.3 if met[-1:] == [kind.id] else 1.0)

    def _line(self, lines: Sequence[Reaction], dice: Random) -> Reaction:
        fresh = [line for line in lines if self._may_be_said(line)]
        mine = self.temperament.id
        fitting = [line for line in fresh if mine in line.temperaments or not line.temperaments]
        recalled = [line for line in fitting or fresh if line.recalls]
        tied = [line for line in fresh if line.ties]
        options = recalled or tied or fitting or fresh or list(lines)
        return options[int(dice.random() * len(options))]

    def _may_be_said(self, line: Reaction) -> bool:
        if line.secret or line.id in self._said:
            return False
        if line.ties and self.setup.tie.value not in line.ties:
            return False
        return not line.recalls or line.recalls in self._memory

    def _mixed(self, reaction: Reaction) -> tuple[Reply, ...]:
        dice = Random(f"{self.setup.seed}:{len(self.exchanges)}:{reaction.id}")
        replies = list(reaction.reply)
        dice.shuffle(replies)
        return tuple(replies)


def _drawn(kinds: Sequence[Kind], weights: Sequence[float], dice: Random) -> Kind:
    place = dice.random() * sum(weights)
    for kind, weight in zip(kinds, weights, strict=True):
        place -= weight
        if place < 0:
            return kind
    return kinds[-1]


def _harmful(codes: Sequence[Code]) -> bool:
    return any(code.harmful for code in codes)
