"""Takes away Python's litter in the window's thread alone.

Left to itself Python does so in whichever thread comes by, also in one that makes a safe copy; and
a part of a window that is taken away there ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Litter(QObject):
    """Looks every second while the program rests between two events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(take_away)

    def begin(self) -> None:
        """Begin, once the first page stands."""
        self._timer.start()


def take_away() -> None:
    """Collect the oldest generation that is due by Python's own counts, and the younger ones."""
    limits = gc.get_threshold()
    due = [number for number, count in enumerate(gc.get_count()) if count > limits[number] > 0]
    if due:
        gc.collect(due[-1])
