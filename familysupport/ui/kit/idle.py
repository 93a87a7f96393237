"""Notices a long rest, and a sleep of the machine."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal

_PULSE_MS = 5_000
_SLEPT_MS = 30_000


class Idle(QObject):
    """Says `rested` after so many minutes without a touch, and `slept` when the machine woke."""

    rested = Signal()
    slept = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rested)
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start(_PULSE_MS)

    def set_minutes(self, minutes: int) -> None:
        """Choose how long a rest is, and begin to count anew."""
        self._timer.start(minutes * 60_000)

    def touch(self) -> None:
        """Begin to count anew."""
        self._timer.start()

    def _beat(self) -> None:
        """A pulse that comes far too late means that the machine was asleep."""
        now = QDateTime.currentMSecsSinceEpoch()
        if now - self._last > _PULSE_MS + _SLEPT_MS:
            self.slept.emit()
        self._last = now
