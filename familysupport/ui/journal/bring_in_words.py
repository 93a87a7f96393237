"""The words about what is brought in: where it comes from, what is left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from familysupport.journal.bring_in import Format, Found, Note, Why


def format_word(one: Format) -> str:
    """Return the name of the program that wrote a journal."""
    return {
        Format.OURS: _tr("this program"),
        Format.DAY_ONE: "Day One",
        Format.JRNL: "jrnl",
        Format.RED_NOTEBOOK: "RedNotebook",
        Format.DIARIUM: "Diarium",
        Format.PAGES: _tr("dated text files"),
    }[one]


def formats_words(formats: Sequence[Format]) -> str:
    """Return the names of several programs."""
    return ", ".join(format_word(one) for one in formats)


def why_word(why: Why) -> str:
    """Return why something is left out."""
    return {
        Why.NO_DATE: _tr("no date was found in it"),
        Why.OTHER_KIND: _tr("not a kind of file that holds entries"),
        Why.UNREADABLE: _tr("could not be read"),
        Why.TOO_LARGE: _tr("larger than what can be taken in"),
        Why.EMPTY: _tr("has no words"),
        Why.TOO_MANY: _tr("more than can be taken in at once"),
    }[why]


def notes_words(found: Sequence[Found]) -> list[str]:
    """Return what a person should know of these entries, one sentence each."""
    counts = {note: sum(note in one.notes for one in found) for note in Note}
    sentences = {
        Note.NO_TIME: _tr("Entries that tell no time, put at noon: {count}."),
        Note.DAY_OR_MONTH: _tr("Dates such as 3/4 that can be read two ways: {count}. Check them."),
        Note.FILES: _tr("Entries with photos or files: {count}. What is there comes in."),
    }
    return [sentences[note].format(count=number(count)) for note, count in counts.items() if count]


def entries_word(count: int) -> str:
    """Return how many entries, in words."""
    return _tr("1 entry") if count == 1 else _tr("{count} entries").format(count=number(count))


def number(count: int) -> str:
    """Return a number as the chosen language writes it."""
    return QLocale().toString(count)


def day_of(at: datetime) -> str:
    """Return a date in full."""
    return QLocale().toString(QDate(at.year, at.month, at.day), _tr("d MMMM yyyy"))


def moment_of(at: datetime) -> str:
    """Return a date and a time."""
    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return f"{day_of(at)}, {time}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("BringIn", text)
