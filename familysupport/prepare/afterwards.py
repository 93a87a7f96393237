"""What happened at the meeting, and what it means for the road (FACTS I-104 to I-118)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from familysupport.prepare.items import Item
from familysupport.prepare.road import Result, Road, Try


class Happened(StrEnum):
    """How the meeting ended; OPEN while nobody has said."""

    OPEN = "open"
    YES = "yes"
    PARTLY = "partly"
    NOT_TODAY = "not-today"
    NO = "no"
    LEFT = "left"
    NOT_HELD = "not-held"


_AS_RESULT = {
    Happened.YES: Result.YES,
    Happened.PARTLY: Result.STEP,
    Happened.NOT_TODAY: Result.LISTENED,
    Happened.NO: Result.NO,
    Happened.LEFT: Result.NO,
}


@dataclass(frozen=True)
class After(Item):
    """What happened, in a word and in one's own words."""

    kind: ClassVar[str] = "after"

    happened: Happened = Happened.OPEN
    note: str = ""


def with_meeting(tries: Sequence[Try], after: After, day: date | None) -> tuple[Try, ...]:
    """Return the tries with the meeting that was held as the last of them."""
    result = _AS_RESULT.get(after.happened)
    if result is None:
        return tuple(tries)
    return (*tries, Try(road=Road.MEETING, on=day, result=result))
