"""The nouns of photos and files that belong to an entry."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

LIMIT = 25_000_000
"""The largest file taken in, in bytes."""

PART = 256 * 1024
"""The bytes of one part of a file in the vault."""


class NewFile(NamedTuple):
    """What comes into the vault: `kind` is a media type, the sides are 0 where nothing is shown.

    `thumbnail` is a small picture of it (JPEG or PNG), or empty.
    """

    name: str
    kind: str
    data: bytes
    width: int = 0
    height: int = 0
    thumbnail: bytes = b""
    note: str = ""


class KeptFile(NamedTuple):
    """A photo or file of an entry; `note` says in words what it shows."""

    id: int
    entry_id: int
    name: str
    kind: str
    size: int
    width: int
    height: int
    made_at: datetime
    note: str

    @property
    def shown(self) -> bool:
        """Tell whether this is a picture that can be shown."""
        return self.width > 0
