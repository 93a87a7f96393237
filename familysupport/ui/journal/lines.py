"""The rows of the journal's list: read a page at a time, painted with the hits standing out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from familysupport.journal.model import HIT_END, HIT_START, Line
from familysupport.ui.journal.calendar_words import month_words
from familysupport.ui.journal.words import plain
from familysupport.ui.kit.rows import ROW, Index, Row, RowsModel
from familysupport.ui.kit.theme import current_theme, scaled

PAGE = 50
_MOST_PAGE = 500
_MOST_AGAIN = 2000
MONTH = Qt.ItemDataRole.UserRole + 2
_PAD = 10
_GAP = 2
_MONTH_TALL = 30
_SIZES = (15, 13, 13)  # name, detail, words around a hit
_MOST_LINES = (2, 2, 4)
_LAST_PLAIN = "\u024f"  # up to here, and in general punctuation, the bundled face has every sign
_PUNCTUATION = range(0x2000, 0x2070)


class LinesModel(RowsModel[Line]):
    """Holds the lines read so far and reads more when the list is scrolled to its end.

    With `months`, the first line of each month carries the month's name in the role `MONTH`. A page
    grows with what was read, so that a long list is not laid out anew too often.
    """

    def __init__(self, show: Callable[[Line], Row], parent: QWidget, months: bool = False) -> None:
        super().__init__(show, parent)
        self._load: Callable[[int, int], list[Line]] = lambda limit, offset: []
        self._more = False
        self._with_months = months
        self._months: dict[int, str] = {}
        self._lowest = (10_000, 1)
        self._shown: dict[int, Row] = {}

    def read(self, load: Callable[[int, int], list[Line]], at_least: int = PAGE) -> None:
        """Read afresh through `load(limit, offset)`."""
        self._load = load
        limit = max(PAGE, min(at_least, _MOST_AGAIN))
        lines = load(limit, 0)
        self._more = len(lines) == limit
        self._months, self._shown, self._lowest = {}, {}, (10_000, 1)
        self._name_months(lines, 0)
        self.set_rows(lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are lines that were not read yet."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page of lines."""
        have = len(self._rows)
        limit = min(max(PAGE, have // 10), _MOST_PAGE)
        lines = self._load(limit, have)
        self._more = len(lines) == limit
        if lines:
            self.beginInsertRows(self.index(-1), have, have + len(lines) - 1)
            self._rows.extend(lines)
            self._name_months(lines, have)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words for one line; each is put together once."""
        if not index.isValid():
            return None
        number = index.row()
        if role == MONTH:
            return self._months.get(number)
        if role == ROW:
            row = self._shown.get(number)
            if row is None:
                row = self._shown[number] = self._show(self._rows[number])
            return row
        words = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and number in self._months:
            return f"{self._months[number]}, {words}"
        return words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every line can be chosen."""
        kept = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return kept if index.isValid() else Qt.ItemFlag.NoItemFlags

    def place_of(self, entry_id: int) -> int:
        """Return the place of an entry among the lines read so far, or -1."""
        return next((i for i, line in enumerate(self._rows) if line.id == entry_id), -1)

    def replace(self, place: int, line: Line) -> None:
        """Show one line anew."""
        self._rows[place] = line
        self._shown.pop(place, None)
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)

    def _name_months(self, lines: list[Line], first: int) -> None:
        """Name each month once, at its first line.

        Where lines from two time zones change places around midnight, the later month is not
        named a second time.
        """
        if not self._with_months:
            return
        for number, line in enumerate(lines, first):
            month = (line.at.year, line.at.month)
            if month < self._lowest:
                self._lowest = month
                self._months[number] = month_words(*month)


class LineDelegate(QStyledItemDelegate):
    """Paints a name, a quieter line and, in search, the words around a hit.

    A list asks for all its heights again whenever a page is added, so each is kept by its place
    until the lines change, and by its words until the width does.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._measured: tuple[object, ...] = ()
        self._by_place: dict[int, QSize] = {}
        self._by_words: dict[tuple[Row, bool], QSize] = {}
        for changed in (view.model().modelReset, view.model().dataChanged):
            changed.connect(self._by_place.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room one line needs at the width of the list."""
        place = index.row()
        if not place:  # laying out begins here, perhaps at another width
            self._measure(option.font)
        size = self._by_place.get(place)
        if size is None:
            self._measure(option.font)
            size = self._by_place[place] = self._size(index.data(ROW), index.data(MONTH))
        return size

    def _measure(self, font: QFont) -> None:
        measured = (self._view.viewport().width(), scaled(100), font.family())
        if measured != self._measured:
            self._measured = measured
            self._by_place.clear()
            self._by_words.clear()
            self._metrics = [_Measure(_font(font, size, size == _SIZES[0])) for size in _SIZES]

    def _size(self, row: Row, month: str | None) -> QSize:
        size = self._by_words.get((row, bool(month)))
        if size is None:
            width = self._view.viewport().width()
            size = QSize(width, (scaled(_MONTH_TALL) if month else 0) + self._tall(row, width))
            self._by_words[row, bool(month)] = size
        return size

    def _tall(self, row: Row, width: int) -> int:
        room = max(60, width - 2 * _PAD)
        tall = 0.0
        for text, measure, most in zip(_texts(row), self._metrics, _most(row), strict=False):
            tall += measure.tall(text, room, most) + _GAP
        return round(tall) - _GAP + 2 * _PAD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; the chosen one on a soft ground and with an edge."""
        theme = current_theme()
        row, chosen = index.data(ROW), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        month = index.data(MONTH)
        if month:
            _paint_month(painter, option, month)
            whole = whole.adjusted(0, scaled(_MONTH_TALL), 0, 0)
        if chosen:
            painter.setPen(QColor(theme.teal))
            painter.setBrush(QColor(theme.teal_soft))
            painter.drawRoundedRect(whole.adjusted(1, 1, -2, -2), 9, 9)
        room: QRect = whole.adjusted(_PAD, _PAD, -_PAD, 0)
        spot = QPointF(room.topLeft())
        colours = (theme.teal if chosen else theme.ink, theme.muted, theme.ink)
        for part, colour in zip(
            _parts(row, option.font, option.rect.width(), chosen), colours, strict=False
        ):
            painter.setPen(QColor(colour))
            part.draw(painter, spot)
            spot.setY(spot.y() + _height(part) + _GAP)
        painter.restore()


class _Measure:
    """Tells how tall words are; what fits in one line needs no laying out."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._line = _height(_laid("x", font, 1000, 1))

    def tall(self, text: str, room: int, most_lines: int) -> float:
        text = plain(text)
        if _usual(text) and self._metrics.horizontalAdvance(text) < room - 1:
            return self._line
        return _height(_laid(text, self._font, room, most_lines))


def _usual(text: str) -> bool:
    return text.isascii() or all(sign <= _LAST_PLAIN or ord(sign) in _PUNCTUATION for sign in text)


def _paint_month(painter: QPainter, option: QStyleOptionViewItem, month: str) -> None:
    painter.setPen(QColor(current_theme().muted))
    painter.setFont(_font(option.font, 13, True))
    room: QRect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
    room.setHeight(scaled(_MONTH_TALL))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, month)


def _texts(row: Row) -> tuple[str, ...]:
    name, _, excerpt = row.title.partition("\n")
    return (name, row.detail, excerpt) if excerpt else (name, row.detail)


def _most(row: Row) -> tuple[int, ...]:
    """Return how many lines each part may take; a name with a hit may be longer."""
    return (4, *_MOST_LINES[1:]) if HIT_START in row.title.partition("\n")[0] else _MOST_LINES


def _parts(row: Row, font: QFont, width: int, chosen: bool = False) -> list[QTextLayout]:
    room = max(60, width - 2 * _PAD)
    return [
        _laid(text, _font(font, size, chosen and not number), room, most)
        for number, (text, size, most) in enumerate(
            zip(_texts(row), _SIZES, _most(row), strict=False)
        )
    ]


def _font(font: QFont, size: int, strong: bool) -> QFont:
    result = QFont(font)
    result.setPixelSize(scaled(size))
    result.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return result


def _laid(text: str, font: QFont, width: int, most_lines: int) -> QTextLayout:
    layout = QTextLayout(plain(text), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # an address has no gap
    layout.setTextOption(option)
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
