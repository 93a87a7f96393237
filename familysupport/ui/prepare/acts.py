"""Buttons side by side, or one above the other where large words leave no room."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from familysupport.ui.kit.theme import text_scale

_FOLDS_OVER = 1.5


def acts(*widgets: QWidget) -> QBoxLayout:
    """Return a layout of buttons that fits at every size of the words."""
    direction = QBoxLayout.Direction
    across = text_scale() <= _FOLDS_OVER
    layout = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout
