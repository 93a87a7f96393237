"""Days and times as they are told here."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def day_words(day: date, today: date) -> str:
    """Return a day as it is spoken of: today, yesterday, or its date."""
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    shape = _tr("dddd d MMMM") if day.year == today.year else _tr("dddd d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)


def short_weekday(day: date) -> str:
    """Return a day within a week that is named elsewhere."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("dddd d"))


def time_words(at: time) -> str:
    """Return a time of the day as the country writes it."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def moment_words(moment: datetime) -> str:
    """Return a day with its time."""
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), _tr("dddd d MMMM yyyy"))
    return _tr("{day}, {time}").format(day=day, time=time_words(moment.time()))


def weekday_words(number: int) -> str:
    """Return the name of a day of the week; Monday is 0."""
    return QLocale().standaloneDayName(number + 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForMe", text)
