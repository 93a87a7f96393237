"""A home of its own for a program that a test starts."""

from __future__ import annotations

import os
from pathlib import Path

PERSON = Path(__file__).with_name("private_person.py")
_KEPT = ("PATH", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "SYSTEMROOT")
_HOMES = ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "LOCALAPPDATA")


def at_home(home: Path, *first: Path) -> dict[str, str]:
    """Return an environment in which `home` holds all; `first` comes first in Python's path."""
    env = {name: os.environ[name] for name in _KEPT if name in os.environ}
    env |= {name: str(home) for name in _HOMES}
    paths = os.pathsep.join(map(str, [*first, PERSON.parents[3]]))
    return env | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
