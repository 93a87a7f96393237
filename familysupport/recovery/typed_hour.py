"""Reads an hour as people type it: "9:30", "0930", "2 pm", "14h", "2.15 p.m."."""

from __future__ import annotations

import re

_HOUR = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s*[:.h]\s*(?P<minute>[0-9]{2})|(?P<close>[0-9]{2})|\s*h)?"
    r"\s*(?P<half>[ap])?\.?\s*(?P<m>m)?\.?",
    re.IGNORECASE,
)
_HALF_DAY = 12


def read_hour(typed: str) -> str | None:
    """Return what was typed as "HH:MM", nothing for nothing, or None where it is no hour."""
    text = " ".join(typed.split())
    if not text:
        return ""
    found = _HOUR.fullmatch(text)
    if found is None or bool(found["half"]) != bool(found["m"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["close"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
