"""Slow work off the window's thread: plain data in, plain data out."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

_SOON_MS = 150

Say = Callable[[int], None]


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


def run_soon(
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> None:
    """Run `work` as `run` does, once the page that asks for it stands.

    Two threads of Python take turns, so that work begun while a page is built holds the page up.
    """
    QTimer.singleShot(_SOON_MS, owner, lambda: run(owner, work, done, failed))


def run_telling(
    owner: QObject,
    work: Callable[[Say], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    heard: Say,
) -> None:
    """Run `work` as `run` does; each number that it says on its way comes to `heard`."""
    answer = _Answer(owner, done, failed, heard)
    QThreadPool.globalInstance().start(_Job(partial(work, answer.told.emit), answer))


def tell(error: Exception) -> None:
    """Raise what went wrong in the window's thread, where the window says it: a usual `failed`."""
    raise error


class _Answer(QObject):
    """Speaks in the pool thread and listens in the window's.

    It is the program's child and not the owner's: were it to go with its owner just while it
    speaks, the program would crash. So it stays until it was heard, and then asks for the owner.
    """

    came = Signal(object)
    broke = Signal(object)
    told = Signal(int)

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        heard: Say | None = None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._owner = weakref.ref(owner)
        self._done: Callable[[Any], None] | None = done
        self._failed: Callable[[Exception], None] | None = failed
        self._heard = heard
        self.came.connect(self._finish)
        self.broke.connect(self._fail)
        self.told.connect(self._hear)

    def _is_wanted(self) -> bool:
        owner = self._owner()
        return owner is not None and shiboken6.isValid(owner)

    @Slot(object)
    def _finish(self, result: object) -> None:
        done = self._done
        self._let_go()
        if done and self._is_wanted():
            done(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        failed = self._failed
        self._let_go()
        if failed and self._is_wanted():
            failed(error)

    @Slot(int)
    def _hear(self, number: int) -> None:
        if self._heard and self._is_wanted():
            self._heard(number)

    def _let_go(self) -> None:
        """Let nothing of the window be freed by the pool thread, should that be the last here."""
        self._done = self._failed = self._heard = None
        self.deleteLater()


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
            self._send(self._answer.broke, error)
        else:
            self._send(self._answer.came, result)

    def _send(self, signal: Any, value: object) -> None:
        try:
            signal.emit(value)
        except RuntimeError:
            return  # the program has ended, and nobody waits for the answer
