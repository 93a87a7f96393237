"""What somebody will read out at the meeting, and its earlier versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What a letter is made of, in the order that is usual; the order is a hint, no more."""

    LOVE = "love"
    MEMORY = "memory"
    SAW = "saw"
    FELT = "felt"
    UNDERSTAND = "understand"
    MY_PART = "my part"
    STOPS = "stops"
    ASK = "ask"
    HOPE = "hope"


class Span(NamedTuple):
    """How many signs of the letter belong to a part; `part` is None where nobody said."""

    part: Part | None
    length: int


class Statement(NamedTuple):
    """One person's words; `id` is 0 until saved, `person_id` points to Prepare when known.

    `if_no` is the second card, read only if the answer is no. `private` is the page for what has
    to go somewhere: it is never printed nor read aloud. `spans` say which stretch of `text` is
    which part. `wish` says what the listener should feel in the end; it is never read out.
    """

    id: int = 0
    person_id: int | None = None
    author: str = ""
    addressee: str = ""
    title: str = ""
    text: str = ""
    if_no: str = ""
    private: str = ""
    spans: tuple[Span, ...] = ()
    updated_at: datetime | None = None
    wish: str = ""

    def is_by(self, person_id: int, name: str) -> bool:
        """Return whether this person wrote it: by the tie to Prepare, else by the same name."""
        if self.person_id is not None:
            return self.person_id == person_id
        return bool(name.strip()) and self.author.strip().casefold() == name.strip().casefold()


class Version(NamedTuple):
    """A statement as it was at one moment; `name` is empty for one that was kept by itself.

    Versions kept by early programs do not know the card nor the parts: `if_no` is None then.
    """

    id: int
    statement_id: int
    title: str
    text: str
    name: str
    kept_at: datetime
    if_no: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Left:
    """A note of the coach that was left as it is; `sentence` is a digest, not the words.

    `scope` and `count` are the coach's own: how far it reaches, and which of several same words.
    """

    scope: str
    rule: str
    words: str
    sentence: str
    count: int = 0
    id: int = 0
