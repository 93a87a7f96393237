"""Rehearsal's nouns: a reading aloud that was kept, and how it ended."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, StrEnum
from typing import NamedTuple


class Ending(Enum):
    """How a reading came to its end."""

    FINISHED = "finished"
    STOPPED = "stopped"


class Reading(NamedTuple):
    """One reading aloud: `seconds` without the pauses, `ended_at_word` of `words`.

    `stumbles` are the places one marked, counted in words from 0.
    """

    id: int
    statement_id: int
    began_at: datetime
    seconds: float
    words: int
    words_per_minute: int
    ending: Ending
    ended_at_word: int
    stumbles: tuple[int, ...] = ()


class Face(StrEnum):
    """The letters of the text to read aloud: the program's, with serifs, or with more room."""

    PLAIN = "plain"
    SERIF = "serif"
    WIDE = "wide"


class Look(NamedTuple):
    """How a text to read aloud looks and moves; `size` and `spacing` are percent.

    With `by_sentence` it stands until one asks for the next sentence. `countdown` is seconds.
    """

    size: int = 100
    spacing: int = 150
    dim: bool = True
    mirror: bool = False
    by_sentence: bool = False
    countdown: int = 3
    face: Face = Face.PLAIN


class Mode(Enum):
    """What was practised."""

    MOMENT = "moment"
    TALK = "talk"
    DRILL = "drill"
    MEETING = "meeting"


class Met(NamedTuple):
    """A reaction that came up, and whether it was met with something that helps.

    `held` is None where the answer could not be rated: that is no no.
    """

    kind: str
    held: bool | None


class TalkRecord(NamedTuple):
    """One practice talk that was kept; `id` is 0 until saved.

    Calm and ready go from 0 to 10 and are None when not told. `words` holds what was said, line
    by line, and is empty unless somebody asked to keep it.
    """

    id: int
    began_at: datetime
    seconds: float
    mode: Mode
    kind: str
    outcome: str
    met: tuple[Met, ...]
    calm_before: int | None = None
    ready_before: int | None = None
    calm_after: int | None = None
    ready_after: int | None = None
    keep_line: str = ""
    change_line: str = ""
    words: str = ""
