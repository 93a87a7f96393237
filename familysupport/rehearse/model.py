"""Rehearsal's nouns: a reading aloud that was kept, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Ending(Enum):
    """How a reading came to its end."""

    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Reading:
    """One reading aloud: `seconds` without the pauses, `ended_at_word` of `words`."""

    id: int
    statement_id: int
    began_at: datetime
    seconds: float
    words: int
    words_per_minute: int
    ending: Ending
    ended_at_word: int
