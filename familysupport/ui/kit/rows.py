"""Lists of things in two lines: a name, and a quieter line about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from familysupport.ui.kit.icons import pixmap
from familysupport.ui.kit.theme import current_theme, scaled, text_scale
from familysupport.ui.kit.wrapping import draw_text, text_height

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_PAD = 10
_MOST_LETTERS = 200  # more would leave no room for the other rows
_MOST_KNOWN = 500  # heights of rows


@dataclass(frozen=True)
class Row:
    """What one thing looks like in a list; a row with `section` is a heading, not a choice."""

    title: str
    detail: str = ""
    icon: str = ""
    section: bool = False


class RowsModel(QAbstractListModel, Generic[T]):
    """Holds things of one kind and how each is shown."""

    def __init__(self, show: Callable[[T], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._rows: list[T] = []

    def set_rows(self, rows: Sequence[T]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[T]:
        """Return what is listed."""
        return list(self._rows)

    def at(self, number: int) -> T:
        """Return the thing at place `number`."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many things there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words for one thing, or its `Row`."""
        if not index.isValid():
            return None
        row = self._show(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return _rest_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.detail}" if row.detail else row.title
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and self._show(self._rows[index.row()]).section:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class RowList(QListView, Generic[T]):
    """Shows the rows of a model and says which was chosen, by mouse or by key."""

    chosen = Signal(object)

    def __init__(self, model: RowsModel[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # only then are heights asked again when the width changes
        self.selectionModel().currentChanged.connect(self._tell)
        self._quiet = False

    def select(self, number: int) -> None:
        """Show place `number` as chosen without saying so."""
        self._quiet = True
        self.setCurrentIndex(self._model.index(number, 0))
        self._quiet = False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go past a heading, which cannot be chosen: Home and a page up would end there."""
        index = super().moveCursor(action, modifiers)
        up = action is QAbstractItemView.CursorAction.MovePageUp
        while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            up = up and index.row() > 0
            index = index.sibling(index.row() + (-1 if up else 1), 0)
        return index

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.chosen.emit(self._model.at(index.row()))


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[object, QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a row; Qt asks for each several times before it is painted."""
        row: Row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        asked = (row, width, text_scale(), option.font.family())
        if asked not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[asked] = self._size(row, width, option)
        return self._known[asked]

    def _size(self, row: Row, width: int, option: QStyleOptionViewItem) -> QSize:
        room = max(60, width - 2 * _PAD - _indent(row))
        name = _name_font(option.font, row)
        name.setWeight(QFont.Weight.DemiBold)  # as it is when chosen, which is the widest
        tall = text_height(name, _short(row.title), room) + (
            scaled(18) if row.section else 2 * _PAD
        )
        if row.detail:
            tall += text_height(_detail_font(option.font), _short(row.detail), room) + 2
        return QSize(width, max(tall, 0 if row.section else scaled(40)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(ROW), current_theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not row.section
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen if theme.teal_soft != theme.card else theme.teal)
            painter.setBrush(_colour(theme.teal_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 9, 9)
        ink = theme.teal if chosen else theme.ink
        room = option.rect.adjusted(_PAD + _indent(row), _PAD, -_PAD, 0)
        if row.section:
            room.setTop(option.rect.top() + scaled(12))
        elif row.icon:
            size = scaled(18)
            spot = QRect(option.rect.left() + _PAD, room.top() + 1, size, size)
            painter.drawPixmap(spot, pixmap(row.icon, 24, ink))
        font = _name_font(option.font, row)
        font.setWeight(QFont.Weight.DemiBold if chosen or row.section else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(_colour(theme.muted if row.section else ink))
        title = _short(row.title)
        draw_text(painter, room, title)
        used = text_height(font, title, room.width())
        painter.setFont(_detail_font(option.font))
        painter.setPen(_colour(theme.muted))
        draw_text(painter, room.adjusted(0, used + 2, 0, 0), _short(row.detail))
        painter.restore()


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"


def _rest_of(row: Row) -> str | None:
    """Return all the words of a row that shows only some, as plain words for a small window."""
    if max(len(row.title), len(row.detail)) <= _MOST_LETTERS:
        return None
    return f"<p>{escape(row.title)}</p><p>{escape(row.detail)}</p>"


def _indent(row: Row) -> int:
    return scaled(28) if row.icon and not row.section else 2


def _name_font(font: QFont, row: Row) -> QFont:
    result = QFont(font)
    result.setPixelSize(scaled(13 if row.section else 15))
    if row.section:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def _detail_font(font: QFont) -> QFont:
    result = QFont(font)
    result.setPixelSize(scaled(13))
    return result


def _colour(text: str) -> Any:
    from PySide6.QtGui import QColor

    return QColor(text)
