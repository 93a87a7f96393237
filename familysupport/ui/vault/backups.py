"""Makes safe copies by itself, on lock and once a day, and checks what is large meanwhile."""

from __future__ import annotations

import contextlib
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
        self._is_making = False
        self._again = b""
        self._copying: tuple[object, ...] = ()
        self._copied: tuple[object, ...] | None = None
        pool = QThreadPool.globalInstance()  # a long copy must not keep others from working
        pool.setMaxThreadCount(max(3, pool.maxThreadCount()))

    def make(self, key: bytes) -> None:
        """Make one copy now, or after the one being made, and thin out the old ones."""
        if self._is_making:
            self._again = key
            return
        self._is_making = True
        vault, target, clock = self._vault, self._target, self._clock
        self._copying = self._state()
        second = Path(self._second()) if self._second() else None

        def work() -> Path:
            copy = make_backup(vault, key, target, clock)
            thin(target, KEPT)
            if second is not None and second.is_dir():  # a stick that is not there is let be
                copy_again(copy, second)
                thin(second, KEPT)
            return copy

        jobs.run(self, work, self._done, self._failed)

    def make_if_changed(self, key: bytes) -> None:
        """Make a copy; of a large vault only where the newest copies do not hold it already."""
        is_held = self._copied == self._state() and self.newest() is not None
        if self._is_making or not is_held or not is_checked_later(self._vault):
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

    def _state(self) -> tuple[object, ...]:
        """Return what changes with the file of the vault, and with the second place."""
        second = self._second()
        with contextlib.suppress(OSError):
            told = (self._vault / DB_FILE).stat()
            return told.st_mtime_ns, told.st_size, second, bool(second) and Path(second).is_dir()
        return ()

    def _age(self, copy: Path) -> timedelta:
        return timedelta(seconds=self._clock.now().timestamp() - copy.stat().st_mtime)

    def _done(self, copy: object) -> None:
        log.note("backup made and checked")
        self._copied = self._copying
        self.made.emit(copy)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        log.note(f"backup missed: {type(error).__name__}")
        self.missed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        self._is_making = False
        key, self._again = self._again, b""
        if key:
            self.make(key)

    def _unsound(self, error: Exception) -> None:
        log.note(f"vault not sound: {type(error).__name__}")
        if isinstance(error, VaultDamagedError):
            self.damaged.emit(error)
