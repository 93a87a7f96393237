"""Keeps what takes the keyboard in sight: Tab may lead into a page that was scrolled away."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

LARGE = 1.3
"""From this size of the words on, what is written below the top of a page begins out of sight."""


class InSight(QObject):
    """Scrolls to what is inside `root` and got the keyboard, where nothing of it can be seen.

    Qt does so only for a way that begins in the same page. What can be seen stays where it is, so
    that nothing moves under the mouse.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._root.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._bring(now))

    def _bring(self, widget: QWidget) -> None:
        if not shiboken6.isValid(widget) or not widget.hasFocus():
            return
        around = widget.parentWidget()
        while around is not None and widget.visibleRegion().isEmpty():
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
