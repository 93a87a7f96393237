"""Two things side by side where there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Abreast(QWidget):
    """Lays out two widgets by the width there is; one takes what the other leaves.

    `grows` is the place of the one that takes the rest, `least` the width in pixels that it needs
    at least; usually all that it asks for.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        spacing: int = 8,
        least: int | None = None,
        grows: int = 1,
    ) -> None:
        super().__init__()
        self._least = least
        self._still, self._growing = (first, second) if grows else (second, first)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.addWidget(first, 1 - grows)
        self._row.addWidget(second, grows)
        self._row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between a row and a column."""
        super().resizeEvent(event)
        least = self._growing.sizeHint().width() if self._least is None else self._least
        needed = self._still.sizeHint().width() + self._row.spacing() + least
        wide = needed <= event.size().width()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
