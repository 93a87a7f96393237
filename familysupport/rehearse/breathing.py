"""Paced breathing: where in a slow breath one is by the clock."""

from __future__ import annotations

import sys
from array import array
from math import pi, sin

from familysupport.rehearse.take import RATE

SLOWEST, USUAL, FASTEST = 4, 5, 6
IN_SHARE = 0.4
SETTLE_SECONDS = 120.0
_IN_PITCH, _OUT_PITCH = 220.0, 165.0
_TONE_SECONDS = 1.6
_SOFT = 5000


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


def tone(rising: bool) -> bytes:
    """Return a soft low tone to breathe in or out by: 16-bit samples, 16,000 a second.

    It fades in and out, so that nothing begins or ends with a click.
    """
    pitch = _IN_PITCH if rising else _OUT_PITCH
    count = round(_TONE_SECONDS * RATE)
    samples = array("h")
    for place in range(count):
        soft = sin(pi * place / count) ** 2
        samples.append(round(_SOFT * soft * sin(2 * pi * pitch * place / RATE)))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
