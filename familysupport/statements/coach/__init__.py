"""The coach: reads a letter, says what may hurt and what is good, and changes nothing.

What reads is fetched with the first letter, so that nothing else has to wait for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from familysupport.paths import resources
from familysupport.statements.coach.choose import (
    Left,
    Scope,
    leave,
    open_marks,
    shown,
    still_valid,
)
from familysupport.statements.coach.model import FoundPart, Kind, Manner, Mark, Note, Review

if TYPE_CHECKING:
    from familysupport.statements.coach.book import Book
    from familysupport.statements.coach.coach import Reviewer

__all__ = [
    "FoundPart", "Kind", "Left", "Manner", "Mark", "Note", "Review", "Scope", "leave",
    "load_book", "new_reviewer", "open_marks", "review", "shown", "still_valid",
]  # fmt: skip


@lru_cache(maxsize=2)
def load_book(language: str = "en") -> Book:
    """Return the rules of a language, read from the resources once."""
    from familysupport.content.coach import read_coach
    from familysupport.statements.coach.book import make_book

    return make_book(read_coach(resources() / "content", language))


def new_reviewer(language: str = "en") -> Reviewer:
    """Return what reads one letter again and again while it is written."""
    from familysupport.statements.coach.coach import Reviewer

    return Reviewer(load_book(language))


def review(text: str) -> Review:
    """Return what the coach says of a letter, read as a whole and remembered nowhere."""
    return new_reviewer().review(text)
