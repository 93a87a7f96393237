"""The kinds of things that writers keep in `resources/content`, one class a kind."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Confidence = Literal["high", "medium", "low"]
PhaseName = Literal["onset", "peak", "easing"]
QuestionKind = Literal["one", "many", "true-false", "order"]
WORDS_A_MINUTE = 130


class Unit(NamedTuple):
    """A group of lessons that belong together."""

    id: str
    title: str
    about: str = ""


class LessonHeader(NamedTuple):
    """What stands between the `+++` lines of a lesson file."""

    id: str
    unit: str
    order: int
    title: str
    summary: tuple[str, ...]
    today: str
    reviewed_on: date
    note: str = ""


class Lesson(NamedTuple):
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


class Term(NamedTuple):
    """A hard word with its meaning in plain words."""

    id: str
    word: str
    meaning: str
    facts: tuple[str, ...]
    also: tuple[str, ...] = ()
    say: str = ""


class Answer(NamedTuple):
    """One answer to choose from, with the reason it is right or not."""

    text: str
    right: bool
    why: str


class Question(NamedTuple):
    """One question of a knowledge check."""

    id: str
    kind: QuestionKind
    ask: str
    facts: tuple[str, ...]
    answer: tuple[Answer, ...]


class Band(NamedTuple):
    """One phase of withdrawal in hours since last use; the wide span holds most people."""

    phase: PhaseName
    typical: tuple[float, float]
    wide: tuple[float, float]
    confidence: Confidence
    or_longer: bool = False


class Drug(NamedTuple):
    """An opioid with the bands of its withdrawal."""

    id: str
    name: str
    about: str
    facts: tuple[str, ...]
    band: tuple[Band, ...]


class PhaseAdvice(NamedTuple):
    """What one may see in a phase and what one can do."""

    phase: PhaseName
    title: str
    see: tuple[str, ...]
    do: tuple[str, ...]
    facts: tuple[str, ...]


class Timeline(NamedTuple):
    """Everything the withdrawal timeline shows."""

    label: str
    red_flags: tuple[str, ...]
    red_flag_note: str
    after: str
    facts: tuple[str, ...]
    drug: tuple[Drug, ...]
    advice: tuple[PhaseAdvice, ...]


class Fact(NamedTuple):
    """One row of the fact base: its sources by key, or the body it is textbook knowledge of."""

    id: str
    confidence: Confidence
    sources: tuple[str, ...] = ()
    body: str = ""


class Source(NamedTuple):
    """One text that facts were read in."""

    id: str
    title: str
    publisher: str
    year: str
    address: str


class CheckWords(NamedTuple):
    """The word lists of the content check: words to avoid and words excused from the grade."""

    avoid: tuple[str, ...]
    excused: tuple[str, ...]


class UnitFile(NamedTuple):
    """The shape of `units.toml`."""

    unit: tuple[Unit, ...]


class TermFile(NamedTuple):
    """The shape of one glossary file."""

    term: tuple[Term, ...]


class QuestionFile(NamedTuple):
    """The shape of one lesson's questions."""

    question: tuple[Question, ...]
