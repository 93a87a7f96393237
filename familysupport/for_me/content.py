"""What writers wrote for the person themselves, strictly read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from familysupport.content.library import Library
from familysupport.errors import ContentError

FOLDER = "for_me"


@dataclass(frozen=True)
class Answer:
    """One answer: its words, how it stands in the list, and whether help is offered after it."""

    id: str
    text: str
    past: str
    heavy: bool = False


@dataclass(frozen=True)
class Question:
    """One question of the check-in; `own` lets the person use words of their own."""

    id: str
    ask: str
    answer: tuple[Answer, ...]
    own: bool = False


@dataclass(frozen=True)
class Guide:
    """The whole check-in; `worry` are words of one's own after which help is offered."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    thanks: str
    care: str
    worry: tuple[str, ...]
    question: tuple[Question, ...]


def read_check_in(library: Library) -> Guide:
    """Read the check-in; a fact that does not exist raises ContentError."""
    guide = library.table(f"{FOLDER}/check-in.toml", Guide)
    need_facts("check-in.toml", guide.facts, library)
    return guide


def need_facts(place: str, facts: Iterable[str], library: Library) -> None:
    """Raise ContentError for a fact that is not in the fact base."""
    for fact in facts:
        if fact not in library.facts():
            raise ContentError(place, f"facts: there is no {fact}")
