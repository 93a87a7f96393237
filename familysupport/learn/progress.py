"""Says how far someone is: in a lesson, in a unit, and what to read next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from familysupport.content.model import Lesson
from familysupport.learn.model import Reading

_AT_THE_END = 0.97
START_HERE = (
    "overdose-what-to-do",
    "naloxone-at-home",
    "danger-after-a-break",
    "medicines",
    "talking-so-it-can-be-heard",
    "helping-without-helping-the-use",
    "interventions-when-and-with-whom",
    "looking-after-yourself",
)
"""The lessons for someone who has ten minutes and may never come back."""


class State(Enum):
    """How far a lesson was read."""

    UNREAD = "unread"
    HALF = "half"
    READ = "read"


def is_at_end(place: float) -> bool:
    """Say whether a place, 0 to 1, is the end of a lesson."""
    return place >= _AT_THE_END


def state(reading: Reading | None) -> State:
    """Return how far a lesson was read."""
    if reading is None:
        return State.UNREAD
    return State.READ if reading.finished else State.HALF


def next_lesson(lessons: Sequence[Lesson], readings: Mapping[str, Reading]) -> Lesson | None:
    """Return what to read next: what was begun, then the first ones, then the rest in order."""
    open_ones = [one for one in lessons if state(readings.get(one.id)) is not State.READ]
    begun = [one for one in open_ones if one.id in readings]
    first = [one for name in START_HERE for one in open_ones if one.id == name]
    return next(iter([*begun, *first, *open_ones]), None)


def first_lessons(lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """Return the lessons whose "in short" makes up the ten minutes, in their order."""
    found = {lesson.id: lesson for lesson in lessons}
    return tuple(found[name] for name in START_HERE if name in found)


def minutes_left(lessons: Sequence[Lesson], readings: Mapping[str, Reading], unit: str = "") -> int:
    """Return the minutes still to read in a unit, or in all units."""
    total = 0.0
    for lesson in lessons:
        reading = readings.get(lesson.id)
        if unit in ("", lesson.unit) and state(reading) is not State.READ:
            total += lesson.minutes * (1 - (reading.share if reading else 0))
    return round(total)


def read_count(lessons: Sequence[Lesson], readings: Mapping[str, Reading]) -> int:
    """Return how many lessons were read to the end."""
    return sum(state(readings.get(lesson.id)) is State.READ for lesson in lessons)


def neighbours(lessons: Sequence[Lesson], lesson_id: str) -> tuple[Lesson | None, Lesson | None]:
    """Return the lessons before and after one."""
    ids = [lesson.id for lesson in lessons]
    if lesson_id not in ids:
        return None, None
    at = ids.index(lesson_id)
    before = lessons[at - 1] if at else None
    return before, lessons[at + 1] if at + 1 < len(lessons) else None
