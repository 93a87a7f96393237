"""What Prepare says, as writers keep it: strictly read, and checked for what no type can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from familysupport.content.emergency import SITUATIONS, CallKind
from familysupport.content.library import Library
from familysupport.errors import ContentError

Leads = Literal["go-on", "care", "not-now", "danger", "emergency"]


class SafetyQuestion(NamedTuple):
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


class SafetyFile(NamedTuple):
    """All the questions whether a meeting is safe (FACTS I-40 to I-50)."""

    checked_on: date
    facts: tuple[str, ...]
    question: tuple[SafetyQuestion, ...]


class RoadText(NamedTuple):
    """One road: what it is, what it asks of the family, what studies found and with whom."""

    id: str
    name: str
    about: str
    asks: tuple[str, ...]
    found: tuple[str, ...]
    facts: tuple[str, ...]


class Step(NamedTuple):
    """One step of a small path."""

    title: str
    text: str
    facts: tuple[str, ...]


class RoadFile(NamedTuple):
    """The roads, the steps of a talk, and how far the studies reach."""

    checked_on: date
    facts: tuple[str, ...]
    limits: tuple[str, ...]
    road: tuple[RoadText, ...]
    step: tuple[Step, ...]


@dataclass(frozen=True)
class Kept:
    """Life-saving help that is never stopped, and the words by which it is known."""

    name: str
    why: str
    words: tuple[str, ...]
    facts: tuple[str, ...]


class ChangeFile(NamedTuple):
    """The sentences made from what is stopped and from limits, and what is never stopped."""

    checked_on: date
    facts: tuple[str, ...]
    stop: str
    stop_since: str
    instead: str
    limit: str
    limit_start: str
    keep: tuple[Kept, ...]


def read_changes(library: Library) -> ChangeFile:
    """Return the sentences and what is never stopped; a slip raises ContentError."""
    return library.table("prepare/changes.toml", ChangeFile)


class Told(NamedTuple):
    """One line with the facts behind it."""

    text: str
    facts: tuple[str, ...]


class TreatmentFile(NamedTuple):
    """What to ask a place, warning signs, ways without a bed, and the usual bag."""

    checked_on: date
    facts: tuple[str, ...]
    driver: str
    bag: tuple[str, ...]
    way: tuple[Told, ...]
    ask: tuple[Told, ...]
    warning: tuple[Told, ...]


def read_treatment(library: Library) -> TreatmentFile:
    """Return what writers say about treatment; a slip raises ContentError."""
    return library.table("prepare/treatment.toml", TreatmentFile)


class State(NamedTuple):
    """How they may be on the day, and what to do then."""

    id: str
    name: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]


class DayFile(NamedTuple):
    """Ground rules, seats, and how they may be then."""

    checked_on: date
    facts: tuple[str, ...]
    place: str
    seats: str
    length: str
    rules: tuple[str, ...]
    state: tuple[State, ...]


def read_day(library: Library) -> DayFile:
    """Return what writers say about the day; a slip raises ContentError."""
    return library.table("prepare/day.toml", DayFile)


class Credential(NamedTuple):
    """Letters behind a name: what they stand for, what they do not, and how to check them."""

    id: str
    name: str
    means: str
    verify: str
    facts: tuple[str, ...]
    is_not: str


class SignText(NamedTuple):
    """The words of one warning sign."""

    id: str
    text: str
    facts: tuple[str, ...]


class VettingFile(NamedTuple):
    """What helps in choosing an interventionist, and what going without one costs."""

    checked_on: date
    facts: tuple[str, ...]
    about: str
    price: str
    without: tuple[Told, ...]
    credential: tuple[Credential, ...]
    ask: tuple[Told, ...]
    sign: tuple[SignText, ...]


def read_vetting(library: Library) -> VettingFile:
    """Return what helps in choosing an interventionist; a slip raises ContentError."""
    return library.table("prepare/interventionists.toml", VettingFile)


class ResponseText(NamedTuple):
    """One way they may answer: what is heard, what helps, and words to start from."""

    id: str
    heard: str
    helps: str
    sample: str
    facts: tuple[str, ...]


class ObjectionText(NamedTuple):
    """An objection that many families hear."""

    text: str


class ResponseFile(NamedTuple):
    """The responses, the rule for all of them, and usual objections."""

    checked_on: date
    facts: tuple[str, ...]
    rule: str
    response: tuple[ResponseText, ...]
    objection: tuple[ObjectionText, ...]


def read_responses(library: Library) -> ResponseFile:
    """Return the responses; a slip raises ContentError."""
    return library.table("prepare/responses.toml", ResponseFile)


class AfterText(NamedTuple):
    """What comes next after one ending: lines, sections of the plan, lessons."""

    id: str
    name: str
    lines: tuple[str, ...]
    places: tuple[str, ...]
    lessons: tuple[str, ...]
    facts: tuple[str, ...]


class AfterFile(NamedTuple):
    """What comes first after every meeting, and what comes next after each ending."""

    checked_on: date
    facts: tuple[str, ...]
    first: tuple[str, ...]
    result: tuple[AfterText, ...]


def read_afterwards(library: Library) -> AfterFile:
    """Return what comes afterwards; a slip raises ContentError."""
    return library.table("prepare/afterwards.toml", AfterFile)


class Prompt(NamedTuple):
    """One part of a statement to write by hand, with so many lines to write on."""

    title: str
    hint: str
    lines: int
    facts: tuple[str, ...]


class PaperFile(NamedTuple):
    """The words that stand on paper only."""

    checked_on: date
    facts: tuple[str, ...]
    label: dict[str, str]
    prompt: tuple[Prompt, ...]


def read_papers(library: Library) -> PaperFile:
    """Return the words of the papers; a slip raises ContentError."""
    return library.table("prepare/papers.toml", PaperFile)


def read_roads(library: Library) -> RoadFile:
    """Return the roads, one for each that the program knows; a slip raises ContentError."""
    found = library.table("prepare/roads.toml", RoadFile)
    if tuple(one.id for one in found.road) != ("talk", "invitation", "meeting"):
        raise ContentError("prepare/roads.toml", "road: must be talk, invitation, meeting")
    return found


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
        if one.yes in ("not-now", "danger", "emergency") and not one.calls:
            yield f"{one.id}: nobody to call"
