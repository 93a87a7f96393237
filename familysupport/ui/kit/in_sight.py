"""Keeps what takes the keyboard in sight: Tab may lead into a page that was scrolled away."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from familysupport.ui.kit.theme import scaled

LARGE = 1.3
"""From this size of the words on, what is written below the top of a page begins out of sight."""
_ROOM = 8
_SEEN = 40  # the height of a field; less of it shows no words
_SETTLED_MS = 60  # a list as tall as its rows pushes down what stands below it a moment later


def bring_in_sight(*widgets: QWidget) -> None:
    """Scroll each page around the first of `widgets` to them in turn: the last is sure to be seen.

    Call it once they have their places.
    """
    around = widgets[0].parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            for one in widgets:
                around.ensureWidgetVisible(one)
        around = around.parentWidget()


def bring_spot_in_sight(widget: QWidget, spot: QRect) -> None:
    """Scroll each page around `widget` to one spot in it, such as a day in a month."""
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None:
            middle, half = widget.mapTo(inner, spot.center()), spot.size() / 2
            around.ensureVisible(
                middle.x(), middle.y(), half.width() + _ROOM, half.height() + _ROOM
            )
        around = around.parentWidget()


class InSight(QObject):
    """Scrolls to what is inside `root` and got the keyboard, where too little of it can be seen.

    Qt does so only for a way that begins in the same page. What is clicked on stays where it is, so
    that nothing moves under the mouse.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._root.isAncestorOf(now):
            return
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        for moment in (0, _SETTLED_MS):
            QTimer.singleShot(moment, self, lambda: _bring(now, 1 if clicked else scaled(_SEEN)))


def _bring(widget: QWidget, least: int) -> None:
    if not shiboken6.isValid(widget) or not widget.hasFocus():
        return
    seen = widget.visibleRegion().boundingRect().height()
    if seen < min(least, widget.height()):
        bring_in_sight(widget)
