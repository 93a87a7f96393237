"""A table of words: what stands beside every chart, for screen readers and for all who read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widths import column_widths, measured
from familysupport.ui.kit.wrapping import draw_text, text_height

Index = QModelIndex | QPersistentModelIndex
_BESIDE, _ABOVE = 9, 10
_SPARE = 2  # the line between columns, and rounding


class WordTable(QTableWidget):
    """As tall as its rows; the arrows walk through its cells."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Cell(self))
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        head = _Head(Qt.Orientation.Horizontal, self)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        self.setHorizontalHeader(head)

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
        self._share_width()
        self._fit_head()
        self.resizeRowsToContents()
        self.setFixedHeight(self._height())

    def _share_width(self) -> None:
        numbers = range(self.columnCount())
        beside = 2 * _BESIDE + _SPARE
        room = self.viewport().width() - beside * self.columnCount()
        head, cells = QFontMetricsF(_bold(self.font())), QFontMetricsF(self.font())
        columns = [
            measured(
                [(self._title(number), head)]
                + [(self._cell(row, number), cells) for row in range(self.rowCount())]
            )
            for number in numbers
        ]
        for number, width in enumerate(column_widths(columns, room)):
            self.setColumnWidth(number, int(width) + beside)

    def _fit_head(self) -> None:
        head = self.horizontalHeader()
        heights = [
            text_height(
                _bold(self.font()), self._title(number), head.sectionSize(number) - 2 * _BESIDE
            )
            for number in range(self.columnCount())
        ]
        head.setFixedHeight(max(heights, default=0) + 2 * _ABOVE + _SPARE)

    def _height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return rows + self.horizontalHeader().height() + 2 * self.frameWidth() + 2

    def _title(self, column: int) -> str:
        item = self.horizontalHeaderItem(column)
        return item.text() if item else ""

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""


class _Cell(QStyledItemDelegate):
    """Shows all the words of a cell: the style's own way leaves out the last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        tall = text_height(option.font, _words(index), max(1, width - 2 * _BESIDE - 1))
        return QSize(width, tall + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        item = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(item, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = current_theme()
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(theme.teal if chosen else theme.ink))
        draw_text(painter, _inside(option.rect), _words(index))
        painter.restore()


class _Head(QHeaderView):
    """Shows all the words above a column: the style's own way breaks no long word."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, QColor(theme.sand))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(_bold(self.font()))
        painter.setPen(QColor(theme.muted))
        words = self.model().headerData(logicalIndex, self.orientation())
        draw_text(painter, _inside(rect), str(words))
        painter.restore()


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, 0)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
