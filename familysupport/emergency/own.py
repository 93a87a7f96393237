"""A family's own numbers, in a small open file, because Emergency also works while locked."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from pathlib import Path
from typing import Any

from familysupport.emergency.model import OwnNumber
from familysupport.errors import DiskFullError, NotWritableError
from familysupport.paths import make_private

MOST = 12
_LONGEST_NAME = 60
_LONGEST_NUMBER = 40


class OwnNumbers:
    """Reads and writes the file; what cannot be read counts as no numbers at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[OwnNumber, ...]:
        """Return the numbers in the order they were added."""
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        found = [_one(item) for item in raw] if isinstance(raw, list) else []
        return tuple(one for one in found if one)[:MOST]

    def add(self, name: str, number: str) -> bool:
        """Add a number and say whether there was room and something to add.

        Raises DiskFullError or NotWritableError; the numbers are then as they were.
        """
        new = _one([name, number])
        before = self.all()
        if new is None or len(before) >= MOST:
            return False
        self.save((*before, new))
        return True

    def save(self, numbers: tuple[OwnNumber, ...]) -> None:
        """Write all numbers, whole or not at all; with none left, the file goes.

        Raises DiskFullError or NotWritableError; the numbers are then as they were.
        """
        part = self._path.with_suffix(".part")
        try:
            make_private(self._path.parent)
            if not numbers:
                self._path.unlink(missing_ok=True)
                return
            text = json.dumps([[one.name, one.number] for one in numbers], indent=1)
            part.write_text(text, encoding="utf-8")
            part.chmod(0o600)
            os.replace(part, self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise (DiskFullError if full else NotWritableError)(self._path) from error


def _one(item: Any) -> OwnNumber | None:
    if not isinstance(item, list) or len(item) != 2:
        return None
    if not all(isinstance(part, str) for part in item):
        return None
    name, number = (" ".join(part.split()) for part in item)
    if not name or not number or not number.isprintable() or not name.isprintable():
        return None
    return OwnNumber(name[:_LONGEST_NAME], number[:_LONGEST_NUMBER])
