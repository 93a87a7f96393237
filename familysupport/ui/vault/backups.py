"""Makes safe copies by itself: on lock, and once a day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from familysupport import log
from familysupport.clock import Clock
from familysupport.ui.kit import jobs
from familysupport.vault.backup import list_backups, make_backup, thin

KEPT = 10


class Backups(QObject):
    """Copies the vault in the background, each copy checked by opening it."""

    made = Signal(object)
    missed = Signal(object)

    def __init__(self, vault: Path, target: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._target = target
        self._clock = clock

    def make(self, key: bytes) -> None:
        """Make one copy now, and thin out the old ones."""
        vault, target, clock = self._vault, self._target, self._clock

        def work() -> Path:
            copy = make_backup(vault, key, target, clock)
            thin(target, KEPT)
            return copy

        jobs.run(self, work, self._done, self._failed)

    def make_if_a_day_old(self, key: bytes) -> None:
        """Make a copy unless the newest is less than a day old."""
        newest = self.newest()
        if newest is None or self._age(newest) > timedelta(days=1):
            self.make(key)

    def newest(self) -> Path | None:
        """Return the newest copy there is."""
        copies = list_backups(self._target)
        return copies[0] if copies else None

    def _age(self, copy: Path) -> timedelta:
        return timedelta(seconds=self._clock.now().timestamp() - copy.stat().st_mtime)

    def _done(self, copy: object) -> None:
        log.note("backup made and checked")
        self.made.emit(copy)

    def _failed(self, error: Exception) -> None:
        log.note(f"backup missed: {type(error).__name__}")
        self.missed.emit(error)
