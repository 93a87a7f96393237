"""What the coach says: marks with their place, parts that were found, notes on the whole."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from familysupport.statements.model import Part


class Kind(StrEnum):
    """What a mark is for: something to look at, something good, or talk of danger."""

    MARK = "mark"
    GOOD = "good"
    CRISIS = "crisis"


class Manner(StrEnum):
    """How much the coach says: nothing, what weighs most, the usual, or whatever it sees."""

    SILENT = "silent"
    LITTLE = "little"
    USUAL = "usual"
    ALL = "all"


class Mark(NamedTuple):
    """One stretch of the letter and what the coach says of it; it never changes a word.

    `start` and `end` count characters of the text that was read. `sure` below 0.8 is to be asked,
    not told. `suggestion` may hold [gaps] for the person to fill.
    """

    start: int
    end: int
    rule: str
    family: str
    why: str
    suggestion: str
    example: str
    weight: int
    kind: Kind = Kind.MARK
    sure: float = 0.9


class FoundPart(NamedTuple):
    """A part of the letter that is there, and the first words that showed it."""

    part: Part
    start: int
    end: int


class Note(NamedTuple):
    """Something about the letter as a whole; `part` when one is missing, the stretch if any."""

    rule: str
    why: str
    suggestion: str
    example: str
    weight: int
    part: Part | None = None
    start: int = 0
    end: int = 0


class Review(NamedTuple):
    """Everything the coach saw in a letter, in the order of the text.

    `marks` are the problems and the talk of danger, `good` what is well said, `parts` what was
    found, `whole` the notes on the letter. `sentences` tells where each one stands.
    """

    marks: tuple[Mark, ...] = ()
    good: tuple[Mark, ...] = ()
    parts: tuple[FoundPart, ...] = ()
    whole: tuple[Note, ...] = ()
    words: int = 0
    sentences: tuple[tuple[int, int], ...] = ()

    @property
    def crisis(self) -> tuple[Mark, ...]:
        """Return the talk of suicide, harm or weapons, which opens the crisis page's offer."""
        return tuple(mark for mark in self.marks if mark.kind is Kind.CRISIS)

    @property
    def missing(self) -> tuple[Part, ...]:
        """Return the parts that were not found, in the usual order."""
        found = {one.part for one in self.parts}
        return tuple(part for part in Part if part not in found)
