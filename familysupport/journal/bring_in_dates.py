"""Dates as people and programs write them: in names of files, on first lines, in headings."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan enero ene januar jänner janvier janv",
            "february feb febrero februar février fevrier févr",
            "march mar marzo märz maerz mrz mars",
            "april apr abril abr avril avr",
            "may mayo mai",
            "june jun junio juni juin",
            "july jul julio juli juillet juil",
            "august aug agosto ago août aout",
            "september sep sept septiembre setiembre septembre",
            "october oct octubre oktober okt octobre",
            "november nov noviembre novembre",
            "december dec diciembre dic dezember dez décembre decembre déc",
        ),
        start=1,
    )
    for word in words.split()
}
_TIME = (
    r"(?:(?:\s*[,·T_–-]\s*|\s+)(?:at\s+|um\s+|à\s+|a las\s+)?"
    r"(?P<hour>\d{1,2})[:.h\-_]?(?P<minute>[0-5]\d)(?:[:.\-_]?(?P<second>[0-5]\d))?"
    r"(?:[.,]\d{1,6})?(?!\d)(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\.?(?!\w))?)?"
)
_SHAPES = tuple(
    re.compile(shape + _TIME)
    for shape in (
        r"(?<!\d)(?P<year>[12]\d{3})(?P<part>[-_./ ]?)(?P<month>\d{2})(?P=part)"
        r"(?P<day>\d{2})(?!\d)",
        r"(?<!\d)(?P<year>[12]\d{3})[-_./](?P<month>\d{1,2})[-_./](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>[12]\d{3})(?!\d)",
        r"(?<!\d)(?P<first>\d{1,2})[/\-](?P<other>\d{1,2})[/\-](?P<year>[12]\d{3})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er)?[\s\-_]+(?:de\s+|of\s+)?(?P<word>[^\W\d_]{3,10})\.?,?"
        r"[\s\-_]+(?:de\s+)?(?P<year>[12]\d{3})(?!\d)",
        r"(?<!\w)(?P<word>[^\W\d_]{3,10})\.?[\s\-_]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?[\s\-_]+"
        r"(?P<year>[12]\d{3})(?!\d)",
    )
)
_BEFORE = re.compile(r"[\s*_>#\[(]*(?:(?:[Dd]ate|[^\W\d_]{2,12})\b[.:,]*\s+)?[*_\[(]*")
_AFTER = re.compile(r"[\])*_]*\s*(?:[·:–—|-]\s*)?")
_LONGEST_LINE = 300


class Dated(NamedTuple):
    """A time on the wall, whether its hour was told, and whether day and month are sure."""

    moment: datetime
    has_time: bool
    is_sure: bool = True


def date_in_name(name: str, day_first: bool = False) -> Dated | None:
    """Return the date in the name of a file, or in its last folders as in `2026/11/20.md`."""
    path = PurePosixPath(name)
    for text in (path.stem, "-".join(path.with_suffix("").parts[-3:])):
        for shape in _SHAPES:
            if (hit := shape.search(text)) and (found := _dated(hit, day_first)):
                return found
    return None


def words_in_name(name: str) -> str:
    """Return what stands after the date in the name of a file, such as `2026-11-20 A walk.md`."""
    stem = PurePosixPath(name).stem
    for shape in _SHAPES:
        if hit := shape.search(stem):
            rest = stem[hit.end() :].strip(" -_.,–—")
            return rest.replace("_", " ") if any(sign.isalpha() for sign in rest) else ""
    return ""


def date_at_start(line: str, day_first: bool = False) -> tuple[Dated, str] | None:
    """Return the date that a line begins with, and what stands after it."""
    line = line[:_LONGEST_LINE]
    before = _BEFORE.match(line)
    for start in dict.fromkeys((before.end() if before else 0, len(line) - len(line.lstrip()))):
        for shape in _SHAPES:
            if (hit := shape.match(line, start)) and (found := _dated(hit, day_first)):
                after = _AFTER.match(line, hit.end())
                return found, line[after.end() if after else hit.end() :].strip()
    return None


def date_told(text: str, day_first: bool = False) -> tuple[datetime, bool, bool] | None:
    """Return a date that stands alone: its moment (with a zone where told), has a time, is sure."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = date_at_start(text, day_first)
        return (found[0].moment, found[0].has_time, found[0].is_sure) if found else None
    return (moment, True, True) if len(text) > 10 else (moment.replace(hour=12), False, True)


def _dated(hit: re.Match[str], day_first: bool) -> Dated | None:
    parts = hit.groupdict()
    order = _day_and_month(parts, day_first)
    if order is None:
        return None
    day, month, is_sure = order
    clock = _clock(parts)
    try:
        moment = datetime(int(parts["year"]), month, day, *(clock or (12, 0, 0)))  # noqa: DTZ001  the zone is put on by `here`
    except ValueError:
        return None
    return Dated(moment, clock is not None, is_sure)


def _day_and_month(parts: dict[str, str], day_first: bool) -> tuple[int, int, bool] | None:
    if word := parts.get("word"):
        month = _MONTHS.get(word.lower())
        return (int(parts["day"]), month, True) if month else None
    if "first" not in parts:
        return int(parts["day"]), int(parts["month"]), True
    first, other = int(parts["first"]), int(parts["other"])
    if first > 12 or other > 12:
        return (first, other, True) if first > 12 else (other, first, True)
    return (first, other, first == other) if day_first else (other, first, first == other)


def _clock(parts: dict[str, str]) -> tuple[int, int, int] | None:
    if not parts["hour"]:
        return None
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, int(parts["minute"]), int(parts["second"] or 0)) if hour < 24 else None
