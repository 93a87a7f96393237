"""Reading a sentence at a time: the text stands until one asks for the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from familysupport.rehearse.pace import CALM_PACE, Scroll


class Taps(Scroll):
    """Goes on by being asked; the clock only measures how long it took.

    `sentence_starts` count characters of `text`.
    """

    def __init__(
        self, text: str, sentence_starts: Sequence[int], words_per_minute: int = CALM_PACE
    ) -> None:
        super().__init__(text, words_per_minute)
        self._firsts = self._first_steps(sorted(sentence_starts))

    @property
    def sentence(self) -> tuple[int, int]:
        """Return the first step of the sentence in front, and the step after its last."""
        if not self._firsts:
            return (0, 0)
        number = max(0, bisect_right(self._firsts, self._place) - 1)
        ends = [*self._firsts[1:], len(self.steps)]
        return (self._firsts[number], ends[number])

    def next(self, ticks: float) -> None:
        """Go on to the next sentence; after the last, the text is read."""
        self.move_to(self.sentence[1], ticks)

    def back(self, ticks: float) -> None:
        """Go back to the sentence before, at the first one to its beginning."""
        before = [first for first in self._firsts if first < self.sentence[0]]
        self.move_to(before[-1] if before else 0, ticks)

    def place(self, ticks: float) -> float:
        """Return the step the sentence in front begins with."""
        return self._place

    def passed(self, ticks: float) -> float:
        """Return the seconds read so far, pauses left out."""
        return self._read_seconds + (
            max(0.0, ticks - self._since) if self._since is not None else 0
        )

    def since(self, step: int, ticks: float) -> float:
        """Return 0: a sentence is reached at the moment it is asked for."""
        return 0.0

    def _first_steps(self, starts: list[int]) -> list[int]:
        """Return the first word of each sentence that has one."""
        found: dict[int, int] = {}
        for number, step in enumerate(self.steps):
            if not step.rest:
                found.setdefault(bisect_right(starts, step.start), number)
        return sorted(found.values())
