"""The settings in force: changed in one place, kept at once, told to whom it concerns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from familysupport.settings import Settings, load_settings, save_settings, usual_settings


class Choices(QObject):
    """Holds the settings; `changed` carries the names of what changed."""

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._now = load_settings(path)
        self._kept = True

    def now(self) -> Settings:
        """Return the settings in force."""
        return self._now

    def change(self, **fields: Any) -> None:
        """Change some fields, keep them, and say so."""
        self._put(self._now._replace(**fields))

    def back_to_usual(self) -> None:
        """Take the usual value for every choice of look and habit."""
        self._put(usual_settings(self._now))

    def stop_keeping(self) -> None:
        """Write nothing to the disk any more."""
        self._kept = False

    def _put(self, after: Settings) -> None:
        names = {
            name for name in Settings._fields if getattr(after, name) != getattr(self._now, name)
        }
        self._now = after
        if names:
            if self._kept:
                save_settings(self._path, after)
            self.changed.emit(names)
