"""What Learn remembers of a person's reading, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Reading:
    """How far one lesson was read: `share` is the furthest, `place` the last, both 0 to 1."""

    lesson_id: str
    share: float
    place: float
    finished: bool


@dataclass(frozen=True)
class Missed:
    """A question whose last answer was not the right one."""

    lesson_id: str
    question_id: str
    answered_at: datetime


@dataclass(frozen=True)
class Bookmark:
    """A place in a lesson that someone wants to find again."""

    id: int
    lesson_id: str
    section: str
    title: str
    made_at: datetime


@dataclass(frozen=True)
class Note:
    """A person's own words beside one section of a lesson."""

    lesson_id: str
    section: str
    text: str
    changed_at: datetime
