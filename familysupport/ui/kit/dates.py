"""Dates and times in the words of the chosen language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QTime


def short_time(moment: datetime) -> str:
    """Return `moment` as a short date and time."""
    when = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def time_of_day(moment: datetime) -> str:
    """Return the hour and minute of `moment` as the country writes them: 18:42, or 6:42 PM."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def time_to_the_second(moment: datetime) -> str:
    """Return the time of `moment` with its seconds, as the country writes times."""
    local = QLocale()
    form = local.timeFormat(QLocale.FormatType.ShortFormat).replace("mm", "mm:ss")
    return local.toString(QTime(moment.hour, moment.minute, moment.second), form)
