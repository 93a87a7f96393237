"""How the made-up person's mood moves: what a reply does to trust, heat, shame and openness.

The start values were tuned by seeded runs so that a careful family is heard about half the time,
and a harsh one hardly ever; `python3 dev.py bench rehearse` prints what they lead to.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

TOP = 10.0
DRIFT = 0.06
HOT = 8.0
EARLY = 0.35
LEARNT = 0.45
KEPT = 0.9
MIXED = 0.22


class Code(Enum):
    """What a reply does, seen from the other chair."""

    LISTEN = "listen"
    AFFIRM = "affirm"
    AUTONOMY = "autonomy"
    FEEL = "feel"
    FACT = "fact"
    OWN = "own"
    OFFER = "offer"
    ASK = "ask"
    HOLD = "hold"
    PAUSE = "pause"
    HANDOVER = "handover"
    SAFE = "safe"
    CONFRONT = "confront"
    LECTURE = "lecture"
    DEBATE = "debate"
    THREAT = "threat"
    CAVE = "cave"
    RESCUE = "rescue"
    GUILT = "guilt"
    SARCASM = "sarcasm"
    BLOCK = "block"
    SECRET = "secret"

    @property
    def harmful(self) -> bool:
        """Tell whether it makes the talk worse."""
        return self in _HARMFUL


class Difficulty(Enum):
    """How quickly the made-up person softens."""

    EASY = "easy"
    TYPICAL = "typical"
    HARD = "hard"


class Mood(NamedTuple):
    """Trust, heat, shame and openness, each from 0 to 10."""

    trust: float
    heat: float
    shame: float
    openness: float

    def moved(self, by: Mood, share: float = 1.0) -> Mood:
        """Return the mood after a shift, held between 0 and 10."""
        return Mood(
            _held(self.trust + by.trust * share),
            _held(self.heat + by.heat * share),
            _held(self.shame + by.shame * share),
            _held(self.openness + by.openness * share),
        )

    def cooled(self, base: float) -> Mood:
        """Return the mood a turn later: heat goes back a little to its base."""
        return Mood(self.trust, self.heat + (base - self.heat) * DRIFT, self.shame, self.openness)


_HARMFUL = frozenset(
    {
        Code.CONFRONT,
        Code.LECTURE,
        Code.DEBATE,
        Code.THREAT,
        Code.CAVE,
        Code.RESCUE,
        Code.GUILT,
        Code.SARCASM,
        Code.BLOCK,
        Code.SECRET,
    }
)
_EFFECTS = {
    Code.LISTEN: Mood(0.8, -0.9, -0.3, 0.3),
    Code.AFFIRM: Mood(0.6, -0.4, -0.9, 0.3),
    Code.AUTONOMY: Mood(0.5, -0.8, 0.0, 0.5),
    Code.FEEL: Mood(0.3, -0.2, 0.2, 0.2),
    Code.FACT: Mood(0.0, 0.2, 0.4, 0.3),
    Code.OWN: Mood(1.0, -0.8, -0.6, 0.3),
    Code.OFFER: Mood(0.4, -0.3, -0.2, 0.8),
    Code.ASK: Mood(0.0, 0.2, 0.0, 0.6),
    Code.HOLD: Mood(0.1, 0.5, 0.1, 0.3),
    Code.PAUSE: Mood(0.2, -1.0, 0.0, 0.1),
    Code.HANDOVER: Mood(0.1, -0.5, 0.0, 0.1),
    Code.SAFE: Mood(0.3, -0.5, -0.2, 0.1),
    Code.CONFRONT: Mood(-1.2, 1.5, 0.9, -0.6),
    Code.LECTURE: Mood(-0.6, 0.8, 0.4, -0.4),
    Code.DEBATE: Mood(-0.6, 1.0, 0.2, -0.4),
    Code.THREAT: Mood(-1.3, 1.6, 0.5, -0.8),
    Code.CAVE: Mood(0.2, -0.4, 0.0, -1.2),
    Code.RESCUE: Mood(0.1, -0.3, 0.0, -1.0),
    Code.GUILT: Mood(-0.7, 0.5, 1.3, -0.5),
    Code.SARCASM: Mood(-1.2, 1.4, 0.8, -0.6),
    Code.BLOCK: Mood(-1.2, 1.8, 0.4, -0.8),
    Code.SECRET: Mood(0.3, -0.2, 0.2, -0.6),
}
_HELP = {Difficulty.EASY: 0.55, Difficulty.TYPICAL: 0.4, Difficulty.HARD: 0.3}
_HARM = 0.7
_CAP = {Difficulty.EASY: 0.75, Difficulty.TYPICAL: 0.6, Difficulty.HARD: 0.45}


def shift_of(codes: Collection[Code], difficulty: Difficulty, early: Collection[Code] = ()) -> Mood:
    """Return what a reply does: the mean of its helpful codes and the mean of its harmful ones.

    A code that comes too early in the moment helps less. In a reply that helps and harms at
    once, each part counts for less.
    """
    helpful = [code for code in codes if not code.harmful]
    harmful = [code for code in codes if code.harmful]
    total = Mood(0.0, 0.0, 0.0, 0.0)
    kept = KEPT if harmful else 1.0
    felt = MIXED if helpful else 1.0
    for code in helpful:
        share = _HELP[difficulty] * kept * (EARLY if code in early else 1.0) / len(helpful)
        total = _sum(total, _EFFECTS[code], share, share)
    for code in harmful:
        share = _HARM * felt / len(harmful)
        total = _sum(total, _EFFECTS[code], share, share * LEARNT)
    return total


def chance_of_yes(mood: Mood, difficulty: Difficulty) -> float:
    """Return how likely an agreement is in this mood, between 0.03 and the difficulty's cap."""
    x = mood.openness + 0.4 * mood.trust - 0.5 * mood.heat - 0.15 * mood.shame
    return min(max(x / 15, 0.03), _CAP[difficulty])


def _sum(one: Mood, other: Mood, share: float, opening: float) -> Mood:
    return Mood(
        one.trust + other.trust * share,
        one.heat + other.heat * share,
        one.shame + other.shame * share,
        one.openness + other.openness * opening,
    )


def _held(value: float) -> float:
    return min(max(value, 0.0), TOP)
