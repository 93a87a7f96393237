"""Says how a date of expiry stands; never what to do with a medicine one is told to take."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

SOON_DAYS = 60


class Standing(StrEnum):
    """How far off the date is; OPEN when nobody has noted it."""

    OPEN = "open"
    FINE = "fine"
    SOON = "soon"
    OVER = "over"


def standing(expires: date | None, today: date) -> Standing:
    """Return how `expires` stands: the day itself is still good, and SOON begins 60 days before."""
    if expires is None:
        return Standing.OPEN
    left = (expires - today).days
    if left < 0:
        return Standing.OVER
    return Standing.SOON if left <= SOON_DAYS else Standing.FINE
