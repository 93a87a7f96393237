"""When a version of a statement is worth keeping by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from familysupport.statements.model import Statement, Version

BETWEEN_VERSIONS = timedelta(minutes=5)


def is_due(last: Version | None, statement: Statement, now: datetime) -> bool:
    """Return whether a quiet moment should keep `statement`: it differs, and some time went by."""
    if last is None:
        return bool((statement.text + statement.if_no).strip())
    card = statement.if_no if last.if_no is None else last.if_no
    same = (last.text, last.title, card) == (statement.text, statement.title, statement.if_no)
    return not same and not last.kept_at <= now < last.kept_at + BETWEEN_VERSIONS
