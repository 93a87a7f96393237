"""What Learn remembers of a person's reading, and what it finds."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Reading(NamedTuple):
    """How far one lesson was read: `share` is the furthest, `place` the last, both 0 to 1."""

    lesson_id: str
    share: float
    place: float
    finished: bool


class Missed(NamedTuple):
    """A question whose last answer was not the right one."""

    lesson_id: str
    question_id: str
    answered_at: datetime


class Bookmark(NamedTuple):
    """A place in a lesson that someone wants to find again."""

    id: int
    lesson_id: str
    section: str
    title: str
    made_at: datetime


class Note(NamedTuple):
    """A person's own words beside one section of a lesson."""

    lesson_id: str
    section: str
    text: str
    changed_at: datetime
