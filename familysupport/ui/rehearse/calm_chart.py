"""Two lines over the practices: how calm, and how ready; the table beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from familysupport.ui.kit.theme import current_theme, scaled

_TOP = 10
_DOT = 4.0
Line = Sequence[int | None]


class CalmChart(QWidget):
    """Draws numbers from 0 to 10; calm as a full line with dots, ready as a dashed with squares."""

    def __init__(self, height: int = 150, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._calm: Line = ()
        self._ready: Line = ()

    def show_lines(self, calm: Line, ready: Line) -> None:
        """Show both, the earliest first; None leaves a gap."""
        self._calm, self._ready = calm, ready
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low wide strip."""
        return QSize(scaled(320), scaled(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge and both lines."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(12, 10, -12, -10)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.drawLine(room.bottomLeft(), room.topLeft())
        self._draw(painter, room, self._calm, QPen(QColor(theme.teal), 2))
        self._draw(painter, room, self._ready, QPen(QColor(theme.blue), 2, Qt.PenStyle.DashLine))
        painter.end()

    def _draw(self, painter: QPainter, room: QRectF, line: Line, pen: QPen) -> None:
        step = room.width() / max(1, len(line) - 1)
        last: QPointF | None = None
        for place, value in enumerate(line):
            if value is None:
                last = None
                continue
            spot = QPointF(room.left() + place * step, room.bottom() - room.height() * value / _TOP)
            painter.setPen(pen)
            if last is not None:
                painter.drawLine(last, spot)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            if pen.style() == Qt.PenStyle.SolidLine:
                painter.drawEllipse(spot, _DOT, _DOT)
            else:
                painter.drawRect(QRectF(spot.x() - _DOT, spot.y() - _DOT, 2 * _DOT, 2 * _DOT))
            last = spot
