"""How the meeting will run: each part with its start, from the lengths of the statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from familysupport.prepare.day import Day, after
from familysupport.prepare.model import Part, Person
from familysupport.prepare.order import speakers

USUAL_SECONDS = 120
"""How long a statement is taken to be that is not written yet (FACTS I-100: 1 to 2 minutes)."""

LONG_SECONDS = 60 * 60


class Slot(Enum):
    """The parts of a meeting in their usual order (FACTS I-97)."""

    WELCOME = auto()
    SPEAKS = auto()
    ASK = auto()
    LISTEN = auto()
    CLOSE = auto()


class Entry(NamedTuple):
    """One part: who reads or asks, how long, and when: `begins` is in seconds after the start."""

    slot: Slot
    seconds: int
    begins: int = 0
    person: Person | None = None
    guessed: bool = False

    def at(self, start: datetime) -> datetime:
        """Return when it starts in a meeting that starts at `start`."""
        return after(start, self.begins)


def agenda(day: Day, people: Sequence[Person], seconds: Mapping[int, int]) -> list[Entry]:
    """Return the parts of the meeting; each statement is rounded up to a whole minute."""
    found: list[Entry] = []
    begins = 0
    for slot, length, person, guessed in _parts(day, people, seconds):
        if length > 0:
            found.append(Entry(slot, length, begins, person, guessed))
            begins += length
    return found


def whole_seconds(entries: Sequence[Entry]) -> int:
    """Return how long the whole meeting takes."""
    return sum(entry.seconds for entry in entries)


def _parts(
    day: Day, people: Sequence[Person], seconds: Mapping[int, int]
) -> Iterator[tuple[Slot, int, Person | None, bool]]:
    yield Slot.WELCOME, day.welcome_minutes * 60, None, False
    for person in speakers(people):
        known = seconds.get(person.id, 0)
        yield Slot.SPEAKS, -(-(known or USUAL_SECONDS) // 60) * 60, person, not known
    asking = next((person for person in people if person.part is Part.ASKS), None)
    yield Slot.ASK, day.ask_minutes * 60, asking, False
    yield Slot.LISTEN, day.listen_minutes * 60, None, False
    yield Slot.CLOSE, day.close_minutes * 60, None, False
