"""A menu of the months that have entries, by year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from familysupport.ui.journal.calendar_words import month_word, month_words

_FEW = 14


class MonthMenu(QMenu):
    """Says which month was chosen; it reads the months when it opens."""

    chosen = Signal(int, int)
    all_asked = Signal()

    def __init__(
        self, months: Callable[[], list[tuple[int, int]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read = months
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Read the months; a few stand by themselves, more are gathered by year."""
        self.clear()
        self.addAction(self.tr("All entries, newest first")).triggered.connect(self.all_asked)
        self.addSeparator()
        months = self._read()
        if len(months) <= _FEW:
            for year, month in months:
                self._add(self, month_words(year, month), year, month)
            return
        years: dict[int, QMenu] = {}
        for year, month in months:
            if year not in years:
                years[year] = self.addMenu(str(year))
            self._add(years[year], month_word(month), year, month)

    def _add(self, menu: QMenu, text: str, year: int, month: int) -> None:
        menu.addAction(text).triggered.connect(partial(self.chosen.emit, year, month))
