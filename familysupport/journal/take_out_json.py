"""The journal as JSON: everything of an entry, by the names of its fields, and back again.

The shape is described in docs/export.md. A field that an entry gains later goes out and comes in
by itself; what a file does not tell keeps its usual value.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from familysupport.journal.model import Entry

FORMAT = "family-support-journal"
VERSION = 1
_SET_APART = ("id",)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON keeps it; its number in the vault stays behind."""
    return {name: _out(value) for name, value in entry._asdict().items() if name not in _SET_APART}


def entry_from_json(raw: Mapping[str, Any]) -> Entry:
    """Return the entry that `raw` tells; ValueError or TypeError where it tells something else."""
    hints = _hints()
    values = {
        name: _in(raw[name], hint)
        for name, hint in hints.items()
        if name in raw and name not in _SET_APART
    }
    if "at" not in values:
        raise ValueError("at")
    return Entry(id=0, **values)


def _out(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Entry)


def _in(value: Any, hint: Any) -> Any:
    if get_origin(hint) is types.UnionType:
        others = [one for one in get_args(hint) if one is not type(None)]
        return None if value is None else _in(value, others[0])
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise TypeError(hint)
        return tuple(_in(one, get_args(hint)[0]) for one in value)
    if issubclass(hint, Enum):
        return hint(value)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise TypeError(hint)
    return value
