"""The journal's nouns: an entry, its mood and kind, and the line a list shows of it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from familysupport.documents.light import unmarked

HIT_START = "\ue000"
HIT_END = "\ue001"
EXCERPT = 160


class Mood(Enum):
    """How the person felt, in one of five words; an entry may have none."""

    VERY_HARD = "very-hard"
    HARD = "hard"
    MIXED = "mixed"
    STEADY = "steady"
    GOOD = "good"


class Energy(Enum):
    """How much strength there was, in one of five words; an entry may have none."""

    WORN_OUT = "worn-out"
    LOW = "low"
    SOME = "some"
    GOOD = "good"
    PLENTY = "plenty"


class Kind(Enum):
    """What an entry is about; most are free."""

    FREE = "free"
    VISIT = "visit"
    CALL = "call"
    FAMILY_SESSION = "family-session"
    SETBACK = "setback"
    MILESTONE = "milestone"
    FOR_ME = "for-me"
    UNSENT_LETTER = "unsent-letter"


class Entry(NamedTuple):
    """One thing the person wrote; `id` is 0 until it is kept, `at` is the moment it is about.

    `sleep` is the night before in hours and half hours, 0 to 24; like `energy` it may be untold.
    """

    id: int
    at: datetime
    kind: Kind = Kind.FREE
    mood: Mood | None = None
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    sleep: float | None = None
    energy: Energy | None = None

    @property
    def blank(self) -> bool:
        """Tell whether nothing at all was written or chosen."""
        written = self.title.strip() or self.text.strip() or self.tags
        told = (self.mood, self.sleep, self.energy) != (None, None, None)
        return not written and not told and self.kind is Kind.FREE


class Version(NamedTuple):
    """How an entry read at a moment, `at`; `name` is empty where it was kept by itself."""

    id: int
    entry_id: int
    at: datetime
    title: str
    text: str
    name: str = ""


class Template(NamedTuple):
    """Words of one's own to begin an entry of one kind with; `id` is 0 until it is kept."""

    id: int
    name: str
    kind: Kind
    text: str


class Line(NamedTuple):
    """What a list shows of one entry; in search `title` and `excerpt` hold marked hits.

    The excerpt is without the light marks of the text.
    A hit stands between `HIT_START` and `HIT_END`.
    """

    id: int
    at: datetime
    kind: Kind
    mood: Mood | None
    title: str
    excerpt: str
    tags: tuple[str, ...]


def line_of(entry: Entry) -> Line:
    """Return the line a list shows of `entry`."""
    excerpt = unmarked(entry.text[:EXCERPT])
    return Line(entry.id, entry.at, entry.kind, entry.mood, entry.title, excerpt, entry.tags)


def tidy_tags(typed: str) -> tuple[str, ...]:
    """Return the tags in what was typed between commas, each once, in the order typed."""
    found: dict[str, str] = {}
    for part in typed.replace("\n", ",").split(","):
        tag = " ".join(part.split()).lstrip("#").strip()
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())
