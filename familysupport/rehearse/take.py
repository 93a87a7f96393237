"""A reading that is recorded: samples in memory, and how far the text was at each half second.

16,000 samples a second, one channel, 16 bits: enough for a voice, and 2 MB a minute.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

RATE = 16_000
BYTES_A_SECOND = RATE * 2
LONGEST_SECONDS = 15 * 60
STEP_SECONDS = 0.5
FLAT = 0.004
FLAT_SECONDS = 3.0
_LOUDEST = 32_768
_DIGITS = 5


class Recording(NamedTuple):
    """A recording that is kept, without its sound; `text` is what was read.

    `places` says how much of the text was read at each half second, from 0 to 1.
    """

    id: int
    statement_id: int
    began_at: datetime
    seconds: float
    text: str
    places: tuple[float, ...] = ()


class Take:
    """Gathers the sound of one reading; what does not fit any more is left out."""

    def __init__(self, statement_id: int, text: str, began_at: datetime) -> None:
        self.statement_id = statement_id
        self.text = text
        self.began_at = began_at
        self.level = 0.0
        self._sound = bytearray()
        self._places: list[float] = []
        self._flat_bytes = 0

    @property
    def seconds(self) -> float:
        """Return how long it is."""
        return len(self._sound) / BYTES_A_SECOND

    @property
    def full(self) -> bool:
        """Tell whether nothing more fits."""
        return len(self._sound) >= LONGEST_SECONDS * BYTES_A_SECOND

    @property
    def flat(self) -> bool:
        """Tell whether nothing was heard for some seconds, as when a microphone is muted."""
        return self._flat_bytes >= FLAT_SECONDS * BYTES_A_SECOND

    def feed(self, samples: bytes) -> None:
        """Add what the microphone heard."""
        if not samples:
            return
        room = int(LONGEST_SECONDS * BYTES_A_SECOND) - len(self._sound)
        samples = samples[: room - room % 2]
        self._sound += samples
        self.level = loudness(samples)
        self._flat_bytes = self._flat_bytes + len(samples) if self.level < FLAT else 0

    def note_place(self, share: float) -> None:
        """Note how much of the text is read by now."""
        while len(self._places) * STEP_SECONDS <= self.seconds:
            self._places.append(round(share, _DIGITS))

    def sound(self) -> bytes:
        """Return all samples."""
        return bytes(self._sound)

    def recording(self) -> Recording:
        """Return what is told of it."""
        return Recording(
            0, self.statement_id, self.began_at, self.seconds, self.text, tuple(self._places)
        )

    def forget(self) -> None:
        """Write over the samples in memory, and let them go."""
        self._sound[:] = bytes(len(self._sound))
        self._sound.clear()
        self._places.clear()
        self.level = 0.0


def loudness(samples: bytes) -> float:
    """Return the loudest of 16-bit samples, from 0 to 1."""
    heard = array("h")
    heard.frombytes(samples[: len(samples) - len(samples) % 2])
    if sys.byteorder == "big":
        heard.byteswap()
    return min(1.0, max((abs(one) for one in heard), default=0) / _LOUDEST)


def share_at(places: Sequence[float], seconds: float) -> float:
    """Return how much of the text was read at a moment of the recording, without a jump."""
    if not places:
        return 0.0
    steps = [number * STEP_SECONDS for number in range(len(places))]
    after = bisect_right(steps, max(seconds, 0.0))
    if after >= len(places):
        return places[-1]
    before = places[after - 1]
    part = (max(seconds, 0.0) - steps[after - 1]) / STEP_SECONDS
    return before + (places[after] - before) * part
