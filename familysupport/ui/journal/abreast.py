"""Two things side by side where there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Abreast(QWidget):
    """Lays out two widgets by the width there is; the second takes what the first leaves.

    `least` is the width the second one needs at least, in pixels; usually all that it asks for.
    """

    def __init__(
        self, first: QWidget, second: QWidget, spacing: int = 8, least: int | None = None
    ) -> None:
        super().__init__()
        self._first, self._second, self._least = first, second, least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.addWidget(first, 0)
        self._row.addWidget(second, 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between a row and a column."""
        super().resizeEvent(event)
        least = self._second.sizeHint().width() if self._least is None else self._least
        needed = self._first.sizeHint().width() + self._row.spacing() + least
        wide = needed <= event.size().width()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
