"""Saves by itself: soon after typing rests, and at the latest within two seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 800
LONGEST_MS = 1800


class Autosave(QObject):
    """Calls `save` when typing rests; `saved` follows each save."""

    saved = Signal()

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._rest = self._timer(REST_MS)
        self._longest = self._timer(LONGEST_MS)

    def touch(self) -> None:
        """Say that something was typed."""
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def waiting(self) -> bool:
        """Return whether something typed is not saved yet."""
        return self._rest.isActive() or self._longest.isActive()

    def flush(self) -> None:
        """Save at once if anything waits."""
        if self.waiting():
            self._do()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._do)
        return timer

    def _do(self) -> None:
        self._rest.stop()
        self._longest.stop()
        self._save()
        self.saved.emit()
