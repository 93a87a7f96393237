"""The words about safe copies: when the newest was made, and what one holds."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.ui.kit.dates import time_of_day
from familysupport.vault.backup import BackupInfo, moment_of

_STAMP = re.compile(r"\d{4}-\d\d-\d\d-\d{4}")


def made_at(copy: Path) -> datetime:
    """Return when a copy was made, on this computer's clock.

    One that was thinned out a moment ago is told by its name.
    """
    with contextlib.suppress(OSError):
        return datetime.fromtimestamp(copy.stat().st_mtime, UTC).astimezone()
    stamp = _STAMP.search(copy.stem)
    with contextlib.suppress(ValueError):
        if stamp:
            return moment_of(stamp[0]).astimezone()
    return datetime.fromtimestamp(0, UTC).astimezone()


def day_words(moment: datetime, today: date) -> str:
    """Return a day as people say it: today, yesterday, or the date."""
    day = moment.date()
    if day == today:
        return _tr("today")
    if day == today - timedelta(days=1):
        return _tr("yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("d MMMM yyyy"))


def moment_words(moment: datetime, today: date) -> str:
    """Return a day as people say it, and the time."""
    return f"{day_words(moment, today)}, {time_of_day(moment)}"


def newest_words(copy: Path | None, today: date) -> str:
    """Return the short line about the newest copy, for the bar at the bottom."""
    if copy is None:
        return _tr("Safe copy: none yet")
    return _tr("Safe copy: {day}, checked").format(day=day_words(made_at(copy), today))


def inside_words(info: BackupInfo) -> str:
    """Return what a copy holds."""
    counts = info.counts
    parts = [
        _tr("Journal entries: {count}").format(count=_count(counts, "journal_entries")),
        _tr("statements: {count}").format(count=_count(counts, "statements")),
        _tr("photos and files: {count}").format(count=_count(counts, "journal_files")),
        _tr("people: {count}").format(count=_count(counts, "people")),
        _tr("lines of the plan: {count}").format(count=_count(counts, "plan_items")),
    ]
    return ", ".join(parts) + "."


def size_words(copies: list[Path]) -> str:
    """Return how much room copies take together."""
    size = 0
    for copy in copies:
        with contextlib.suppress(OSError):  # thinned out meanwhile
            size += copy.stat().st_size
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _count(counts: dict[str, int], table: str) -> str:
    return QLocale().toString(counts.get(table, 0))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Copies", text)
