"""Records of the plan, and how one is written down and read again."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

OWN = ("id", "uid", "updated_at")
"""The fields that stand in columns of their own, outside the written record."""


@dataclass(frozen=True)
class Item:
    """One record; `id` is 0 until saved, `uid` is the same on every computer it is shared with."""

    kind: ClassVar[str] = ""

    id: int = 0
    uid: str = ""
    updated_at: datetime | None = None


T = TypeVar("T")


def to_data(item: Any) -> str:
    """Return what a record says, as JSON; its fields are what it can be matched by."""
    said = {name: _plain(getattr(item, name)) for name in item.__match_args__ if name not in OWN}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def from_data(cls: type[T], text: str) -> T:
    """Return the record that `text` says; a field it does not name takes its usual value.

    Raises ValueError when `text` is not such a record.
    """
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError(cls.__name__)
    hints = typing.get_type_hints(cls)
    shape: Any = cls
    names = set(shape.__match_args__) - set(OWN)
    return cls(**{name: _value(hints[name], said[name]) for name in names if name in said})


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _value(kind: Any, raw: Any) -> Any:
    if isinstance(kind, types.UnionType):
        inner = next(one for one in typing.get_args(kind) if one is not types.NoneType)
        return None if raw is None else _value(inner, raw)
    if typing.get_origin(kind) is tuple:
        return tuple(_value(str, one) for one in _checked(list, raw))
    if issubclass(kind, StrEnum):
        return kind(raw)
    if kind is date:
        return date.fromisoformat(_checked(str, raw))
    return _checked(kind, raw)


def _checked(kind: type, raw: Any) -> Any:
    if type(raw) is not kind:
        raise ValueError(kind.__name__)
    return raw
