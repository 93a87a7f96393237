"""The journal on its way to paper: one entry, or all that a search found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry, Kind
from familysupport.journal.pages import entries_page
from familysupport.ui.journal.paper_photos import Below, no_photos, photos_for
from familysupport.ui.journal.words import kind_word, mood_word, rest_words
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet

FILE_NAME = "journal.pdf"


def preview_entries(
    entries: Sequence[Entry],
    context: AppContext,
    window: QWidget,
    machine: Machine | None = None,
    files: FilesStore | None = None,
) -> None:
    """Show entries as they will look on paper, to print them or save them.

    Where `files` holds photos of theirs, the person is asked whether these go along.
    """
    below = photos_for(entries, files, window) if files else no_photos
    if below is None:
        return
    paper = context.settings().paper
    dialog = PreviewDialog(
        lambda choices: sheet(entries, choices, below),
        FILE_NAME,
        window,
        Choices(paper),
        machine=machine,
    )
    dialog.exec()
    dialog.deleteLater()


def sheet(entries: Sequence[Entry], choices: Choices, below: Below = no_photos) -> PrintSheet:
    """Return entries for paper; the name along the edge is a neutral one."""
    page = entries_page(entries, "", about_words, below)
    return PrintSheet(_tr("Pages"), page, choices.paper, choices.font_pt)


def about_words(entry: Entry) -> str:
    """Return the day and time of an entry, its kind, mood, sleep, energy and tags."""
    at = entry.at
    day = QLocale().toString(QDate(at.year, at.month, at.day), _tr("dddd d MMMM yyyy"))
    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    parts = [day, time]
    if entry.kind is not Kind.FREE:
        parts.append(kind_word(entry.kind))
    if entry.mood:
        parts.append(mood_word(entry.mood))
    parts.extend(rest_words(entry.sleep, entry.energy))
    return " · ".join([*parts, *entry.tags])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
