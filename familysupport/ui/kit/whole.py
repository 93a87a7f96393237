"""Words in a narrow place that are shown whole or not at all."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel


class WholeLabel(QLabel):
    """Gives way where there is no room: half a sentence is worse than none."""

    def minimumSizeHint(self) -> QSize:
        """Insist on no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only where every word has room."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
