"""Where in a text a calm reader is by now: words a minute, and a breath at each blank line."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

CALM_PACE = 130
SLOWEST, FASTEST = 60, 240
REST_SECONDS = 2.0
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Step:
    """One word, or the rest at one blank line; `start` and `end` count characters."""

    start: int
    end: int
    rest: bool = False


def steps_of(text: str) -> tuple[Step, ...]:
    """Return the words and rests of `text` in order; blank lines at either end are no rests."""
    found: list[Step] = []
    start = 0
    for line in text.split("\n"):
        words = [Step(start + m.start(), start + m.end()) for m in _WORD.finditer(line)]
        found.extend(words or [Step(start, start, rest=True)])
        start += len(line) + 1
    spoken = [number for number, step in enumerate(found) if not step.rest]
    return tuple(found[spoken[0] : spoken[-1] + 1]) if spoken else ()


class Scroll:
    """Says by the clock how far a reading is; nothing adds up, so nothing drifts.

    A place is counted in steps with a fraction: 3.5 is half-way through the fourth step.
    `ticks` are the clock's seconds that only go forward.
    """

    def __init__(self, text: str, words_per_minute: int = CALM_PACE) -> None:
        self.steps = steps_of(text)
        self._rests = [0, *accumulate(int(step.rest) for step in self.steps)]
        self._pace = _held(words_per_minute)
        self._place = 0.0
        self._read_seconds = 0.0
        self._since: float | None = None

    @property
    def pace(self) -> int:
        """Return the words a minute in force."""
        return self._pace

    @property
    def running(self) -> bool:
        """Tell whether the text moves."""
        return self._since is not None

    @property
    def words(self) -> int:
        """Return how many words the text has."""
        return len(self.steps) - self._rests[-1]

    def go(self, ticks: float) -> None:
        """Start, or go on from the same place."""
        if self._since is None:
            self._since = ticks

    def pause(self, ticks: float) -> None:
        """Stand still at the place reached."""
        self._settle(ticks)
        self._since = None

    def set_pace(self, words_per_minute: int, ticks: float) -> None:
        """Read on from the same place at another speed, held between the slowest and fastest."""
        self._settle(ticks)
        self._pace = _held(words_per_minute)

    def move_to(self, place: float, ticks: float) -> None:
        """Read on from another place."""
        self._settle(ticks)
        self._place = min(max(place, 0.0), float(len(self.steps)))

    def place(self, ticks: float) -> float:
        """Return the place reached, from 0 to the number of steps."""
        if self._since is None:
            return self._place
        return self._step_at(self._seconds_to(self._place) + ticks - self._since)

    def finished(self, ticks: float) -> bool:
        """Tell whether the end of the text is reached."""
        return self.place(ticks) >= len(self.steps)

    def words_read(self, ticks: float) -> int:
        """Return how many whole words are read."""
        whole = int(self.place(ticks))
        return whole - self._rests[whole]

    def passed(self, ticks: float) -> float:
        """Return the seconds read so far, pauses left out."""
        if self._since is None:
            return self._read_seconds
        reachable = self._seconds_to(len(self.steps)) - self._seconds_to(self._place)
        return self._read_seconds + min(max(ticks - self._since, 0.0), reachable)

    def left(self, ticks: float) -> float:
        """Return the seconds still to read at the speed in force."""
        return self._seconds_to(len(self.steps)) - self._seconds_to(self.place(ticks))

    def _settle(self, ticks: float) -> None:
        place, passed = self.place(ticks), self.passed(ticks)
        self._place, self._read_seconds = place, passed
        if self._since is not None:
            self._since = ticks

    def _seconds_to(self, place: float) -> float:
        whole = int(place)
        rests = self._rests[whole]
        seconds = (whole - rests) * 60 / self._pace + rests * REST_SECONDS
        return seconds + (place - whole) * self._length(whole) if place > whole else seconds

    def _step_at(self, seconds: float) -> float:
        count = len(self.steps)
        after = bisect_right(range(count + 1), max(seconds, 0.0), key=self._seconds_to)
        if after > count:
            return float(count)
        step = after - 1
        return step + (max(seconds, 0.0) - self._seconds_to(step)) / self._length(step)

    def _length(self, step: int) -> float:
        return REST_SECONDS if self.steps[step].rest else 60 / self._pace


def _held(words_per_minute: int) -> int:
    return min(max(words_per_minute, SLOWEST), FASTEST)
