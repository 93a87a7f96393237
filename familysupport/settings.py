"""What may be known before unlock: nothing private, kept as a small JSON file."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_type_hints

from familysupport.paths import make_private

IDLE_CHOICES = (1, 2, 5, 10, 15, 30)
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
THEMES = ("system", "light", "dark", "contrast")
PAPERS = ("a4", "letter")
NEVER, EVERY_DAY = -1, 7
NOTICE_WHEN = (NEVER, EVERY_DAY, *range(7))  # a weekday, Monday being 0
NOTICE_HOURS = tuple(range(6, 23))
COUNTRIES = ("us", "ca", "gb", "ie", "au", "nz", "other")


class Settings(NamedTuple):
    """The person's choices; every field has a usual value, so a lost file costs nothing."""

    language: str = "en"
    country: str = "us"
    theme: str = "system"
    text_size: int = 100
    lock_after_minutes: int = 5
    hide_on_three_shifts: bool = True
    reduce_motion: bool = False
    notices: bool = False
    notice_when: int = NEVER
    notice_hour: int = 18
    backup_folder: str = ""
    clipboard_seconds: int = 60
    welcomed: bool = False
    window_geometry: str = ""
    window_tab: int = 0

    @property
    def paper(self) -> Literal["a4", "letter"]:
        """Return `letter` for the United States and Canada, else `a4`."""
        return "letter" if self.country in ("us", "ca") else "a4"


def usual_settings(current: Settings) -> Settings:
    """Return the usual values, keeping language, country, backup folder and window place."""
    kept = ("language", "country", "backup_folder", "welcomed", "window_geometry", "window_tab")
    return Settings(**{name: getattr(current, name) for name in kept})


def load_settings(path: Path) -> Settings:
    """Return what `path` holds; anything missing or mistyped falls back to its usual value."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _checked(raw) if isinstance(raw, dict) else Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write `settings` beside the old file, then replace it; an unwritable place is let be."""
    text = json.dumps(settings._asdict(), indent=2)
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        make_private(path.parent)
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)


_ALLOWED: dict[str, tuple[Any, ...]] = {
    "theme": THEMES,
    "text_size": TEXT_SIZES,
    "country": COUNTRIES,
    "lock_after_minutes": IDLE_CHOICES,
    "notice_when": NOTICE_WHEN,
    "notice_hour": NOTICE_HOURS,
}


def _checked(raw: dict[str, Any]) -> Settings:
    types = get_type_hints(Settings)
    good: dict[str, Any] = {}
    for name in Settings._fields:
        value = raw.get(name)
        if type(value) is not types[name]:
            continue
        if value in _ALLOWED.get(name, (value,)):
            good[name] = value
    return Settings(**good)
