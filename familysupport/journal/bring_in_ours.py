"""Our own JSON, brought in again with nothing lost."""

from __future__ import annotations

from typing import Any

from familysupport.journal.bring_in import Attached, Found, Left, Note, Why, here, one_line, tidy
from familysupport.journal.model import Entry, tidy_tags
from familysupport.journal.take_out_json import FORMAT, entry_from_json


def is_ours(data: Any) -> bool:
    """Tell whether JSON is an export of this program."""
    return (
        isinstance(data, dict)
        and data.get("format") == FORMAT
        and isinstance(data.get("entries"), list)
    )


def read_ours(name: str, data: dict[str, Any]) -> tuple[list[Found], list[Left]]:
    """Return the entries of an export; one that is broken does not stop the others."""
    found: list[Found] = []
    left: list[Left] = []
    for number, raw in enumerate(data["entries"], start=1):
        source = f"{name}, {number}"
        try:
            entry = entry_from_json(raw)
        except (TypeError, ValueError, AttributeError, OverflowError):
            left.append(Left(source, Why.UNREADABLE))
            continue
        files = _files(raw)
        notes = frozenset({Note.FILES} if files else ())
        found.append(Found(_tidied(entry), source, notes, files))
    return found, left


def _tidied(entry: Entry) -> Entry:
    return entry._replace(
        at=here(entry.at),
        title=one_line(entry.title),
        text=tidy(entry.text),
        tags=tidy_tags(",".join(one_line(tag) for tag in entry.tags)),
    )


def _files(raw: dict[str, Any]) -> tuple[Attached, ...]:
    listed = raw.get("files")
    return tuple(
        Attached(one_line(one["name"]), one["inside"])
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict)
        and isinstance(one.get("name"), str)
        and isinstance(one.get("inside"), str)
    )
