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
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from familysupport.ui.kit.theme import current_theme, text_scale
from familysupport.ui.kit.widths import Column, column_widths, measured
from familysupport.ui.kit.wrapping import draw_text, text_height

Index = QModelIndex | QPersistentModelIndex
_BESIDE, _TIGHT, _ABOVE = 9, 4, 10
_LEAST = 0.65  # of the size chosen, and never below the usual size
_SPARE = 3  # the line between columns, and rounding


class WordTable(QTableWidget):
    """As tall as its rows; the arrows walk through its cells."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beside = _BESIDE
        self._size = 1.0
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Cell(self))
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        head = _Head(self)
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

    def words_font(self) -> QFont:
        """Return the face of the cells: with many columns in large words it is a little smaller."""
        font = QFont(self.font())
        font.setPixelSize(int(font.pixelSize() * self._size))
        return font

    def _share_width(self) -> None:
        self.beside, self._size = _BESIDE, 1.0
        columns = self._columns()
        needed = sum(one.plain for one in columns)
        if needed > self._room():
            self.beside = _TIGHT
            least = min(1.0, max(_LEAST, 1 / text_scale()))
            self._size = max(least, min(1.0, self._room() / needed))
            columns = self._columns()
        for number, width in enumerate(column_widths(columns, self._room())):
            self.setColumnWidth(number, int(width) + 2 * self.beside + _SPARE)

    def _room(self) -> int:
        return self.viewport().width() - (2 * self.beside + _SPARE) * self.columnCount()

    def _columns(self) -> list[Column]:
        cells = QFontMetricsF(self.words_font())
        head = QFontMetricsF(bold(self.words_font()))
        return [
            measured(
                [(self._title(number), head)]
                + [(self._cell(row, number), cells) for row in range(self.rowCount())]
            )
            for number in range(self.columnCount())
        ]

    def _fit_head(self) -> None:
        head, font = self.horizontalHeader(), bold(self.words_font())
        heights = [
            text_height(font, self._title(number), head.sectionSize(number) - 2 * self.beside)
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

    def __init__(self, table: WordTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._table.columnWidth(index.column())
        room = max(1, width - 2 * self._table.beside - 1)
        tall = text_height(self._table.words_font(), _words(index), room)
        return QSize(width, tall + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        item = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(item, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = current_theme()
        painter.save()
        painter.setFont(self._table.words_font())
        painter.setPen(QColor(theme.teal if chosen else theme.ink))
        draw_text(painter, _inside(option.rect, self._table.beside), _words(index))
        painter.restore()


class _Head(QHeaderView):
    """Shows all the words above a column: the style's own way breaks no long word."""

    def __init__(self, table: WordTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, QColor(theme.sand))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(bold(self._table.words_font()))
        painter.setPen(QColor(theme.muted))
        words = self.model().headerData(logicalIndex, self.orientation())
        draw_text(painter, _inside(rect, self._table.beside), str(words))
        painter.restore()


def bold(font: QFont) -> QFont:
    """Return `font` as it stands above a column."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def _inside(rect: QRect, beside: int) -> QRect:
    return rect.adjusted(beside, _ABOVE, -beside, 0)


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
