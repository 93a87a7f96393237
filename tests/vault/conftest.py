"""What the vault's tests share."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def is_private() -> Callable[[Path], bool]:
    """Say whether this user alone may use a file or folder; Windows keeps homes private itself."""

    def look(path: Path) -> bool:
        wanted = 0o700 if path.is_dir() else 0o600
        return os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == wanted

    return look
