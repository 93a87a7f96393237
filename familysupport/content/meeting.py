"""What the binder says about the meeting itself: how it goes, its rules, and afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from familysupport.content.check_words import Shelf
from familysupport.content.library import Library

PATH = "statements/meeting.toml"


class MeetingPaper(NamedTuple):
    """The order of the meeting, its ground rules, and what to do afterwards, line by line."""

    order: tuple[str, ...]
    rules: tuple[str, ...]
    after: tuple[str, ...]
    facts: tuple[str, ...]


def read_meeting(library: Library) -> MeetingPaper:
    """Return the lines; a slip raises ContentError."""
    return library.table(PATH, MeetingPaper)


def check_meeting(root: Path, language: str, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the lines about the meeting."""
    found = read_meeting(Library(root, language))
    for slip in shelf.unknown_facts(found.facts):
        yield f"meeting.toml: {slip}"
    for lines in (found.order, found.rules, found.after):
        if not lines:
            yield "meeting.toml: a part is empty"
        for line in lines:
            for slip in shelf.avoided(line):
                yield f"meeting.toml: {slip}"
