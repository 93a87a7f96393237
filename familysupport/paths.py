"""Where things are kept: one data folder, one settings folder, one log folder, the resources."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import platformdirs

_APP = "familysupport"


class Paths(NamedTuple):
    """The folders of one copy of the program; none is made before it is needed."""

    data: Path
    config: Path
    log: Path

    @property
    def own_numbers(self) -> Path:
        """Return the file of a family's own emergency numbers, which is not locked."""
        return self.config / "own-numbers.json"

    @property
    def vault(self) -> Path:
        """Return the folder of `vault.db` and `vault.key`."""
        return self.data / "vault"

    @property
    def backups(self) -> Path:
        """Return the folder of the automatic backups."""
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        """Return the file of what may be known before unlock."""
        return self.config / "settings.json"


def find_paths(data: Path | None = None) -> Paths:
    """Return the folders to use; with `data` (or FAMILYSUPPORT_DATA) all of them lie inside it."""
    chosen = data or _from_environment()
    if chosen is not None:
        return Paths(chosen, chosen / "settings", chosen / "log")
    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)


def make_private(folder: Path) -> Path:
    """Make `folder` for this user alone (0700) where it is missing, and return it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def resources() -> Path:
    """Return the resources folder, beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def _from_environment() -> Path | None:
    value = os.environ.get("FAMILYSUPPORT_DATA")
    return Path(value) if value else None
