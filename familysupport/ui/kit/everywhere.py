"""What is heard before any window: a few keys, Hide buttons, Shift three times, any touch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from familysupport.ui.kit.hiding import HideAsked

_HIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_KEY = QEvent.Type.KeyPress
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_TOUCHES = frozenset({_KEY, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
_HEARD = _TOUCHES | {HideAsked.KIND}
_THREE_WITHIN_MS = 1200


class Everywhere(QObject):
    """One filter over the whole application; it stays small, because every event passes it."""

    touched = Signal()
    emergency_asked = Signal()
    hide_asked = Signal()
    three_shifts = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._shifts: list[int] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F12, Ctrl+Shift+H, Enter on a button and our own event; pass on all the rest."""
        kind = event.type()
        if kind not in _HEARD:
            return False
        if kind == HideAsked.KIND:
            self.hide_asked.emit()
            return True
        self.touched.emit()
        if kind == QEvent.Type.Wheel and isinstance(watched, QComboBox | QAbstractSpinBox):
            _scroll_past(watched, event)
            return True
        if kind != _KEY or not isinstance(event, QKeyEvent):
            return False
        if watched.isWindowType():
            self._count_shifts(event)
            return False
        return watched.isWidgetType() and self._took(watched, event)

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F12:
            self.emergency_asked.emit()
            return True
        if event.key() == Qt.Key.Key_H and event.modifiers() == _HIDE:
            self.hide_asked.emit()
            return True
        if event.key() in _ENTERS and isinstance(watched, QPushButton | QToolButton):
            return _pressed(watched, event)
        return False

    def _count_shifts(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift or event.isAutoRepeat():
            self._shifts = []
            return
        moment = int(event.timestamp())
        self._shifts = [*self._shifts[-2:], moment]
        if len(self._shifts) == 3 and moment - self._shifts[0] <= _THREE_WITHIN_MS:
            self._shifts = []
            self.three_shifts.emit()


def _pressed(button: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    """Press the button that Enter stands on: Qt does so only in dialogs, and there perhaps another.

    A key held down presses once, so that it does not press what comes next as well.
    """
    if event.modifiers() & ~_KEYPAD:
        return False
    if not event.isAutoRepeat():
        button.showMenu() if button.menu() else button.click()
    return True


def _scroll_past(field: QWidget, event: QEvent) -> None:
    """Let the page scroll on: a wheel that passes by a field chooses nothing there."""
    around = field.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    if around is not None:
        QCoreApplication.sendEvent(around.verticalScrollBar(), event)
