"""Slow work off the window's thread: plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


def run(
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> None:
    """Run `work` in a pool thread; `done` or `failed` follows in the window's thread.

    If `owner` is gone by then the answer is dropped. `work` touches no widget and no store.
    """
    answer = _Answer(owner, done, failed)
    QThreadPool.globalInstance().start(_Job(work, answer))


class _Answer(QObject):
    """Lives in the window's thread as a child of the owner."""

    came = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        self.came.connect(self._finish)
        self.broke.connect(self._fail)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self.deleteLater()
        self._done(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.deleteLater()
        self._failed(error)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        """Do the work and hand the result, or what went wrong, to the window's thread."""
        try:
            result = self._work()
        except Exception as error:  # handed on, not swallowed: the window decides
            self._send("broke", error)
        else:
            self._send("came", result)

    def _send(self, signal: str, value: object) -> None:
        try:
            getattr(self._answer, signal).emit(value)
        except RuntimeError:
            return  # the owner is gone, and nobody waits for the answer
