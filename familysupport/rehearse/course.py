"""What a reading came to, part by part, and the words around a place in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from familysupport.rehearse.pace import Scroll, Step

_AROUND = 6


class PartTime(NamedTuple):
    """How long one part took; `number` says which, `words` of it were read in `seconds`."""

    number: int
    words: int
    seconds: float

    @property
    def pace(self) -> int:
        """Return the words a minute, rests included."""
        return round(self.words * 60 / self.seconds) if self.seconds else 0


class Course:
    """Notes when each part of a text was reached; `starts` count characters."""

    def __init__(self, scroll: Scroll, starts: Sequence[int]) -> None:
        self._scroll = scroll
        firsts = [step.start for step in scroll.steps]
        self._starts = [bisect_left(firsts, start) for start in starts]
        self._reached = [0.0] if self._starts else []

    def note(self, ticks: float) -> None:
        """Note the parts reached since the last time; to be called before the speed changes."""
        place, passed = self._scroll.place(ticks), self._scroll.passed(ticks)
        for start in self._starts[len(self._reached) :]:
            if start > place:
                return
            self._reached.append(max(0.0, passed - self._scroll.since(start, ticks)))

    def parts(self, ticks: float) -> tuple[PartTime, ...]:
        """Return the parts that were read, the last one as far as it was."""
        self.note(ticks)
        last = int(self._scroll.place(ticks))
        times = [*self._reached, self._scroll.passed(ticks)]
        found = []
        for number, (begun, ended) in enumerate(pairwise(times)):
            first = self._starts[number]
            until = self._starts[number + 1] if number + 2 < len(times) else last
            words = sum(not step.rest for step in self._scroll.steps[first:until])
            if words:
                found.append(PartTime(number, words, round(ended - begun, 1)))
        return tuple(found)


def around(text: str, steps: Sequence[Step], place: int) -> tuple[str, str, str]:
    """Return the words before step `place`, the word itself, and the words after it."""
    step = steps[place]
    first = steps[max(0, place - _AROUND)].start
    last = steps[min(len(steps) - 1, place + _AROUND)].end
    before, after = text[first : step.start], text[step.end : last]
    return " ".join(before.split()), text[step.start : step.end], " ".join(after.split())


def spoken_step(steps: Sequence[Step], place: float) -> int:
    """Return the word at `place`, the one before it if a rest is there."""
    number = min(int(place), len(steps) - 1)
    while number > 0 and steps[number].rest:
        number -= 1
    return number
