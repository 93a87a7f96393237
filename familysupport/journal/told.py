"""What people type about their sleep → hours and half hours."""

from __future__ import annotations

import re

MOST_HOURS = 24.0
_HOURS = re.compile(
    r"(?P<hours>\d{1,2})?"
    r"(?:(?P<half>\s*½)|[.,](?P<part>\d{1,2})|\s*[:h]\s*(?P<minutes>[0-5]\d)(?:\s*m(?:in)?)?)?"
    r"\s*(?:h|hr|hrs|hour|hours)?"
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
