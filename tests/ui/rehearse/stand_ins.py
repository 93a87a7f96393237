"""Stand-ins for the microphone and the loudspeaker: fed and read by hand."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from familysupport.ui.rehearse.sound import Trouble
from familysupport.ui.rehearse.voice import Missing

MARK = b"Qu1etM@rk3r!Qu1etM@rk3r!"
"""Samples that are searched for: 12 of them."""


def loud(seconds: float, value: int = 9000) -> bytes:
    """Return samples of one loudness."""
    return array("h", [value]).tobytes() * int(seconds * 16_000)


class FedMicrophone:
    """Hears what a test says."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.trouble = trouble
        self.lacks: Trouble | None = None
        self.on = False
        self.starts = 0
        self._heard: Callable[[bytes], None] = print
        self._lost: Callable[[Trouble], None] = print

    def missing(self) -> Trouble | None:
        return self.lacks

    def start(self, heard: Callable[[bytes], None], lost: Callable[[Trouble], None]) -> None:
        self.starts += 1
        self._heard, self._lost = heard, lost
        if self.trouble is not None:
            lost(self.trouble)
        else:
            self.on = True

    def stop(self) -> None:
        self.on = False

    def hear(self, samples: bytes) -> None:
        assert self.on, "the microphone is off"
        self._heard(samples)

    def go_away(self) -> None:
        self.on = False
        self._lost(Trouble.TAKEN_AWAY)


class WatchedSpeaker:
    """Plays nothing; a test says how far it is."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.trouble = trouble
        self.sound = b""
        self.at = 0.0
        self.on = False
        self.ended: Callable[[Trouble | None], None] = print

    def play(self, sound: bytes, start: float, ended: Callable[[Trouble | None], None]) -> None:
        self.sound, self.at, self.ended = sound, start, ended
        self.on = self.trouble is None
        if self.trouble is not None:
            ended(self.trouble)

    def stop(self) -> None:
        self.on = False

    def passed(self) -> float:
        return self.at


class HeardVoice:
    """Says nothing aloud; a test reads what it would say."""

    def __init__(self, lacks: Missing | None = None) -> None:
        self.lacks = lacks
        self.said: list[str] = []
        self.speaking = False

    def missing(self) -> Missing | None:
        return self.lacks

    def say(self, words: str) -> None:
        self.said.append(words)
        self.speaking = True

    def stop(self) -> None:
        self.speaking = False
