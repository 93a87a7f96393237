"""The course of an overdose by the clock: doses, breaths counted, beats, and the log of times."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from familysupport.clock import Clock

DOSE_AFTER = 120.0
DOSE_BY = 180.0
BREATH_EVERY = 5.5
PUSHES_A_MINUTE = 110
ENOUGH_EVERY = 6.0
# No fact names it: the usual limit of first aid for looking, on the safe side.
NO_BREATH_FOR = 10.0
_FORGOTTEN_AFTER = 60.0
_SAME_TAP = 0.4
_GAPS = 3


class Happening(Enum):
    """What is worth a line in the log."""

    STARTED = "started"
    DOSE = "dose"
    BREATHS = "breaths"
    PUSHES = "pushes"


class DoseState(Enum):
    """Whether the next dose is thought of yet."""

    NONE_GIVEN = "none given"
    WAIT = "wait"
    LOOK = "look"
    DUE = "due"


class Breathing(Enum):
    """What the counted breaths say about what to do."""

    NOT_COUNTED = "not counted"
    COUNTING = "counting"
    ENOUGH = "enough"
    TOO_SLOW = "too slow"
    NONE_SEEN = "none seen"


class LogLine(NamedTuple):
    """One thing that was done; `number` counts the doses."""

    what: Happening
    at: datetime
    number: int = 0


class NextDose(NamedTuple):
    """How it stands with the next dose; `seconds` until two minutes have gone by."""

    state: DoseState
    seconds: int = 0


class BreathCount(NamedTuple):
    """The counted breaths: what they say, and the longest gap in whole seconds."""

    state: Breathing
    seconds: int = 0


class Course:
    """Everything that was done in one overdose, timed by the clock handed in."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._log: list[LogLine] = []
        self._start: float | None = None
        self._doses: list[float] = []
        self._taps: list[float] = []
        self.forget()

    def forget(self) -> None:
        """Begin anew with an empty log; `bring_back` undoes it until the clock is started."""
        self._before = (self._log, self._start, self._doses)
        self._log, self._start, self._doses, self._taps = [], None, [], []

    @property
    def can_bring_back(self) -> bool:
        """Return whether a log was cleared and nothing was started since."""
        return self._start is None and self._before[1] is not None

    def bring_back(self) -> None:
        """Go on with the log that was cleared, its clock as if it had never stopped."""
        if self.can_bring_back:
            self._log, self._start, self._doses = self._before

    def start(self) -> None:
        """Start the clock; starting it twice changes nothing."""
        if self._start is None:
            self._start = self._clock.ticks()
            self._note(Happening.STARTED)

    def give_naloxone(self) -> int:
        """Note a dose given now and return how many there are; starts the clock if need be."""
        self.start()
        self._doses.append(self._clock.ticks())
        self._note(Happening.DOSE, len(self._doses))
        return len(self._doses)

    def take_back_dose(self) -> None:
        """Strike out the last dose: the button was pressed by mistake."""
        if self._doses:
            self._log.remove(self.doses()[-1])
            self._doses.pop()

    def note_help(self, what: Happening) -> None:
        """Note that breaths or pushes began; starts the clock if need be."""
        self.start()
        self._note(what)

    @property
    def started(self) -> bool:
        """Return whether the clock runs."""
        return self._start is not None

    def log(self) -> tuple[LogLine, ...]:
        """Return all that was noted, the oldest first."""
        return tuple(self._log)

    def doses(self) -> tuple[LogLine, ...]:
        """Return the doses, the first one first."""
        return tuple(line for line in self._log if line.what is Happening.DOSE)

    def seconds(self) -> int:
        """Return whole seconds since the last dose, or since the start, or 0."""
        since = self._doses[-1] if self._doses else self._start
        return 0 if since is None else int(self._clock.ticks() - since)

    def next_dose(self) -> NextDose:
        """Return whether the next dose is to be thought of: after 2 minutes, by 3."""
        if not self._doses:
            return NextDose(DoseState.NONE_GIVEN)
        gone = self._clock.ticks() - self._doses[-1]
        if gone < DOSE_AFTER:
            return NextDose(DoseState.WAIT, int(DOSE_AFTER - gone))
        return NextDose(DoseState.LOOK if gone < DOSE_BY else DoseState.DUE)

    def tap(self) -> BreathCount:
        """Count one breath seen now; two taps at almost the same time are one."""
        now = self._clock.ticks()
        if self._taps and now - self._taps[-1] > _FORGOTTEN_AFTER:
            self._taps = []
        if not self._taps or now - self._taps[-1] >= _SAME_TAP:
            self._taps = [*self._taps[-_GAPS:], now]
        return self.breaths()

    def breaths(self) -> BreathCount:
        """Return what the breaths counted so far say; one long gap is enough for too slow."""
        if not self._taps:
            return BreathCount(Breathing.NOT_COUNTED)
        waiting = self._clock.ticks() - self._taps[-1]
        if waiting > _FORGOTTEN_AFTER:
            return BreathCount(Breathing.NOT_COUNTED)
        if waiting >= NO_BREATH_FOR:
            return BreathCount(Breathing.NONE_SEEN, int(waiting))
        gaps = [b - a for a, b in zip(self._taps, self._taps[1:], strict=False)]
        longest = max([*gaps, waiting])
        if longest > ENOUGH_EVERY:
            return BreathCount(Breathing.TOO_SLOW, max(round(longest), int(ENOUGH_EVERY) + 1))
        state = Breathing.ENOUGH if len(gaps) >= _GAPS else Breathing.COUNTING
        return BreathCount(state, round(max(gaps, default=0.0)))

    def stop_counting(self) -> None:
        """Forget the breaths counted so far."""
        self._taps = []

    def _note(self, what: Happening, number: int = 0) -> None:
        self._log.append(LogLine(what, self._clock.now(), number))


def breath_phase(seconds: float) -> float:
    """Return where in one rescue breath the beat is: 0 at its start, almost 1 before the next."""
    return (seconds % BREATH_EVERY) / BREATH_EVERY


def push_phase(seconds: float) -> float:
    """Return where in one push the beat is: 0 at its start, almost 1 before the next."""
    length = 60 / PUSHES_A_MINUTE
    return (seconds % length) / length
