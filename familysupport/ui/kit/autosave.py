"""Saves by itself: soon after typing rests, and at the latest within two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 800
LONGEST_MS = 1400
AGAIN_MS = 10_000


class Autosave(QObject):
    """Calls `save` when typing rests; `saved` follows each save.

    What `save` could not keep still waits: it is tried again with the next word typed, every ten
    seconds and on each flush. Of the same trouble it tells once, and on every flush.
    """

    saved = Signal()

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._waits = False
        self._told: type[Exception] | None = None
        self._rest = self._timer(REST_MS)
        self._longest = self._timer(LONGEST_MS)
        self._again = self._timer(AGAIN_MS)

    def touch(self) -> None:
        """Say that something was typed."""
        self._waits = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def waiting(self) -> bool:
        """Return whether something typed is not saved yet."""
        return self._waits

    def flush(self) -> None:
        """Save at once if anything waits; raises what stands in the way."""
        if self._waits:
            self._do()

    def drop(self) -> None:
        """Forget that something waits."""
        self._waits = False
        self._stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._due)
        return timer

    def _stop(self) -> None:
        for timer in (self._rest, self._longest, self._again):
            timer.stop()

    def _due(self) -> None:
        told = self._told
        try:
            self._do()
        except Exception as error:
            if type(error) is not told:
                raise

    def _do(self) -> None:
        self._stop()
        self._waits = False  # before the save: whoever hears of it may flush
        try:
            self._save()
        except Exception as error:
            self._waits, self._told = True, type(error)
            self._again.start()
            raise
        self._told = None
        self.saved.emit()


def still_waiting(owners: Iterable[QObject]) -> list[Autosave]:
    """Return what anywhere in `owners` has typed words that are not saved."""
    return [one for owner in owners for one in owner.findChildren(Autosave) if one.waiting()]
