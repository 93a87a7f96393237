"""Three columns at most: what there is, the thing, and help about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from familysupport.ui.kit.theme import scaled, text_scale

_FOLDS_UNDER = 1180
_LIST = 272


class Columns(QWidget):
    """Lays out a side list, the thing itself and, where there is room, help beside it."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget | None = None) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side, self._left = left, _column(left, "side")
        layout.addWidget(self._left)
        layout.addWidget(_column(_scrolling(middle), "middle"), 1)
        self._right = _column(right, "help") if right else None
        if self._right:
            self._right.setFixedWidth(scaled(318))
            layout.addWidget(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the help away, and the list in, where they would crowd the thing itself."""
        super().resizeEvent(event)
        width = event.size().width()
        usual, share = round(_LIST * min(text_scale(), 1.35)), round(width * 0.28)
        self._left.setFixedWidth(max(min(usual, share), self._side.minimumSizeHint().width()))
        if self._right:
            self._right.setVisible(width >= scaled(_FOLDS_UNDER))


def _scrolling(widget: QWidget) -> QScrollArea:
    """Return `widget` in an area that scrolls down where large text needs more than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _column(widget: QWidget, name: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("column", name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    return frame
