"""What was practised so far, in counts and lines that anyone can read; no score, no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from familysupport.rehearse.model import Mode, TalkRecord


class MetCount(NamedTuple):
    """How often a reaction came up, was met with something that helps, and was not rated."""

    kind: str
    met: int
    held: int
    unrated: int = 0


def reactions_met(talks: Sequence[TalkRecord]) -> tuple[MetCount, ...]:
    """Return the reactions of all talks, those met most often first; drills count elsewhere."""
    met: dict[str, int] = {}
    held: dict[str, int] = {}
    unrated: dict[str, int] = {}
    for talk in talks:
        for one in talk.met if talk.mode is not Mode.DRILL else ():
            met[one.kind] = met.get(one.kind, 0) + 1
            held[one.kind] = held.get(one.kind, 0) + (one.held is True)
            unrated[one.kind] = unrated.get(one.kind, 0) + (one.held is None)
    kinds = sorted(met, key=lambda kind: (-met[kind], kind))
    return tuple(MetCount(kind, met[kind], held[kind], unrated[kind]) for kind in kinds)


def minutes(talks: Sequence[TalkRecord]) -> int:
    """Return how many minutes were practised, rounded up."""
    return -(-round(sum(talk.seconds for talk in talks)) // 60)


def runs(talks: Sequence[TalkRecord]) -> int:
    """Return how often somebody practised to talk; drills count elsewhere."""
    return sum(talk.mode is not Mode.DRILL for talk in talks)
