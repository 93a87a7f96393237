"""The day of the meeting: when and where, told right over midnight and when the clocks change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from functools import cache
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from familysupport.prepare.items import Item

_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_REGIONS = (
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@dataclass(frozen=True)
class Day(Item):
    """When and where; `hour` is "HH:MM" or empty, the zones are names such as Europe/London.

    `zone` is where the meeting is, empty for the computer's own; `other_zone` where somebody
    joins from. The minutes are how long the parts beside the statements take.
    """

    kind: ClassVar[str] = "day"

    on: date | None = None
    hour: str = ""
    zone: str = ""
    other_zone: str = ""
    place: str = ""
    seats: str = ""
    rules: str = ""
    welcome_minutes: int = 5
    ask_minutes: int = 5
    listen_minutes: int = 15
    close_minutes: int = 10


class Odd(Enum):
    """Something about the hour that is worth saying."""

    PAST = auto()
    NO_SUCH_HOUR = auto()
    HOUR_TWICE = auto()
    OVER_MIDNIGHT = auto()
    CLOCKS_CHANGE = auto()


@cache
def zones() -> tuple[str, ...]:
    """Return the names of the time zones of the world, by the alphabet."""
    return tuple(sorted(name for name in available_timezones() if name.startswith(_REGIONS)))


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of that name; a name nobody knows counts as UTC."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def starts_at(day: Day, usual_zone: str) -> datetime | None:
    """Return the moment the meeting starts, in its own zone; None while day or hour is open.

    An hour that the clocks skip is taken as they stand after it; one that comes twice as the first.
    """
    hit = _HOUR.fullmatch(day.hour.strip())
    if day.on is None or hit is None:
        return None
    zone = zone_of(day.zone or usual_zone)
    wall = datetime(day.on.year, day.on.month, day.on.day, int(hit[1]), int(hit[2]), tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone)


def after(start: datetime, seconds: int) -> datetime:
    """Return the moment so many seconds later, in the same zone, whatever the clocks do."""
    return (start.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(start.tzinfo)


def oddities(day: Day, usual_zone: str, now: datetime, seconds: int) -> list[Odd]:
    """Return what is odd about the hour of a meeting that takes `seconds`."""
    start = starts_at(day, usual_zone)
    if start is None:
        return []
    end = after(start, seconds)
    checks = (
        (Odd.PAST, end < now),
        (Odd.NO_SUCH_HOUR, start.strftime("%H:%M") != _padded(day.hour)),
        (Odd.HOUR_TWICE, _comes_twice(start)),
        (Odd.OVER_MIDNIGHT, end.date() != start.date()),
        (Odd.CLOCKS_CHANGE, end.utcoffset() != start.utcoffset()),
    )
    return [odd for odd, true in checks if true]


def days_left(day: Day, today: date) -> int | None:
    """Return how many days there are until the day, negative when it is past."""
    return (day.on - today).days if day.on else None


def _padded(hour: str) -> str:
    return hour.strip().rjust(5, "0")


def _comes_twice(start: datetime) -> bool:
    first, second = start.replace(fold=0), start.replace(fold=1)
    return first.utcoffset() != second.utcoffset() and start == first
