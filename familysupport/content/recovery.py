"""What is said once treatment has begun: marks, signs, habits, supplies, and the first 90 days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from familysupport.content.library import Library

SUPPORT = "recovery/support.toml"
NINETY = "recovery/ninety-days.toml"


class MarkText(NamedTuple):
    """What clinicians call a mark; never that somebody has reached it."""

    id: str
    name: str
    text: str
    facts: tuple[str, ...]


class HabitText(NamedTuple):
    """A habit that can be taken over."""

    name: str
    facts: tuple[str, ...]


class SignText(NamedTuple):
    """Something one may notice."""

    id: str
    name: str
    facts: tuple[str, ...]


class SupplyText(NamedTuple):
    """How to keep a thing, and what to do as its date comes near and passes."""

    keep: str
    soon: str
    over: str
    facts: tuple[str, ...]


class SupportFile(NamedTuple):
    """Everything the pages say beside what a family notes."""

    reviewed_on: date
    again: str
    again_facts: tuple[str, ...]
    leaving: str
    leaving_facts: tuple[str, ...]
    signs_about: tuple[str, ...]
    signs_facts: tuple[str, ...]
    mark: tuple[MarkText, ...]
    habit: tuple[HabitText, ...]
    sign: tuple[SignText, ...]
    naloxone: SupplyText
    medicine: SupplyText


class Step(NamedTuple):
    """Something the family may do; its `id` stays the same as long as its sense does."""

    id: str
    text: str


class Week(NamedTuple):
    """One or two weeks at home, from week `since` to `until`; 0 is the time before."""

    id: str
    since: int
    until: int
    title: str
    facts: tuple[str, ...]
    avoid: tuple[str, ...]
    ask: tuple[str, ...]
    step: tuple[Step, ...]


class NinetyDays(NamedTuple):
    """The plan for the first 90 days at home; `first` stands above all weeks."""

    reviewed_on: date
    title: str
    about: str
    first: str
    first_facts: tuple[str, ...]
    week: tuple[Week, ...]

    def week_of(self, number: int) -> Week:
        """Return the part for week `number` at home; past the end it is the last part."""
        return next((one for one in self.week if number <= one.until), self.week[-1])


def read_support(library: Library) -> SupportFile:
    """Read what the pages say; a slip raises ContentError."""
    return library.table(SUPPORT, SupportFile)


def read_ninety_days(library: Library) -> NinetyDays:
    """Read the plan for the first 90 days; a slip raises ContentError."""
    return library.table(NINETY, NinetyDays)
