"""Does while nobody waits for it what somebody will wait for soon."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

_REST_MS = 60


class Ahead(QObject):
    """Takes one step at a time, with a rest after each in which keys and clicks are heard."""

    def __init__(self, steps: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._left: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._take)

    def begin(self) -> None:
        """Take every step from the first; one that was taken before should cost nothing."""
        self._left = deque(self._steps)
        self._timer.start()

    def end(self) -> None:
        """Take no more steps."""
        self._timer.stop()

    def _take(self) -> None:
        step = self._left.popleft()
        if not self._left:
            self._timer.stop()
        step()
