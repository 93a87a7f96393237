"""Things side by side: a column for each, a line for each question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from familysupport.ui.kit.theme import scaled

_NARROWEST = 150


class Compare(QTableWidget):
    """A table to read, walked by the arrow keys; Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_table(
        self, columns: Sequence[str], lines: Sequence[tuple[str, Sequence[str]]]
    ) -> None:
        """Show `columns` and, for each line, its name and what stands in each column."""
        self.setColumnCount(len(columns))
        self.setRowCount(len(lines))
        self.setHorizontalHeaderLabels(list(columns))
        self.setVerticalHeaderLabels([name for name, _cells in lines])
        for at, (name, cells) in enumerate(lines):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, f"{columns[column]}, {name}: {text}"
                )
                self.setItem(at, column, item)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Give each column its share and the table the height of all its lines."""
        count = self.columnCount()
        if not count:
            return
        share = max(scaled(_NARROWEST), self.viewport().width() // count)
        for column in range(count):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()
        tall = sum(self.rowHeight(number) for number in range(self.rowCount()))
        scroll = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(tall + self.horizontalHeader().sizeHint().height() + scroll + 6)
