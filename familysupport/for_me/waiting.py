"""What was put off or silenced of things that others keep: by key, until a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

PAGE = "put-off"


def is_silent(key: str, until: Mapping[str, str], today: date) -> bool:
    """Tell whether the thing with this key is not to be told today."""
    return today.isoformat() < until.get(key, "")


def put_off_until_tomorrow(key: str, until: Mapping[str, str], today: date) -> dict[str, str]:
    """Return what is silent when this is put off for a day; what is over by now is left out."""
    return {**_still(until, today), key: (today + timedelta(days=1)).isoformat()}


def silenced(key: str, until: Mapping[str, str], today: date) -> dict[str, str]:
    """Return what is silent when this is not to be told again."""
    return {**_still(until, today), key: date.max.isoformat()}


def _still(until: Mapping[str, str], today: date) -> dict[str, str]:
    return {key: day for key, day in until.items() if today.isoformat() < day}
