"""What Prepare says, as writers keep it: strictly read, and checked for what no type can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from familysupport.content.emergency import SITUATIONS, CallKind
from familysupport.content.library import Library
from familysupport.errors import ContentError

Leads = Literal["go-on", "care", "not-now", "danger", "emergency"]


@dataclass(frozen=True)
class SafetyQuestion:
    """One question; `yes` and `unsure` say what these answers lead to, "no" leads on."""

    id: str
    group: str
    ask: str
    yes: Leads
    unsure: Leads
    reason: str
    todo: str
    facts: tuple[str, ...]
    calls: tuple[CallKind, ...] = ()
    emergency: str = ""


@dataclass(frozen=True)
class SafetyFile:
    """All the questions whether a meeting is safe (FACTS I-40 to I-50)."""

    checked_on: date
    facts: tuple[str, ...]
    question: tuple[SafetyQuestion, ...]


def read_safety(library: Library) -> tuple[SafetyQuestion, ...]:
    """Return the questions in their order; a slip raises ContentError."""
    found = library.table("prepare/safety.toml", SafetyFile).question
    for slip in _safety_slips(found):
        raise ContentError("prepare/safety.toml", slip)
    return found


def _safety_slips(found: tuple[SafetyQuestion, ...]) -> Iterator[str]:
    for name, count in Counter(one.id for one in found).items():
        if count > 1:
            yield f"{name} stands twice"
    for one in found:
        leads_there = "emergency" in (one.yes, one.unsure)
        if leads_there != (one.emergency in ("overdose", *SITUATIONS)):
            yield f"{one.id}: emergency must name a page just where an answer leads to one"
        if one.yes in ("not-now", "danger") and not one.calls:
            yield f"{one.id}: nobody to call"
