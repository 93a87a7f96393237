"""A circle that fills and empties with a slow breath."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.theme import current_theme, scaled

_LEAST = 0.3


class BreathPicture(QWidget):
    """A circle that fills and empties; it changes in two steps where motion is unwelcome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(self.sizePolicy().Policy.Preferred, self.sizePolicy().Policy.Fixed)
        self._full = 0.0

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(scaled(200), scaled(200))

    def set_full(self, full: float) -> None:
        """Show how full the breath is, from 0 to 1."""
        self._full = full
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring and in it the circle."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(self.width() / 2, self.height() / 2)
        half = min(self.width(), self.height()) / 2 - 3
        painter.setPen(QPen(QColor(theme.edge), 2))
        painter.drawEllipse(center, half, half)
        painter.setPen(QPen(QColor(theme.teal), 2))
        painter.setBrush(QColor(theme.teal_soft))
        reach = (half - 4) * (_LEAST + (1 - _LEAST) * self._full)
        painter.drawEllipse(center, reach, reach)
        painter.end()
