"""A table of words: what stands beside every chart, for screen readers and for all who read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)


class WordTable(QTableWidget):
    """As tall as its rows; the arrows walk through its cells."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Fill the table afresh; the first line stands on top."""
        header, *rows = lines
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(header))
        for number, line in enumerate(rows):
            for column, words in enumerate(line):
                self.setItem(number, column, QTableWidgetItem(words))
        self._fit()

    def words(self) -> list[list[str]]:
        """Return the words of all cells."""
        return [
            [self._cell(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def sizeHint(self) -> QSize:
        """Return the height of everything in it."""
        return QSize(super().sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all rows in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return rows + self.horizontalHeader().height() + 2 * self.frameWidth() + 2

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""
