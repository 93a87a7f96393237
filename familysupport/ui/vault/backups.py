"""Makes safe copies by itself, on lock and once a day, and checks what is large meanwhile."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from familysupport import log
from familysupport.clock import Clock
from familysupport.errors import VaultDamagedError
from familysupport.ui.kit import jobs
from familysupport.vault.backup import copy_again, list_backups, make_backup, thin
from familysupport.vault.moves import DB_FILE
from familysupport.vault.vault import check_whole, is_checked_later

KEPT = 10
_Made = tuple[Path, tuple[object, ...]]


class _Turns:
    """Lets one copy be made after the other, in one stay of the pool thread.

    So whoever waits for the pool waits for a copy that was asked for meanwhile too.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_busy = False
        self._next = b""

    def begin(self, key: bytes) -> bool:
        """Say whether it is one's turn at once; otherwise the key is next."""
        with self._lock:
            if self._is_busy:
                self._next = key
                return False
            self._is_busy = True
            return True

    def next(self) -> bytes:
        """Return the key that is next; with none, all turns are over."""
        with self._lock:
            key, self._next = self._next, b""
            self._is_busy = bool(key)
            return key

    @property
    def busy(self) -> bool:
        """Tell whether a copy is being made."""
        with self._lock:
            return self._is_busy


class Backups(QObject):
    """Copies the vault in the background, each copy checked by opening it."""

    made = Signal(object)
    missed = Signal(object)
    damaged = Signal(object)

    def __init__(
        self,
        vault: Path,
        target: Path,
        clock: Clock,
        parent: QObject,
        second: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._second = second
        self._vault = vault
        self._target = target
        self._clock = clock
        self._turns = _Turns()
        self._copied: tuple[object, ...] | None = None
        pool = QThreadPool.globalInstance()  # a long copy must not keep others from working
        pool.setMaxThreadCount(max(3, pool.maxThreadCount()))

    def make(self, key: bytes) -> None:
        """Make one copy now, or after the one being made, and thin out the old ones."""
        if not self._turns.begin(key):
            return
        vault, target, clock, turns = self._vault, self._target, self._clock, self._turns
        second = Path(self._second()) if self._second() else None

        def copy_it(key: bytes) -> _Made:
            state = _state(vault, second)
            copy = make_backup(vault, key, target, clock)
            thin(target, KEPT)
            if second is not None and second.is_dir():  # a stick that is not there is let be
                copy_again(copy, second)
                thin(second, KEPT)
            return copy, state

        jobs.run(self, lambda: _in_turn(copy_it, key, turns), self._done, self._failed)

    def make_if_changed(self, key: bytes) -> None:
        """Make a copy; of a large vault only where the newest copies do not hold it already."""
        second = Path(self._second()) if self._second() else None
        is_held = self._copied == _state(self._vault, second) and self.newest() is not None
        if self._turns.busy or not is_held or not is_checked_later(self._vault):
            self.make(key)

    def make_if_a_day_old(self, key: bytes) -> None:
        """Make a copy unless the newest is less than a day old; a large vault is checked then.

        Making a copy reads and checks everything too.
        """
        newest = self.newest()
        if newest is None or self._age(newest) > timedelta(days=1):
            self.make(key)
        elif is_checked_later(self._vault):
            vault = self._vault
            jobs.run(self, lambda: check_whole(vault, key), lambda _none: None, self._unsound)

    def newest(self) -> Path | None:
        """Return the newest copy there is."""
        copies = list_backups(self._target)
        return copies[0] if copies else None

    def _age(self, copy: Path) -> timedelta:
        return timedelta(seconds=self._clock.now().timestamp() - copy.stat().st_mtime)

    def _done(self, made: _Made) -> None:
        log.note("backup made and checked")
        copy, self._copied = made
        self.made.emit(copy)

    def _failed(self, error: Exception) -> None:
        log.note(f"backup missed: {type(error).__name__}")
        self.missed.emit(error)

    def _unsound(self, error: Exception) -> None:
        log.note(f"vault not sound: {type(error).__name__}")
        if isinstance(error, VaultDamagedError):
            self.damaged.emit(error)


def _state(vault: Path, second: Path | None) -> tuple[object, ...]:
    """Return what changes with the file of the vault, and with the second place."""
    with contextlib.suppress(OSError):
        told = (vault / DB_FILE).stat()
        return told.st_mtime_ns, told.st_size, second, second is not None and second.is_dir()
    return ()


def _in_turn(copy_it: Callable[[bytes], _Made], key: bytes, turns: _Turns) -> _Made:
    """Make a copy, and those asked for meanwhile; return the last, or raise what stopped it."""
    while True:
        try:
            made = copy_it(key)
        except Exception:
            key = turns.next()
            if not key:
                raise
        else:
            key = turns.next()
            if not key:
                return made
