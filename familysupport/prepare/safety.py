"""What the answers to the safety questions lead to (FACTS I-40 to I-50); never a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import ClassVar, NamedTuple

from familysupport.prepare.content import Leads, SafetyQuestion
from familysupport.prepare.items import Item
from familysupport.prepare.model import Person, Relation

OLD_AFTER = timedelta(days=14)
NEAR_DAYS = 2
_WEIGHT: tuple[Leads, ...] = ("go-on", "care", "not-now", "danger", "emergency")
_HOLDS_UP = ("not-now", "danger", "emergency")


class Reply(StrEnum):
    """An answer; a blank is no answer at all."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True)
class SafetyAnswer(Item):
    """The answer to one question; `updated_at` is when it was given."""

    kind: ClassVar[str] = "safety"

    question: str = ""
    reply: Reply = Reply.UNSURE


class Outcome(Enum):
    """What all the answers together lead to."""

    NOTHING = auto()
    GO_ON = auto()
    UNFINISHED = auto()
    NOT_NOW = auto()
    DANGER = auto()
    EMERGENCY = auto()


_OUTCOMES: Mapping[Leads, Outcome] = {
    "go-on": Outcome.GO_ON,
    "care": Outcome.GO_ON,
    "not-now": Outcome.NOT_NOW,
    "danger": Outcome.DANGER,
    "emergency": Outcome.EMERGENCY,
}


class Advice(NamedTuple):
    """The outcome with its reasons, the weightiest first, and what is to be asked (again)."""

    outcome: Outcome = Outcome.NOTHING
    reasons: tuple[SafetyQuestion, ...] = ()
    blank: tuple[SafetyQuestion, ...] = ()
    old: tuple[SafetyQuestion, ...] = ()

    @property
    def emergency(self) -> str:
        """Return the emergency page to open, empty unless this is one."""
        here = self.outcome is Outcome.EMERGENCY
        return next((one.emergency for one in self.reasons if one.emergency), "") if here else ""

    @property
    def calls(self) -> tuple[str, ...]:
        """Return the kinds of numbers to call, the most pressing first, none twice."""
        return tuple(dict.fromkeys(kind for one in self.reasons for kind in one.calls))


def advise(
    questions: Sequence[SafetyQuestion],
    answers: Iterable[SafetyAnswer],
    now: datetime,
    day: date | None = None,
) -> Advice:
    """Return what the answers lead to at `now`; `day` is the planned day of the meeting."""
    given = {one.question: one for one in answers}
    if not given:
        return Advice(blank=tuple(questions))
    old = tuple(one for one in questions if one.id in given and is_old(given[one.id], now, day))
    counts = {
        name: one.reply
        for name, one in given.items()
        if one.reply is not Reply.NO or not is_old(one, now, day)
    }
    led = {one.id: _leads(one, counts.get(one.id)) for one in questions}
    reasons = sorted(
        (one for one in questions if led[one.id] != "go-on"),
        key=lambda one: -_WEIGHT.index(led[one.id]),
    )
    blank = tuple(one for one in questions if one.id not in counts)
    worst: Leads = max(led.values(), key=_WEIGHT.index, default="go-on")
    outcome = _OUTCOMES[worst]
    if outcome is Outcome.GO_ON and any(one.yes in _HOLDS_UP for one in blank):
        outcome = Outcome.UNFINISHED
    return Advice(outcome, tuple(reasons), blank, old)


def is_old(answer: SafetyAnswer, now: datetime, day: date | None = None) -> bool:
    """Return whether an answer is asked again: after 14 days, or when the day is near."""
    if answer.updated_at is None:
        return True
    if now - answer.updated_at >= OLD_AFTER:
        return True
    if day is None or not 0 <= (day - now.date()).days <= NEAR_DAYS:
        return False
    return answer.updated_at.date() < day - timedelta(days=NEAR_DAYS)


def may_schedule(advice: Advice, people: Iterable[Person]) -> bool:
    """Return whether planning a day is open: danger closes it until a professional is named."""
    if advice.outcome is Outcome.EMERGENCY:
        return False
    return advice.outcome is not Outcome.DANGER or has_professional(people)


def has_professional(people: Iterable[Person]) -> bool:
    """Return whether a professional with a name is among the people."""
    return any(one.relation is Relation.PROFESSIONAL and one.name.strip() for one in people)


def _leads(question: SafetyQuestion, reply: Reply | None) -> Leads:
    if reply is Reply.YES:
        return question.yes
    return question.unsure if reply is Reply.UNSURE else "go-on"
