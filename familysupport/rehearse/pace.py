"""Where in a text a calm reader is by now: words a minute, and a rest where one is planned.

A blank line is a breath of two seconds; `[pause]` rests four, `[pause 7]` seven.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

CALM_PACE = 130
SLOWEST, FASTEST = 60, 240
REST_SECONDS = 2.0
PAUSE_SECONDS = 4.0
_PAUSE = r"\[paus[ea](?:[ \t]+(?P<seconds>\d{1,2}))?\]"
_PIECE = re.compile(rf"(?P<pause>{_PAUSE})|(?:(?!\[paus[ea][ \t\]])\S)+", re.IGNORECASE)


class Step(NamedTuple):
    """One word, or a rest of some seconds; `start` and `end` count characters."""

    start: int
    end: int
    rest: bool = False
    seconds: float = 0.0


def steps_of(text: str) -> tuple[Step, ...]:
    """Return the words and rests of `text` in order; no rest comes first or last.

    Blank lines beside a planned pause rest no longer: the pause is long enough.
    """
    found: list[Step] = []
    start = 0
    for line in text.split("\n"):
        pieces = [_piece(hit, start) for hit in _PIECE.finditer(line)]
        found.extend(pieces or [Step(start, start, rest=True, seconds=REST_SECONDS)])
        start += len(line) + 1
    spoken = [number for number, step in enumerate(found) if not step.rest]
    kept = found[spoken[0] : spoken[-1] + 1] if spoken else []
    paused = {number for number, step in enumerate(kept) if step.rest and step.end > step.start}
    return tuple(
        step._replace(seconds=0.0) if step.rest and {number - 1, number + 1} & paused else step
        for number, step in enumerate(kept)
    )


def length_of(text: str, words_per_minute: int = CALM_PACE) -> float:
    """Return the seconds `text` takes, rests included: what `Scroll` says, a good deal sooner."""
    if "[" in text:
        return Scroll(text, words_per_minute).length_at(words_per_minute)
    rests = sum(not line.strip() for line in text.strip().split("\n")) if text.strip() else 0
    return len(text.split()) * 60 / _held(words_per_minute) + rests * REST_SECONDS


def without_pauses(text: str) -> str:
    """Return the text without the marks of planned pauses, which nobody reads out."""
    return re.sub(_PAUSE, " ", text, flags=re.IGNORECASE)


def _piece(hit: re.Match[str], start: int) -> Step:
    first, last = start + hit.start(), start + hit.end()
    if not hit["pause"]:
        return Step(first, last)
    return Step(first, last, rest=True, seconds=float(hit["seconds"] or PAUSE_SECONDS))


class Scroll:
    """Says by the clock how far a reading is; nothing adds up, so nothing drifts.

    A place is counted in steps with a fraction: 3.5 is half-way through the fourth step.
    `ticks` are the clock's seconds that only go forward.
    """

    def __init__(self, text: str, words_per_minute: int = CALM_PACE) -> None:
        self.steps = steps_of(text)
        self._rests = [0, *accumulate(int(step.rest) for step in self.steps)]
        self._rest_seconds = [0.0, *accumulate(step.seconds for step in self.steps)]
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

    def pace_for(self, seconds: float) -> int:
        """Return the words a minute at which the text takes about `seconds`, rests included."""
        speaking = seconds - self._rest_seconds[-1]
        return _held(round(self.words * 60 / speaking)) if speaking > 0 else FASTEST

    def length_at(self, words_per_minute: int) -> float:
        """Return the seconds the whole text takes at a speed, rests included."""
        return self.words * 60 / _held(words_per_minute) + self._rest_seconds[-1]

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

    def since(self, step: int, ticks: float) -> float:
        """Return how many seconds ago step `step` was reached, at the speed in force."""
        return self._seconds_to(self.place(ticks)) - self._seconds_to(step)

    def _settle(self, ticks: float) -> None:
        place, passed = self.place(ticks), self.passed(ticks)
        self._place, self._read_seconds = place, passed
        if self._since is not None:
            self._since = ticks

    def _seconds_to(self, place: float) -> float:
        whole = int(place)
        words = whole - self._rests[whole]
        seconds = words * 60 / self._pace + self._rest_seconds[whole]
        return seconds + (place - whole) * self._length(whole) if place > whole else seconds

    def _step_at(self, seconds: float) -> float:
        count = len(self.steps)
        after = bisect_right(range(count + 1), max(seconds, 0.0), key=self._seconds_to)
        if after > count:
            return float(count)
        step = after - 1
        return step + (max(seconds, 0.0) - self._seconds_to(step)) / self._length(step)

    def _length(self, step: int) -> float:
        one = self.steps[step]
        return one.seconds if one.rest else 60 / self._pace


def _held(words_per_minute: int) -> int:
    return min(max(words_per_minute, SLOWEST), FASTEST)
