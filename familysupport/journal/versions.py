"""When an earlier version of an entry is worth keeping by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from familysupport.journal.model import Entry, Version

BETWEEN_VERSIONS = timedelta(minutes=5)


def is_due(last: Version | None, entry: Entry, now: datetime) -> bool:
    """Return whether a quiet moment should keep `entry`: it differs, and some time went by."""
    if last is None:
        return bool(entry.text.strip())
    same = (last.title, last.text) == (entry.title, entry.text)
    return not same and not last.at <= now < last.at + BETWEEN_VERSIONS
