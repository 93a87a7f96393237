"""Looks into every copy again, and tells which are good."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from familysupport.errors import EndedError, FamilySupportError, WrongCodeError
from familysupport.progress import Watcher
from familysupport.vault.backup import look_into


class Verdict(Enum):
    """How a copy was found."""

    GOOD = "good"
    OTHER_KEY = "other-key"
    DAMAGED = "damaged"


def check_copies(copies: Sequence[Path], key: bytes, watcher: Watcher) -> dict[Path, Verdict]:
    """Open and check each copy with today's key; changes nothing."""
    count = max(1, len(copies))
    return {
        copy: _verdict(copy, key, watcher.part(place / count, (place + 1) / count))
        for place, copy in enumerate(copies)
    }


def _verdict(copy: Path, key: bytes, watcher: Watcher) -> Verdict:
    try:
        look_into(copy, key, watcher)
    except EndedError:
        raise
    except WrongCodeError:
        return Verdict.OTHER_KEY
    except (FamilySupportError, OSError):
        return Verdict.DAMAGED
    return Verdict.GOOD
