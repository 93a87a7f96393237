"""Paced breathing: where in a slow breath one is by the clock."""

from __future__ import annotations

SLOWEST, USUAL, FASTEST = 4, 5, 6
IN_SHARE = 0.4
SETTLE_SECONDS = 120.0


def phase(seconds: float, breaths_a_minute: int) -> float:
    """Return where in its round a breath is, from 0 up to 1.

    `breaths_a_minute` is held between 4 and 6, a common pace for slow breathing.
    """
    pace = min(max(breaths_a_minute, SLOWEST), FASTEST)
    return (seconds * pace / 60) % 1.0


def breathing_in(part: float) -> bool:
    """Tell whether one breathes in; breathing out takes longer."""
    return part < IN_SHARE


def fullness(part: float) -> float:
    """Return how full the breath is, from 0 to 1."""
    if breathing_in(part):
        return part / IN_SHARE
    return 1 - (part - IN_SHARE) / (1 - IN_SHARE)
