"""One window for one data folder: a second start brings the first to the front."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from familysupport.paths import make_private


class Instance(QObject):
    """Holds the data folder for this process, or knocks at the one that holds it."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = make_private(folder) / "bell"
        self._lock = QLockFile(str(folder / "lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Return whether this process is the first; from then on knocks are heard."""
        if not self._lock.tryLock(0):
            return False
        self._bell.touch(mode=0o600)
        self._watcher = QFileSystemWatcher([str(self._bell)], self)
        self._watcher.fileChanged.connect(lambda _path: self.knocked.emit())
        return True

    def knock(self) -> None:
        """Ask the first process to show its window."""
        self._bell.write_text("knock", encoding="ascii")

    def release(self) -> None:
        """Let the folder go."""
        self._lock.unlock()
