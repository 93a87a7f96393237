"""F12 and Ctrl+Shift+H work everywhere, also while a dialog is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_HIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class EverywhereKeys(QObject):
    """Hears two keys before any window does."""

    emergency = Signal()
    hide = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F12 and Ctrl+Shift+H; pass on all the rest."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not watched.isWidgetType():
            return False
        if event.key() == Qt.Key.Key_F12:
            self.emergency.emit()
            return True
        if event.key() == Qt.Key.Key_H and event.modifiers() == _HIDE:
            self.hide.emit()
            return True
        return False
