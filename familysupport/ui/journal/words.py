"""The journal's words for moods, days and entries without a name."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.journal.model import HIT_END, HIT_START, Energy, Kind, Line, Mood


def mood_word(mood: Mood) -> str:
    """Return the word for a mood."""
    return {
        Mood.VERY_HARD: _tr("very hard"),
        Mood.HARD: _tr("hard"),
        Mood.MIXED: _tr("mixed"),
        Mood.STEADY: _tr("steady"),
        Mood.GOOD: _tr("good"),
    }[mood]


def energy_word(energy: Energy) -> str:
    """Return the word for how much strength there was."""
    return {
        Energy.WORN_OUT: _tr("worn out"),
        Energy.LOW: _tr("low"),
        Energy.SOME: _tr("some"),
        Energy.GOOD: _tr("good"),
        Energy.PLENTY: _tr("plenty"),
    }[energy]


def hours_word(hours: float) -> str:
    """Return hours as a number, whole ones without a part."""
    return QLocale().toString(hours, "f", 0 if hours.is_integer() else 1)


def rest_words(sleep: float | None, energy: Energy | None) -> list[str]:
    """Return what an entry tells of sleep and energy, in a few words each."""
    words = []
    if sleep is not None:
        words.append(_tr("slept {hours} h").format(hours=hours_word(sleep)))
    if energy is not None:
        words.append(_tr("energy: {word}").format(word=energy_word(energy)))
    return words


def kind_word(kind: Kind) -> str:
    """Return the word for what an entry is about."""
    return {
        Kind.FREE: _tr("Anything"),
        Kind.VISIT: _tr("A visit"),
        Kind.CALL: _tr("A call"),
        Kind.FAMILY_SESSION: _tr("A family session"),
        Kind.SETBACK: _tr("A setback"),
        Kind.MILESTONE: _tr("A milestone"),
        Kind.FOR_ME: _tr("For me"),
        Kind.UNSENT_LETTER: _tr("A letter I will not send"),
    }[kind]


def day_word(moment: datetime, today: date) -> str:
    """Return a short name for the day: today, yesterday, or the date."""
    day = moment.date()
    if day == today:
        return _tr("today")
    if day == today - timedelta(days=1):
        return _tr("yesterday")
    shape = _tr("ddd d MMM") if day.year == today.year else _tr("d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)


def name_of(line: Line) -> str:
    """Return what to call an entry in a list: its title, or the first words of its text."""
    if line.title.strip():
        return line.title
    first = line.excerpt.strip().split("\n")[0].strip()
    return first or _tr("No words yet")


def detail_of(line: Line, today: date) -> str:
    """Return the quieter line about an entry: its day, kind, mood and tags."""
    parts = [day_word(line.at, today)]
    if line.kind is not Kind.FREE:
        parts.append(kind_word(line.kind))
    if line.mood:
        parts.append(mood_word(line.mood))
    return " · ".join([*parts, *line.tags])


def plain(text: str) -> str:
    """Return `text` without the marks around hits."""
    return text.replace(HIT_START, "").replace(HIT_END, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
