"""The coach: reads a letter, says what may hurt and what is good, and changes nothing."""

from __future__ import annotations

from functools import lru_cache

from familysupport.content.coach import read_coach
from familysupport.paths import resources
from familysupport.statements.coach.book import Book, make_book
from familysupport.statements.coach.choose import (
    Left,
    Scope,
    leave,
    open_marks,
    shown,
    still_valid,
)
from familysupport.statements.coach.coach import Reviewer
from familysupport.statements.coach.model import FoundPart, Kind, Manner, Mark, Note, Review

__all__ = [
    "FoundPart", "Kind", "Left", "Manner", "Mark", "Note", "Review", "Reviewer", "Scope", "leave",
    "load_book", "open_marks", "review", "shown", "still_valid",
]  # fmt: skip


@lru_cache(maxsize=2)
def load_book(language: str = "en") -> Book:
    """Return the rules of a language, read from the resources once."""
    return make_book(read_coach(resources() / "content", language))


def review(text: str) -> Review:
    """Return what the coach says of a letter, read as a whole and remembered nowhere."""
    return Reviewer(load_book()).review(text)
