"""The kinds of things that writers keep in `resources/content`, one class a kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["high", "medium", "low"]
PhaseName = Literal["onset", "peak", "easing"]
QuestionKind = Literal["one", "many", "true-false", "order"]
WORDS_A_MINUTE = 130


@dataclass(frozen=True)
class Unit:
    """A group of lessons that belong together."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class LessonHeader:
    """What stands between the `+++` lines of a lesson file."""

    id: str
    unit: str
    order: int
    title: str
    summary: tuple[str, ...]
    today: str
    reviewed_on: date
    note: str = ""


@dataclass(frozen=True)
class Lesson:
    """One lesson: its header and its Markdown text; `first_line` is where the text begins."""

    header: LessonHeader
    text: str
    first_line: int = 0

    @property
    def id(self) -> str:
        """Return the lesson's lasting name."""
        return self.header.id

    @property
    def title(self) -> str:
        """Return the title."""
        return self.header.title

    @property
    def unit(self) -> str:
        """Return the id of the lesson's unit."""
        return self.header.unit

    @property
    def minutes(self) -> int:
        """Return how long a calm reader needs, at least one minute."""
        return max(1, round(len(self.text.split()) / WORDS_A_MINUTE))


@dataclass(frozen=True)
class Term:
    """A hard word with its meaning in plain words."""

    id: str
    word: str
    meaning: str
    facts: tuple[str, ...]
    also: tuple[str, ...] = ()
    say: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer to choose from, with the reason it is right or not."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    """One question of a knowledge check."""

    id: str
    kind: QuestionKind
    ask: str
    facts: tuple[str, ...]
    answer: tuple[Answer, ...]


@dataclass(frozen=True)
class Band:
    """One phase of withdrawal in hours since last use; the wide span holds most people."""

    phase: PhaseName
    typical: tuple[float, float]
    wide: tuple[float, float]
    confidence: Confidence
    or_longer: bool = False


@dataclass(frozen=True)
class Drug:
    """An opioid with the bands of its withdrawal."""

    id: str
    name: str
    about: str
    facts: tuple[str, ...]
    band: tuple[Band, ...]


@dataclass(frozen=True)
class PhaseAdvice:
    """What one may see in a phase and what one can do."""

    phase: PhaseName
    title: str
    see: tuple[str, ...]
    do: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """Everything the withdrawal timeline shows."""

    label: str
    red_flags: tuple[str, ...]
    red_flag_note: str
    after: str
    facts: tuple[str, ...]
    drug: tuple[Drug, ...]
    advice: tuple[PhaseAdvice, ...]


@dataclass(frozen=True)
class Fact:
    """One row of the fact base: its sources by key, or the body it is textbook knowledge of."""

    id: str
    confidence: Confidence
    sources: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True)
class Source:
    """One text that facts were read in."""

    id: str
    title: str
    publisher: str
    year: str
    address: str


@dataclass(frozen=True)
class CheckWords:
    """The word lists of the content check: words to avoid and words excused from the grade."""

    avoid: tuple[str, ...]
    excused: tuple[str, ...]


@dataclass(frozen=True)
class UnitFile:
    """The shape of `units.toml`."""

    unit: tuple[Unit, ...]


@dataclass(frozen=True)
class TermFile:
    """The shape of one glossary file."""

    term: tuple[Term, ...]


@dataclass(frozen=True)
class QuestionFile:
    """The shape of one lesson's questions."""

    question: tuple[Question, ...]
