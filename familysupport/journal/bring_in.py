"""What is brought in from other journals: what was found, what was left out and why."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from familysupport.journal.model import HIT_END, HIT_START, Entry

LONGEST = 2_000_000
"""The most letters of one entry; what is longer is left out and named."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # what the field for the date can show
_NOT_WRITTEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f{HIT_START}{HIT_END}]")
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


class Format(Enum):
    """Where entries come from."""

    OURS = "ours"
    DAY_ONE = "day-one"
    JRNL = "jrnl"
    RED_NOTEBOOK = "red-notebook"
    DIARIUM = "diarium"
    PAGES = "pages"


class Why(Enum):
    """Why a file or an entry is left out."""

    NO_DATE = "no-date"
    OTHER_KIND = "other-kind"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    TOO_MANY = "too-many"


class Note(Enum):
    """What a person should know of an entry before it is taken in."""

    NO_TIME = "no-time"
    DAY_OR_MONTH = "day-or-month"
    FILES = "files"


class Attached(NamedTuple):
    """A photo or file that belongs to an entry: its name, and the name of its file inside."""

    name: str
    inside: str


class Found(NamedTuple):
    """One entry as it would be kept (its id is 0), and where it stood."""

    entry: Entry
    source: str
    notes: frozenset[Note] = frozenset()
    files: tuple[Attached, ...] = ()


class Left(NamedTuple):
    """Something that is not taken in, by its name, and why."""

    name: str
    why: Why


class Reading(NamedTuple):
    """All that a file or folder holds, the oldest entry first."""

    found: tuple[Found, ...] = ()
    left: tuple[Left, ...] = ()
    formats: tuple[Format, ...] = ()


def tidy(text: str) -> str:
    """Return `text` with plain line ends, and without signs that no person writes."""
    whole = _NOT_WRITTEN.sub("", _BREAKS.sub("\n", text))
    return whole.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Return `text` in one line, as a title or a tag is."""
    return " ".join(tidy(text).split())


def here(moment: datetime) -> datetime:
    """Return a time on the wall with this computer's zone; one with a zone stays as it is."""
    if moment.tzinfo is not None:
        return datetime.fromisoformat(moment.isoformat())
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):  # too early for some systems
        return moment.replace(tzinfo=UTC)


def plausible(moment: datetime) -> bool:
    """Tell whether an entry can have been written then."""
    return _FIRST_YEAR <= moment.year <= _LAST_YEAR


def refused(entry: Entry) -> Why | None:
    """Return why an entry cannot be taken in, or None."""
    if not plausible(entry.at):
        return Why.NO_DATE
    if not (entry.title or entry.text.strip()):
        return Why.EMPTY
    return Why.TOO_LARGE if len(entry.text) > LONGEST else None
