"""Places the phases of withdrawal on the clock and says which one is now."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from familysupport.content.model import Band, Drug, PhaseName

_TICKS = (0.0, 6.0, 12.0, 24.0, 48.0, 72.0, 120.0, 168.0, 240.0, 336.0, 504.0)


class Now(Enum):
    """Where this moment stands against a phase."""

    UNKNOWN = "unknown"
    BEFORE = "before"
    POSSIBLE = "possible"
    TYPICAL = "typical"
    PAST = "past"


class Phase(NamedTuple):
    """One phase with its hours and, where the last use is known, its clock times."""

    name: PhaseName
    band: Band
    typical: tuple[datetime, datetime] | None
    wide: tuple[datetime, datetime] | None
    now: Now


def phases(drug: Drug, last_use: datetime | None, now: datetime) -> tuple[Phase, ...]:
    """Return the phases in order; without a last use they have hours and no clock times."""
    return tuple(_phase(band, last_use, now) for band in drug.band)


def hours_since(last_use: datetime | None, now: datetime) -> float | None:
    """Return the hours since last use; a time that is still to come counts as unknown."""
    if last_use is None or last_use > now:
        return None
    return (now - last_use).total_seconds() / 3600


def current(found: tuple[Phase, ...]) -> Phase | None:
    """Return the phase one is most likely in: the latest typical one, else the latest possible."""
    for wanted in (Now.TYPICAL, Now.POSSIBLE):
        here = [phase for phase in found if phase.now is wanted]
        if here:
            return here[-1]
    return None


def last_hour(drug: Drug) -> float:
    """Return the hour at which the chart of a drug ends."""
    return max(band.wide[1] for band in drug.band)


def ticks(drug: Drug) -> tuple[float, ...]:
    """Return the hours marked on the chart of a drug: close at the start, wide at the end."""
    end = last_hour(drug)
    return (*(hour for hour in _TICKS if hour < end), end)


def along(hour: float, marks: tuple[float, ...]) -> float:
    """Return where an hour stands on the chart, 0 to 1; each mark is as far from the next."""
    hour = min(max(hour, marks[0]), marks[-1])
    for at, (before, after) in enumerate(pairwise(marks)):
        if hour <= after:
            return (at + (hour - before) / (after - before)) / (len(marks) - 1)
    return 1.0


def _phase(band: Band, last_use: datetime | None, now: datetime) -> Phase:
    hours = hours_since(last_use, now)
    if last_use is None or hours is None:
        return Phase(band.phase, band, None, None, Now.UNKNOWN)
    return Phase(
        band.phase,
        band,
        _clock(band.typical, last_use),
        _clock(band.wide, last_use),
        _stand(band, hours),
    )


def _clock(span: tuple[float, float], last_use: datetime) -> tuple[datetime, datetime]:
    return last_use + timedelta(hours=span[0]), last_use + timedelta(hours=span[1])


def _stand(band: Band, hours: float) -> Now:
    if hours < band.wide[0]:
        return Now.BEFORE
    if hours > band.wide[1]:
        return Now.PAST
    return Now.TYPICAL if band.typical[0] <= hours <= band.typical[1] else Now.POSSIBLE
