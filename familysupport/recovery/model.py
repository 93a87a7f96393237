"""What a family keeps once treatment has begun: stays, habits, limits, signs, supplies, people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, NamedTuple


@dataclass(frozen=True)
class Kept:
    """One thing that is kept; `id` is 0 until it is saved."""

    table: ClassVar[str] = ""

    id: int = 0


class Where(StrEnum):
    """Where somebody is: treated, at home, or both at once."""

    TREATMENT = "treatment"
    HOME = "home"


@dataclass(frozen=True)
class Stay(Kept):
    """A time in treatment or at home, both days included; without `until` it goes on."""

    table: ClassVar[str] = "recovery_stays"

    where: Where = Where.TREATMENT
    since: date = date.min
    until: date | None = None
    name: str = ""

    def holds(self, day: date) -> bool:
        """Tell whether `day` is in this stay; one that ends before it begins holds no day."""
        return self.since <= day <= (self.until or date.max)


class MilestoneKind(StrEnum):
    """A day one is glad of, or a day from which one counts again."""

    OWN = "own"
    AGAIN = "again"


@dataclass(frozen=True)
class Milestone(Kept):
    """A day that means something, past or to come."""

    table: ClassVar[str] = "recovery_milestones"

    kind: MilestoneKind = MilestoneKind.OWN
    day: date = date.min
    name: str = ""


class Per(StrEnum):
    """How often a habit is ticked."""

    WEEK = "week"
    DAY = "day"


class _Ending:
    """What may end on a day; the weeks in which it was there still count."""

    until: date | None

    def is_over(self, today: date) -> bool:
        """Say whether it has ended."""
        return self.until is not None and self.until <= today


@dataclass(frozen=True)
class Habit(_Ending, Kept):
    """Something the family does again and again, for itself or together."""

    table: ClassVar[str] = "recovery_habits"

    name: str = ""
    per: Per = Per.WEEK
    until: date | None = None


@dataclass(frozen=True)
class Limit(_Ending, Kept):
    """One's own act, agreed and said before; `uid` is that of the same limit in Prepare."""

    table: ClassVar[str] = "recovery_limits"

    words: str = ""
    since: date = date.min
    uid: str = ""
    until: date | None = None


class WeekAnswer(StrEnum):
    """How a week went with a limit."""

    KEPT = "kept"
    NOT_THIS_WEEK = "not-this-week"
    DID_NOT_COME_UP = "did-not-come-up"


class LimitWeek(NamedTuple):
    """What was said about one limit in the week that begins on `monday`."""

    limit_id: int
    words: str
    monday: date
    answer: WeekAnswer


@dataclass(frozen=True)
class Sign(Kept):
    """Something somebody noticed; `kind` is the id of a sign in the content, or "own"."""

    table: ClassVar[str] = "recovery_signs"

    kind: str = "own"
    day: date = date.min
    note: str = ""


class SupplyKind(StrEnum):
    """What is at home; naloxone has a care of its own."""

    NALOXONE = "naloxone"
    MEDICINE = "medicine"


@dataclass(frozen=True)
class Supply(Kept):
    """A medicine or naloxone: where it is, and when it expires."""

    table: ClassVar[str] = "recovery_supplies"

    kind: SupplyKind = SupplyKind.NALOXONE
    name: str = ""
    place: str = ""
    expires: date | None = None


@dataclass(frozen=True)
class Appointment(Kept):
    """When, with whom, where; `hour` is "HH:MM" on the clock of the place, or empty."""

    table: ClassVar[str] = "recovery_appointments"

    day: date = date.min
    hour: str = ""
    who: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Contact(Kept):
    """Somebody to call; `uid` is that of the same person in Prepare."""

    table: ClassVar[str] = "recovery_people"

    name: str = ""
    number: str = ""
    purpose: str = ""
    uid: str = ""


def monday_of(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
