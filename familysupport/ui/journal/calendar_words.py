"""The words for days and what was written on them, as a calendar says and speaks them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime

from familysupport.journal.calendar import Marks
from familysupport.journal.memories import Ago
from familysupport.journal.model import Mood
from familysupport.ui.journal.words import mood_word


def first_weekday() -> int:
    """Return the day a week begins with where the person lives: 0 for Monday to 6 for Sunday."""
    return QLocale().firstDayOfWeek().value - Qt.DayOfWeek.Monday.value


def weekday_word(weekday: int, short: bool = True) -> str:
    """Return the name of a day of the week; 0 is Monday."""
    shape = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday + 1, shape)


def month_word(month: int) -> str:
    """Return the name of a month by itself."""
    return QLocale().standaloneMonthName(month, QLocale.FormatType.LongFormat)


def month_words(year: int, month: int) -> str:
    """Return a month with its year."""
    return _tr("{month} {year}").format(month=month_word(month), year=year)


def day_words(day: date) -> str:
    """Return a whole date with its day of the week."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("dddd d MMMM yyyy"))


def short_day(day: date) -> str:
    """Return a date in few letters."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("d MMM yyyy"))


def time_word(moment: datetime) -> str:
    """Return the time on the wall."""
    time = QTime(moment.hour, moment.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def count_words(count: int) -> str:
    """Return how many entries there are."""
    if not count:
        return _tr("no entry")
    return _tr("1 entry") if count == 1 else _tr("{count} entries").format(count=count)


def moods_words(moods: tuple[Mood, ...]) -> str:
    """Return each mood once, in the order told."""
    return ", ".join(mood_word(mood) for mood in dict.fromkeys(moods))


def mood_letters(mood: Mood) -> str:
    """Return one or two letters for a mood, for where its word has no room."""
    return {
        Mood.VERY_HARD: _tr("VH"),
        Mood.HARD: _tr("H"),
        Mood.MIXED: _tr("M"),
        Mood.STEADY: _tr("S"),
        Mood.GOOD: _tr("G"),
    }[mood]


def ago_words(ago: Ago) -> str:
    """Return how long ago something was."""
    if ago.months:
        return _tr("a month ago") if ago.months == 1 else _tr("half a year ago")
    if ago.years == 1:
        return _tr("a year ago")
    return _tr("{count} years ago").format(count=ago.years)


def spoken_day(day: date, marks: Marks | None, today: date, title: str = "") -> str:
    """Return all that a calendar shows of a day, as a screen reader says it."""
    parts = [day_words(day)]
    if day == today:
        parts.append(_tr("today"))
    parts.append(count_words(len(marks.entries) if marks else 0))
    if marks and marks.moods:
        parts.append(moods_words(marks.moods))
    if title:
        parts.append(title)
    return ", ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
