"""How loud the microphone hears: a bar of ten steps, and a word for the same."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from familysupport.ui.kit.theme import current_theme, scaled

_STEPS = 10


class LevelBar(QWidget):
    """Fills from the left; it moves only while something is heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How loud"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._filled = 0

    def show_level(self, level: float) -> None:
        """Show a loudness from 0 to 1."""
        filled = round(_STEPS * sqrt(level))
        if filled != self._filled:
            self._filled = filled
            self.update()

    def sizeHint(self) -> QSize:
        """Return a small flat bar."""
        return QSize(scaled(120), scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps: those reached are full, the others only have an edge."""
        theme, painter = current_theme(), QPainter(self)
        wide = self.width() / _STEPS
        for step in range(_STEPS):
            place = QRectF(step * wide + 0.5, 0.5, wide - 4, self.height() - 1)
            painter.setPen(QColor(theme.edge))
            full = step < self._filled
            painter.setBrush(QColor(theme.teal if full else theme.card))
            painter.drawRect(place)
        painter.end()
