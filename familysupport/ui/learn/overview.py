"""The first page of Learn: ten minutes, what to read next, the units, and what else is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson, Unit
from familysupport.learn.model import Reading
from familysupport.learn.progress import next_lesson
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, label, muted, row, title
from familysupport.ui.learn.words import is_large, more_pages, unit_words


@dataclass(frozen=True)
class Kept:
    """What is known of someone's way; nothing at all while the pages are locked."""

    readings: Mapping[str, Reading] | None = None
    waiting: int = 0


class Overview(Page):
    """Says where to begin; `lesson_asked`, `page_asked` and `print_asked` lead on."""

    lesson_asked = Signal(str)
    page_asked = Signal(str)
    unit_print_asked = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest=820)
        self._library = library
        self._inner: QWidget | None = None

    def show_kept(self, kept: Kept) -> None:
        """Show the page afresh."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        self.body.addWidget(self._inner)
        add = inner.addWidget
        add(title(self.tr("Learn")))
        add(
            muted(
                self.tr("Short lessons, each with its sources. Read what you need, in any order.")
            )
        )
        begun = bool(kept.readings)
        following = next_lesson(self._library.lessons(), kept.readings or {})
        if begun and following:
            add(self._next_card(following, self.tr("Read on"), "primary"))
        add(self._ten_minutes("" if begun else "primary"))
        if not begun and following:
            add(self._next_card(following, self.tr("Read the whole lesson"), ""))
        add(heading(self.tr("The units")))
        for unit in self._library.units():
            add(self._unit(unit, kept.readings))
        add(heading(self.tr("What else is here")))
        inner.addLayout(self._more(kept))
        inner.addStretch(1)

    def _ten_minutes(self, kind: str) -> QWidget:
        card = Card(_look(kind))
        card.body.addWidget(heading(self.tr("Start here, if you have ten minutes")))
        card.body.addWidget(body(self.tr("What matters most, in short, on one page.")))
        open_it = button(self.tr("Start here"), "forward", kind)
        open_it.clicked.connect(partial(self._ask, "short"))
        card.body.addLayout(row(open_it, 1))
        return card

    def _next_card(self, lesson: Lesson, words: str, kind: str) -> QWidget:
        card = Card(_look(kind))
        card.body.addWidget(label(self.tr("What to read next"), "eyebrow"))
        card.body.addWidget(heading(lesson.title))
        minutes = self.tr("{minutes} min").format(minutes=lesson.minutes)
        card.body.addWidget(body(f"{lesson.header.summary[0]} ({minutes})"))
        read = button(words, "forward", kind)
        read.setAccessibleName(f"{words}: {lesson.title}")
        read.clicked.connect(lambda: self.lesson_asked.emit(lesson.id))
        card.body.addLayout(row(read, 1))
        return card

    def _unit(self, unit: Unit, readings: Mapping[str, Reading] | None) -> QWidget:
        lessons = [one for one in self._library.lessons() if one.unit == unit.id]
        card = Card()
        card.body.setContentsMargins(18, 10, 10, 10)
        name, words = label(unit.title, "strong"), muted(unit_words(lessons, readings))
        paper = button(self.tr("Print unit"), "print", "quiet")
        paper.setAccessibleName(self.tr("Print the unit {unit}").format(unit=unit.title))
        paper.clicked.connect(lambda: self.unit_print_asked.emit(unit.id))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(words, 1, 0)
        grid.addWidget(paper, 0, 1, 2, 1)
        card.body.addLayout(grid)
        return card

    def _more(self, kept: Kept) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        columns = 1 if is_large() else 2
        for number, (page, icon, words) in enumerate(self._pages(kept)):
            one = button(words, icon)
            one.setStyleSheet("text-align: left;")
            one.clicked.connect(partial(self._ask, page))
            grid.addWidget(one, number // columns, number % columns)
        return grid

    def _pages(self, kept: Kept) -> tuple[tuple[str, str, str], ...]:
        return more_pages(kept.readings is not None, kept.waiting)

    def _ask(self, page: str, _clicked: bool = False) -> None:
        self.page_asked.emit(page)


def _look(kind: str) -> str:
    """Return the look of a card: the main one is tinted, where the theme has a tint."""
    theme = current_theme()
    return "soft" if kind and theme.teal_soft != theme.card else "true"
