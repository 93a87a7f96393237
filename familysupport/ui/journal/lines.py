"""The rows of the journal's list: read a page at a time, painted with the hits standing out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from familysupport.journal.model import HIT_END, HIT_START, Line
from familysupport.ui.journal.words import plain
from familysupport.ui.kit.rows import ROW, Index, Row, RowsModel
from familysupport.ui.kit.theme import current_theme, scaled

PAGE = 50
_PAD = 10
_GAP = 2


class LinesModel(RowsModel[Line]):
    """Holds the lines read so far and reads more when the list is scrolled to its end."""

    def __init__(self, show: Callable[[Line], Row], parent: QWidget) -> None:
        super().__init__(show, parent)
        self._load: Callable[[int, int], list[Line]] = lambda limit, offset: []
        self._more = False

    def read(self, load: Callable[[int, int], list[Line]], at_least: int = PAGE) -> None:
        """Read afresh through `load(limit, offset)`."""
        self._load = load
        limit = max(PAGE, at_least)
        lines = load(limit, 0)
        self._more = len(lines) == limit
        self.set_rows(lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are lines that were not read yet."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page of lines."""
        lines = self._load(PAGE, len(self._rows))
        self._more = len(lines) == PAGE
        if lines:
            last = len(self._rows) + len(lines) - 1
            self.beginInsertRows(self.index(-1), len(self._rows), last)
            self._rows.extend(lines)
            self.endInsertRows()

    def place_of(self, entry_id: int) -> int:
        """Return the place of an entry among the lines read so far, or -1."""
        return next((i for i, line in enumerate(self._rows) if line.id == entry_id), -1)

    def replace(self, place: int, line: Line) -> None:
        """Show one line anew."""
        self._rows[place] = line
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)


class LineDelegate(QStyledItemDelegate):
    """Paints a name, a quieter line and, in search, the words around a hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room one line needs at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        tall = sum(_height(part) + _GAP for part in _parts(index.data(ROW), option.font, width))
        return QSize(width, round(tall) - _GAP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; the chosen one on a soft ground and with an edge."""
        theme = current_theme()
        row, chosen = index.data(ROW), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QColor(theme.teal))
            painter.setBrush(QColor(theme.teal_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 9, 9)
        room: QRect = option.rect.adjusted(_PAD, _PAD, -_PAD, 0)
        spot = QPointF(room.topLeft())
        colours = (theme.teal if chosen else theme.ink, theme.muted, theme.ink)
        for part, colour in zip(
            _parts(row, option.font, option.rect.width(), chosen), colours, strict=False
        ):
            painter.setPen(QColor(colour))
            part.draw(painter, spot)
            spot.setY(spot.y() + _height(part) + _GAP)
        painter.restore()


def _parts(row: Row, font: QFont, width: int, chosen: bool = False) -> list[QTextLayout]:
    room = max(60, width - 2 * _PAD)
    name, _, excerpt = row.title.partition("\n")
    parts = [
        _laid(name, _font(font, 15, chosen), room, 4 if HIT_START in name else 2),
        _laid(row.detail, _font(font, 13, False), room, 2),
    ]
    return [*parts, _laid(excerpt, _font(font, 13, False), room, 4)] if excerpt else parts


def _font(font: QFont, size: int, strong: bool) -> QFont:
    result = QFont(font)
    result.setPixelSize(scaled(size))
    result.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return result


def _laid(text: str, font: QFont, width: int, most_lines: int) -> QTextLayout:
    layout = QTextLayout(plain(text), font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats(_hits(text))
    layout.beginLayout()
    top = 0.0
    for _ in range(most_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(number).height() for number in range(layout.lineCount()))


def _hits(text: str) -> list[QTextLayout.FormatRange]:
    theme = current_theme()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(QColor(theme.amber_soft))
    look.setForeground(QColor(theme.ink))
    look.setFontUnderline(True)
    found, start = [], 0
    for piece in text.split(HIT_START)[1:]:
        before = text.index(HIT_START, start)
        start = before + 1
        hit = QTextLayout.FormatRange()
        hit.start = len(plain(text[:before]))
        hit.length = len(piece.partition(HIT_END)[0])
        hit.format = look
        found.append(hit)
    return found
