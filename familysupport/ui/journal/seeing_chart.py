"""Charts over weeks, months or years: columns and lines, each walked through with the arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from familysupport.journal.seeing import Spread
from familysupport.ui.journal.calendar_look import blended, ink_on
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import announce

Block = Callable[[QPainter, QRectF], None]
_PX = 12
_DOT = 4.5
_TALL = 190
_ROW = 26


class Scale(NamedTuple):
    """What a chart stands on: a short name below each step, words for each step, and the marks."""

    names: Sequence[str]
    words: Sequence[str]
    marks: Sequence[tuple[float, str]]
    top: float


class StepChart(QWidget):
    """The ground of every chart; the steps are walked through and told, one at a time."""

    looked_at = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._scale = Scale((), (), (), 1)
        self._at = 0

    def show_scale(self, scale: Scale, about: str) -> None:
        """Show another span; `about` says in a sentence what the whole chart shows."""
        self._scale = scale
        self._at = max(0, len(scale.names) - 1)
        self.setAccessibleDescription(about)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low wide strip."""
        return QSize(scaled(420), scaled(_TALL))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(scaled(160), scaled(_TALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the steps."""
        last = len(self._scale.names) - 1
        places = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        elif 0 <= place <= last:
            self._at = place
            announce(self, self._scale.words[place])
            self.looked_at.emit(self._scale.words[place])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the step under the mouse."""
        room = self._room()
        inside = room.contains(event.position()) and self._scale.names
        place = int((event.position().x() - room.left()) / self._step(room)) if inside else -1
        known = 0 <= place < len(self._scale.words)
        self.looked_at.emit(self._scale.words[place] if known else "")

    def leaveEvent(self, event: object) -> None:
        """Tell nothing more when the mouse leaves."""
        self.looked_at.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the step under the keys."""
        super().focusInEvent(event)
        if self._scale.words:
            self.looked_at.emit(self._scale.words[self._at])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell nothing more when the keys leave."""
        super().focusOutEvent(event)
        self.looked_at.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, what each step holds, and a ring around the one under the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        room = self._room()
        self._paint_ground(painter, room)
        self.paint_steps(painter, room)
        if self.hasFocus() and self._scale.names:
            wide = self._step(room)
            spot = QRectF(room.left() + self._at * wide, room.top() - 4, wide, room.height() + 8)
            painter.setPen(QPen(QColor(current_theme().teal), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(spot, 4, 4)
        painter.end()

    def paint_steps(self, painter: QPainter, room: QRectF) -> None:
        """Paint what each step holds."""

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(_PX))
        return font

    def _room(self) -> QRectF:
        metrics = QFontMetricsF(self._font())
        left = max((metrics.horizontalAdvance(word) for _at, word in self._scale.marks), default=0)
        return QRectF(self.rect()).adjusted(
            left + scaled(8), scaled(8), -scaled(6), -metrics.height() - scaled(8)
        )

    def _step(self, room: QRectF) -> float:
        return room.width() / max(1, len(self._scale.names))

    def _height_of(self, value: float, room: QRectF) -> float:
        return room.bottom() - room.height() * value / (self._scale.top or 1)

    def _paint_ground(self, painter: QPainter, room: QRectF) -> None:
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        for value, word in self._scale.marks:
            y = self._height_of(value, room)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(theme.muted))
            wide = metrics.horizontalAdvance(word)
            painter.drawText(
                QPointF(room.left() - wide - scaled(6), y + metrics.ascent() / 2 - 1), word
            )
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        free_from = 0.0
        for number, name in enumerate(self._scale.names):
            wide = metrics.horizontalAdvance(name)
            middle = room.left() + (number + 0.5) * self._step(room)
            left = min(max(middle - wide / 2, room.left()), self.width() - wide)
            if name and left >= free_from:
                painter.setPen(QColor(theme.muted))
                painter.drawText(QPointF(left, room.bottom() + metrics.height()), name)
                free_from = left + wide + scaled(8)


class ColumnChart(StepChart):
    """Columns of one or several kinds of days or things, one upon the other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._columns: Sequence[Sequence[int]] = ()
        self._blocks: Sequence[Block] = ()

    def show_columns(
        self, scale: Scale, about: str, columns: Sequence[Sequence[int]], blocks: Sequence[Block]
    ) -> None:
        """Show a column for each step; `blocks` paint its parts, from below."""
        self._columns, self._blocks = columns, blocks
        self.show_scale(scale, about)

    def paint_steps(self, painter: QPainter, room: QRectF) -> None:
        """Paint each column from below."""
        step = self._step(room)
        wide = min(step * 0.72, float(scaled(40)))
        for number, column in enumerate(self._columns):
            left = room.left() + (number + 0.5) * step - wide / 2
            below = 0
            for count, block in zip(column, self._blocks, strict=True):
                if count:
                    top = self._height_of(below + count, room)
                    foot = self._height_of(below, room)
                    block(painter, QRectF(left, top, wide, max(foot - top, 1.5)))
                    below += count


class LineChart(StepChart):
    """A line through the middles, with gaps where there are too few, and the spread around it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._middles: Sequence[float | None] = ()
        self._spreads: Sequence[Spread | None] = ()

    def show_line(
        self,
        scale: Scale,
        about: str,
        middles: Sequence[float | None],
        spreads: Sequence[Spread | None] = (),
    ) -> None:
        """Show a point for each middle; neighbours are joined."""
        self._middles = middles
        self._spreads = spreads
        self.show_scale(scale, about)

    def paint_steps(self, painter: QPainter, room: QRectF) -> None:
        """Paint the spreads, then the line with its points."""
        theme, step = current_theme(), self._step(room)
        for number, spread in enumerate(self._spreads):
            if spread:
                x = room.left() + (number + 0.5) * step
                ends = [QPointF(x, self._height_of(y, room)) for y in (spread.least, spread.most)]
                painter.setPen(QPen(QColor(theme.edge), 2))
                painter.drawLine(*ends)
                for end in ends:
                    painter.drawLine(end - QPointF(3, 0), end + QPointF(3, 0))
        last: QPointF | None = None
        for number, value in enumerate(self._middles):
            if value is None:
                last = None
                continue
            spot = QPointF(room.left() + (number + 0.5) * step, self._height_of(value, room))
            painter.setPen(QPen(QColor(theme.teal), 2.5))
            if last is not None:
                painter.drawLine(last, spot)
            painter.setBrush(QColor(theme.teal))
            painter.drawEllipse(spot, _DOT, _DOT)
            last = spot


class GridChart(StepChart):
    """A row for each thing and a field for each step, with the number in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows: Sequence[tuple[str, Sequence[int]]] = ()
        self._most = 0

    def show_rows(
        self, scale: Scale, about: str, rows: Sequence[tuple[str, Sequence[int]]]
    ) -> None:
        """Show the rows, the first one on top."""
        self._rows = rows
        self._most = max((max(numbers, default=0) for _name, numbers in rows), default=0)
        self.updateGeometry()
        self.show_scale(scale, about)

    def sizeHint(self) -> QSize:
        """Return a height for all rows."""
        return QSize(scaled(420), len(self._rows) * scaled(_ROW) + scaled(_PX) * 2 + scaled(16))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(scaled(160), self.sizeHint().height())

    def paint_steps(self, painter: QPainter, room: QRectF) -> None:
        """Paint each row with its name."""
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        tall, step = scaled(_ROW), self._step(room)
        for number, (name, counts) in enumerate(self._rows):
            top = room.top() + number * tall
            painter.setPen(QColor(theme.ink))
            wide = room.left() - scaled(10)
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(scaled(2), top, wide, tall), side, words)
            for place, count in enumerate(counts):
                field = QRectF(room.left() + place * step, top, step, tall).adjusted(1, 2, -1, -2)
                self._paint_field(painter, field, count)

    def _paint_field(self, painter: QPainter, field: QRectF, count: int) -> None:
        theme = current_theme()
        share = 0.2 + 0.25 * count / max(1, self._most) if count else 0.0
        ground = blended(QColor(theme.card), QColor(theme.teal), share)
        painter.setPen(QPen(QColor(theme.edge if count else theme.line), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(field, 3, 3)
        words = str(count)
        if count and QFontMetricsF(painter.font()).horizontalAdvance(words) < field.width():
            painter.setPen(ink_on(ground))
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)

    def _room(self) -> QRectF:
        metrics = QFontMetricsF(self._font())
        names = [metrics.horizontalAdvance(name) for name, _numbers in self._rows]
        left = min(max(names, default=0) + scaled(14), self.width() * 0.36)
        return QRectF(left, scaled(8), self.width() - left - scaled(6), len(names) * scaled(_ROW))


def marks_up_to(most: float) -> tuple[tuple[tuple[float, str], ...], float]:
    """Return three or so round marks from 0 on, and the top that holds `most`."""
    steps = [factor * 10**power for power in range(7) for factor in (1, 2, 5)]
    step = next((one for one in steps if most <= one * 4), steps[-1])
    top = max(step, -(-int(most + 0.999) // step) * step)
    return tuple((float(at), QLocale().toString(at)) for at in range(0, top + 1, step)), float(top)
