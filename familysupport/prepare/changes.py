"""What each person stops and does instead, and the limits they will keep (FACTS F-02 to F-10)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from familysupport.prepare.content import Kept
from familysupport.prepare.items import Item


@dataclass(frozen=True)
class Stop(Item):
    """One act that ends: `act` and `instead` go on after "I will stop" and "I will".

    `person` is the uid of who stops it. `is_other` says that words which sound like life-saving
    help mean something else here.
    """

    kind: ClassVar[str] = "stop"

    person: str = ""
    act: str = ""
    protects: str = ""
    keeps_going: str = ""
    instead: str = ""
    since: str = ""
    backed_by: str = ""
    is_other: bool = False


@dataclass(frozen=True)
class Limit(Item):
    """One limit: an act of one's own, its start, and what to do when it gets hard."""

    kind: ClassVar[str] = "limit"

    person: str = ""
    act: str = ""
    start: str = ""
    hard: str = ""
    then: str = ""


def vital(act: str, keep: Sequence[Kept]) -> Kept | None:
    """Return the life-saving help that `act` sounds like, or None: it is never stopped (F-06)."""
    for one in keep:
        if any(re.search(rf"(?<!\w){re.escape(word)}", act, re.IGNORECASE) for word in one.words):
            return one
    return None


def vital_stops(stops: Sequence[Stop], keep: Sequence[Kept]) -> list[tuple[Stop, Kept]]:
    """Return the acts on the list that sound like life-saving help, each with what it is."""
    found = [(one, vital(one.act, keep)) for one in stops if not one.is_other]
    return [(one, kept) for one, kept in found if kept is not None]
