"""Which road next: the least force first, moved on by what was tried (FACTS I-01 to I-30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from typing import ClassVar

from familysupport.prepare.items import Item
from familysupport.prepare.safety import Outcome

TRIES_BEFORE_MOVING_ON = 2


class Road(StrEnum):
    """The three roads, the gentlest first."""

    TALK = "talk"
    INVITATION = "invitation"
    MEETING = "meeting"


class Result(StrEnum):
    """What happened when a road was tried."""

    YES = "yes"
    STEP = "step"
    LISTENED = "listened"
    NO = "no"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Try(Item):
    """One time that a road was tried, on what day, and what happened."""

    kind: ClassVar[str] = "try"

    road: Road = Road.TALK
    on: date | None = None
    result: Result = Result.LISTENED
    note: str = ""


@dataclass(frozen=True)
class Talk(Item):
    """The small path: what one person will say at the kitchen table, and what is ready to offer."""

    kind: ClassVar[str] = "talk"

    moment: str = ""
    care: str = ""
    saw: str = ""
    felt: str = ""
    ask: str = ""
    offer: str = ""


class Next(Enum):
    """What is best done next."""

    HELP_NOW = auto()
    SAFETY_FIRST = auto()
    ADVOCATE = auto()
    WAIT = auto()
    ACT_TODAY = auto()
    SUPPORT_STEP = auto()
    TALK = auto()
    INVITATION = auto()
    MEETING = auto()
    PROFESSIONAL = auto()


_START = {Road.TALK: Next.TALK, Road.INVITATION: Next.INVITATION, Road.MEETING: Next.MEETING}
_AFTER = {
    Road.TALK: Next.INVITATION,
    Road.INVITATION: Next.MEETING,
    Road.MEETING: Next.PROFESSIONAL,
}
_STOPPED = {
    Outcome.EMERGENCY: Next.HELP_NOW,
    Outcome.DANGER: Next.ADVOCATE,
    Outcome.NOT_NOW: Next.WAIT,
}


def next_road(outcome: Outcome, tries: Sequence[Try]) -> Next:
    """Return what is best done next; `tries` stand in the order in which they were made.

    Safety comes before every road; then the last thing tried decides. A road is left for the
    next firmer one after two tries on it that brought a no; one that was listened to is gone on.
    """
    if outcome in _STOPPED:
        return _STOPPED[outcome]
    if not tries:
        return Next.TALK
    last = tries[-1]
    if last.result is Result.UNSAFE:
        return Next.SAFETY_FIRST
    if last.result is Result.YES:
        return Next.ACT_TODAY
    if last.result is Result.STEP:
        return Next.SUPPORT_STEP
    if last.result is Result.NO and refusals(last.road, tries) >= TRIES_BEFORE_MOVING_ON:
        return _AFTER[last.road]
    return _START[last.road]


def refusals(road: Road, tries: Sequence[Try]) -> int:
    """Return how often one road brought a no."""
    return sum(1 for one in tries if one.road is road and one.result is Result.NO)
