"""Fetches parts of the program while nobody waits for them, so that a room opens at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_REST_MS = 60


class Ahead(QObject):
    """Fetches modules one at a time, with a rest after each in which keys and clicks are heard."""

    def __init__(self, modules: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._left = deque(modules)
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._fetch)

    def begin(self) -> None:
        """Begin, or go on; what is there already costs nothing."""
        if self._left:
            self._timer.start()

    def _fetch(self) -> None:
        import_module(self._left.popleft())
        if not self._left:
            self._timer.stop()
