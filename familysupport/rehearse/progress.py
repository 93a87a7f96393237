"""What was practised so far, in counts and lines that anyone can read; no score, no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from familysupport.rehearse.model import Mode, TalkRecord


@dataclass(frozen=True)
class MetCount:
    """How often a reaction came up, and how often it was met with something that helps."""

    kind: str
    met: int
    held: int


def reactions_met(talks: Sequence[TalkRecord]) -> tuple[MetCount, ...]:
    """Return the reactions of all talks, those met most often first; drills count elsewhere."""
    met: dict[str, int] = {}
    held: dict[str, int] = {}
    for talk in talks:
        for one in talk.met if talk.mode is not Mode.DRILL else ():
            met[one.kind] = met.get(one.kind, 0) + 1
            held[one.kind] = held.get(one.kind, 0) + one.held
    kinds = sorted(met, key=lambda kind: (-met[kind], kind))
    return tuple(MetCount(kind, met[kind], held[kind]) for kind in kinds)


def minutes(talks: Sequence[TalkRecord]) -> int:
    """Return how many minutes were practised, rounded up."""
    return -(-round(sum(talk.seconds for talk in talks)) // 60)


def runs(talks: Sequence[TalkRecord]) -> int:
    """Return how often somebody practised to talk; drills count elsewhere."""
    return sum(talk.mode is not Mode.DRILL for talk in talks)
