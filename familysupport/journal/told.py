"""What people type about their sleep, and about the time of day → hours, and times."""

from __future__ import annotations

import re
from datetime import time

MOST_HOURS = 24.0
_HOURS = re.compile(
    r"(?P<hours>\d{1,2})?"
    r"(?:(?P<half>\s*½)|[.,](?P<part>\d{1,2})|\s*[:h]\s*(?P<minutes>[0-5]\d)(?:\s*m(?:in)?)?)?"
    r"\s*(?:h|hr|hrs|hour|hours)?"
)
_TIME = re.compile(
    r"(?:(?<=\d)t|(?<![\d.:]))(?P<hour>\d{1,2})"
    r"(?:\s?[:h]\s?(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"|\s*(?P<only>[ap])\.?m\b\.?)",
    re.IGNORECASE,
)


def hours_of(typed: str) -> float | None:
    """Return the hours in `6.5`, `6,5`, `6:30`, `6h30` or `6½`, to the nearest half; else None."""
    found = _HOURS.fullmatch(typed.strip().casefold())
    if found is None or not (found["hours"] or found["half"]):
        return None
    hours = float(found["hours"] or 0)
    if found["half"]:
        hours += 0.5
    elif found["part"]:
        hours += float(f"0.{found['part']}")
    elif found["minutes"]:
        hours += int(found["minutes"]) / 60
    rounded = round(hours * 2) / 2
    return rounded if rounded <= MOST_HOURS else None


def time_in(typed: str) -> tuple[time | None, str]:
    """Return the time of day in what was typed, such as `18:40`, `9h15` or `6 pm`, and the rest."""
    for found in _TIME.finditer(typed):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["half"] or found["only"] or "").casefold()
        if half and not 1 <= hour <= 12:
            continue
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24:
            return time(hour, minute), f"{typed[: found.start()]} {typed[found.end() :]}".strip()
    return None, typed
