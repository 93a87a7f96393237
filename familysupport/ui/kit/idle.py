"""Notices a long rest, a sleep of the machine, and three presses of Shift."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)
_THREE_WITHIN_MS = 1200
_PULSE_MS = 5_000
_SLEPT_MS = 30_000


class Idle(QObject):
    """Says `rested` after so many minutes without a key or the mouse."""

    rested = Signal()
    slept = Signal()
    three_shifts = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rested)
        self._shifts: list[int] = []
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start(_PULSE_MS)
        app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Choose how long a rest is, and begin to count anew."""
        self._timer.start(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew at every touch; never eats an event."""
        if event.type() in _TOUCHES:
            self._timer.start()
            if isinstance(event, QKeyEvent) and watched.isWindowType():
                self._count(event)
        return False

    def _beat(self) -> None:
        """A pulse that comes far too late means that the machine was asleep."""
        now = QDateTime.currentMSecsSinceEpoch()
        if now - self._last > _PULSE_MS + _SLEPT_MS:
            self.slept.emit()
        self._last = now

    def _count(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift or event.isAutoRepeat():
            self._shifts = []
            return
        moment = int(event.timestamp())
        self._shifts = [*self._shifts[-2:], moment]
        if len(self._shifts) == 3 and moment - self._shifts[0] <= _THREE_WITHIN_MS:
            self._shifts = []
            self.three_shifts.emit()
