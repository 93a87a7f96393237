"""The nouns of looking after oneself: a check-in, and something to be reminded of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import NamedTuple


@dataclass(frozen=True)
class CheckIn:
    """How one day was, in answers by question; `words` are the person's own, if any."""

    day: date
    answers: Mapping[str, str] = field(default_factory=dict)
    words: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether everything was skipped."""
        return not self.answers and not self.words.strip()


class Topic(Enum):
    """What a reminder leads to."""

    OWN = "own"
    LOOK_BACK = "look-back"


class Reminder(NamedTuple):
    """Something to be told at a time on the wall; `id` is 0 until it is kept.

    `again` is when to tell it once more after it was put off; the weekly rhythm stays as it was.
    """

    id: int
    words: str
    day: date
    at: time
    weekly: bool = False
    topic: Topic = Topic.OWN
    on: bool = True
    again: datetime | None = None
