"""How prepared one feels, in four questions, at three moments: never a score, never a verdict."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import Enum
from typing import NamedTuple

RUNS_BEFORE_ASKING_AGAIN = 3


class Moment(Enum):
    """When the four questions are asked."""

    BEFORE = "before"
    PRACTISED = "practised"
    AFTER = "after"


class Question(Enum):
    """What is asked; each is answered from 0 to 10."""

    START = "start"
    CALM = "calm"
    FACTS = "facts"
    HOLD = "hold"


class Prepared(NamedTuple):
    """The answers of one moment, in the order of the questions; None where it was left open."""

    moment: Moment
    at: datetime
    answers: tuple[int | None, ...]


def now_of(runs: int, day_is_over: bool) -> Moment:
    """Return the moment that one is in, by the runs so far and whether the real day is over."""
    if day_is_over:
        return Moment.AFTER
    return Moment.PRACTISED if runs >= RUNS_BEFORE_ASKING_AGAIN else Moment.BEFORE


def due(asked: Collection[Moment], runs: int, day_is_over: bool) -> Moment | None:
    """Return the moment whose questions wait: each is asked once, answered or not."""
    now = now_of(runs, day_is_over)
    begun = now is Moment.BEFORE and runs > 0
    return None if begun or now in asked else now
