"""The ways to the other pages of the journal, small below the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled, text_scale
from familysupport.ui.kit.widgets import button

_LARGE = 1.5
_TALL = 28


def small(leaf: QPushButton) -> QPushButton:
    """Return a button with small words, for where there are several."""
    leaf.setMinimumHeight(scaled(_TALL))
    leaf.setIconSize(QSize(scaled(16), scaled(16)))
    leaf.setStyleSheet(
        f"QPushButton {{ min-height: 0; padding: 4px 6px; font-size: {scaled(13)}px; }}"
        " QPushButton:focus { padding: 2px 4px; }"
    )
    return leaf


class Leaves(QWidget):
    """Shows a button for each page; with large words they stand in a menu, so the list has room."""

    def __init__(self, leaves: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if text_scale() < _LARGE:
            layout.addLayout(Flow(*leaves, spacing=2))
            return
        menu = QMenu(self)
        for leaf in leaves:
            leaf.setParent(self)
            leaf.hide()
            menu.addAction(leaf.icon(), leaf.text()).triggered.connect(leaf.click)
        pages = small(button(self.tr("Other pages"), "chevron", "quiet"))
        pages.setAccessibleName(self.tr("Other pages of the journal"))
        pages.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        pages.setMenu(menu)
        layout.addLayout(Flow(pages))
