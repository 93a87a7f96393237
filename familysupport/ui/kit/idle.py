"""Notices a long rest, and a sleep of the machine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

KEEPS_AWAKE = "keepsAwake"  # set on a widget while it runs and is followed without touching it
_PULSE_MS = 5_000
_SLEPT_MS = 30_000


class Idle(QObject):
    """Says `rested` after so many minutes without a touch, and `slept` when the machine woke."""

    rested = Signal()
    slept = Signal()

    def __init__(self, parent: QObject, busy: Callable[[], bool] = bool) -> None:
        super().__init__(parent)
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rest)
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start(_PULSE_MS)

    def set_minutes(self, minutes: int) -> None:
        """Choose how long a rest is, and begin to count anew."""
        self._timer.start(minutes * 60_000)

    def touch(self) -> None:
        """Begin to count anew; the first touch after a sleep is noticed before it does anything."""
        self._beat()
        self._timer.start()

    def _rest(self) -> None:
        if self._busy():
            self._timer.start()
        else:
            self.rested.emit()

    def _beat(self) -> None:
        """A pulse that comes far too late means that the machine was asleep."""
        now = QDateTime.currentMSecsSinceEpoch()
        if now - self._last > _PULSE_MS + _SLEPT_MS:
            self.slept.emit()
        self._last = now


def keeps_awake(page: QWidget | None) -> bool:
    """Say whether something on `page` runs that a person follows without touching anything."""
    if page is None:
        return False
    return any(one.property(KEEPS_AWAKE) and one.isVisible() for one in page.findChildren(QWidget))
