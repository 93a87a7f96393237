"""Lines with a box each: Space or a click ticks one; group names stand between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from familysupport.journal.summary import Item, Order
from familysupport.ui.kit.rows import ROW, Row, RowsModel
from familysupport.ui.kit.theme import current_theme, scaled

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_AT_ONCE = 60
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TickModel(RowsModel[Item]):
    """Holds the lines, a heading before each group, and which of them are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_row, parent)
        self._ticked: Order = ()
        self._spoken = (self.tr("ticked"), self.tr("not ticked"))

    def set_items(self, items: Sequence[Item], ticked: Order) -> None:
        """Show these lines; an item without a key is the name of a group."""
        self._ticked = ticked
        rows: list[Item] = []
        for item in items:
            if not rows or rows[-1].group != item.group:
                rows.append(Item("", item.group, item.group))
            rows.append(item)
        self.set_rows(rows)

    def set_ticked(self, ticked: Order) -> None:
        """Change which are ticked; the place in the list stays."""
        self._ticked = ticked
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, whether it is ticked, and both for a screen reader."""
        if not index.isValid():
            return None
        item = self.at(index.row())
        on = item.key in self._ticked
        if role == Qt.ItemDataRole.CheckStateRole and item.key:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and item.key:
            return f"{item.words}, {self._spoken[0 if on else 1]}"
        return super().data(index, role)


class TickList(QListView):
    """Says which line was ticked or let go."""

    toggled = Signal(str)

    def __init__(self, model: TickModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_TickDelegate(self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the line ticks it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        key = self._model.at(index.row()).key
        if key:
            self.toggled.emit(key)


class _TickDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = QRect(0, 0, max(60, width - _indent(row) - 2 * _PAD), 10_000)
        tall = QFontMetrics(_font(option.font, row)).boundingRect(room, _WORDS, row.title).height()
        above = scaled(12) if row.section else 0
        return QSize(width, max(tall + 2 * _PAD + above, scaled(28)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(ROW), current_theme()
        current = bool(option.state & QStyle.StateFlag.State_Selected) and not row.section
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(QColor(theme.teal))
            painter.setBrush(QColor(theme.teal_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(_PAD + _indent(row), _PAD, -_PAD, 0)
        if row.section:
            room.setTop(room.top() + scaled(12))
        else:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _box(painter, QRect(option.rect.left() + _PAD, room.top() + 1, _side(), _side()), on)
        painter.setFont(_font(option.font, row))
        painter.setPen(QColor(theme.muted if row.section else theme.ink))
        painter.drawText(room, _WORDS, row.title)
        painter.restore()


def _box(painter: QPainter, spot: QRect, on: bool) -> None:
    theme = current_theme()
    painter.setPen(QPen(QColor(theme.teal if on else theme.edge), 2))
    painter.setBrush(QColor(theme.teal if on else theme.card))
    painter.drawRoundedRect(spot, 4, 4)
    if on:
        pen = QPen(QColor(theme.on_teal), max(2, _side() // 8))
        painter.setPen(pen)
        left, top, side = spot.left(), spot.top(), spot.width()
        middle = (left + round(side * 0.42), top + round(side * 0.72))
        painter.drawLine(left + round(side * 0.22), top + round(side * 0.52), *middle)
        painter.drawLine(*middle, left + round(side * 0.80), top + round(side * 0.28))


def _row(item: Item) -> Row:
    return Row(item.words, section=not item.key)


def _side() -> int:
    return scaled(18)


def _indent(row: Row) -> int:
    return 0 if row.section else _side() + scaled(8)


def _font(font: QFont, row: Row) -> QFont:
    result = QFont(font)
    result.setPixelSize(scaled(13 if row.section else 14))
    result.setWeight(QFont.Weight.DemiBold if row.section else QFont.Weight.Normal)
    return result
