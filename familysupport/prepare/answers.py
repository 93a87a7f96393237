"""Answers made ready for each way the meeting may go (FACTS I-105 to I-118)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from familysupport.prepare.items import Item

MOST_WORDS = 25
"""More than so many words are hard to say in a hard moment."""


@dataclass(frozen=True)
class Answer(Item):
    """What is said to one response, and by whom; `person` is a uid."""

    kind: ClassVar[str] = "answer"

    response: str = ""
    words: str = ""
    person: str = ""


@dataclass(frozen=True)
class Objection(Item):
    """An objection the family expects, the answer, and what is arranged so that it is gone."""

    kind: ClassVar[str] = "objection"

    heard: str = ""
    words: str = ""
    person: str = ""
    arranged: str = ""


def word_count(text: str) -> int:
    """Return how many words there are; a dash between blanks is none."""
    return sum(1 for piece in text.split() if any(sign.isalnum() for sign in piece))


def is_long(text: str) -> bool:
    """Return whether an answer has more words than can be said easily."""
    return word_count(text) > MOST_WORDS


def ready(answers: Iterable[Answer]) -> frozenset[str]:
    """Return the responses that have an answer and somebody to say it."""
    return frozenset(one.response for one in answers if one.words.strip() and one.person)
