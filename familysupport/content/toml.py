"""Reads TOML written by people into named tuples or dataclasses and forgives nothing."""

from __future__ import annotations

import functools
import inspect
import re
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from familysupport.errors import ContentError

T = TypeVar("T")
_PLAIN = (str, int, float, bool, date)
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+|\"[^\"]*\")\s*=(.*)$")
_NAME = re.compile(r"^\[([\w-]+)\]", re.MULTILINE)
_LONG = ('"""', "'''")


def read_table(path: Path, cls: type[T]) -> T:
    """Read the whole file as one `cls`; a slip raises ContentError naming file, line and key."""
    return parse_table(_text(path), cls, path.name)


def read_tables(path: Path, cls: type[T]) -> dict[str, T]:
    """Read a file of named tables; each name becomes the key and the `id` of one `cls`."""
    source = _Source(_text(path), path.name, 0)
    raw = source.load()
    return {name: _named(source, name, value, cls) for name, value in raw.items()}


class Tables(Mapping[str, T]):
    """The named tables of a long file; one is read when it is first asked for.

    A lesson leans on ten facts of six hundred, and shall not wait for the others. Each table has a
    bare name on a line of its own. A slip raises ContentError when its table is read, or at once
    where it is between the tables.
    """

    def __init__(self, path: Path, cls: type[T]) -> None:
        self._text, self._place, self._cls = _text(path), path.name, cls
        found = [(hit[1], hit.start()) for hit in _NAME.finditer(self._text)]
        ends = [*(start for _name, start in found[1:]), len(self._text)]
        self._spans = {name: (at, end) for (name, at), end in zip(found, ends, strict=False)}
        self._read: dict[str, T] = {}
        before = _Source(self._text[: found[0][1] if found else None], self._place, 0)
        for name in before.load():
            raise before.slip(name, "stands above the tables")
        if len(self._spans) < len(found):
            read_tables(path, cls)  # which says where a name stands twice

    def __getitem__(self, name: str) -> T:
        """Return one table; KeyError where there is none of that name."""
        if name not in self._read:
            start, end = self._spans[name]
            source = _Source(self._text[start:end], self._place, self._text.count("\n", 0, start))
            for found, value in source.load().items():
                if found != name:
                    raise source.slip(found, "its name must be bare, on a line of its own")
                self._read[name] = _named(source, name, value, self._cls)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names in their order."""
        return iter(self._spans)

    def __len__(self) -> int:
        """Return how many tables there are."""
        return len(self._spans)


def parse_table(text: str, cls: type[T], place: str, first_line: int = 0) -> T:
    """Read `text` as one `cls`; `first_line` is how many lines stand above it in its file."""
    source = _Source(text, place, first_line)
    return typing.cast("T", _build(source, "", source.load(), cls))


class _Source:
    """The text under the reader's finger, so that a slip can be given its line."""

    def __init__(self, text: str, place: str, first_line: int) -> None:
        self.text = text
        self.place = place
        self.first_line = first_line
        self._lines: dict[str, int] | None = None

    def load(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found.group(1)) if found else self.text.count("\n") + 1
            raise ContentError(f"{self.place}:{line + self.first_line}", str(error)) from error

    def slip(self, key: str, what: str) -> ContentError:
        return ContentError(f"{self.place}:{self.line_of(key) + self.first_line}", f"{key}: {what}")

    def line_of(self, key: str) -> int:
        if self._lines is None:
            self._lines = _key_lines(self.text)
        while key:
            if key in self._lines:
                return self._lines[key]
            key = re.sub(r"(\[\d+\]|\.?[^.\[\]]+)$", "", key)
        return 1


def _key_lines(text: str) -> dict[str, int]:
    """Find on which line each key stands; inline tables count as their outer key."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, closing = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _table_path(header.group(2), header.group(1) == "[[", counts)
            lines.setdefault(table, number)
        elif key:
            name = key.group(1).strip('"')
            lines.setdefault(f"{table}.{name}" if table else name, number)
            closing = next((q for q in _LONG if key.group(2).count(q) == 1), "")
    return lines


def _table_path(dotted: str, is_array: bool, counts: dict[str, int]) -> str:
    parts = [part.strip().strip('"') for part in dotted.split(".")]
    path = ""
    for part in parts[:-1]:
        path = f"{path}.{part}" if path else part
        path = f"{path}[{counts[path] - 1}]" if path in counts else path
    path = f"{path}.{parts[-1]}" if path else parts[-1]
    if not is_array:
        return path
    counts[path] = counts.get(path, 0) + 1
    return f"{path}[{counts[path] - 1}]"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path.name, f"cannot be read ({type(error).__name__})") from error


def _named(source: _Source, name: str, value: Any, cls: type[T]) -> T:
    if not isinstance(value, dict):
        raise source.slip(name, "must be a table")
    if "id" in value:
        raise source.slip(f"{name}.id", "unknown key")
    return typing.cast("T", _build(source, name, {"id": name, **value}, cls))


def _build(source: _Source, key: str, raw: Any, cls: Any) -> Any:
    if not isinstance(raw, dict):
        raise source.slip(key, "must be a table")
    fields, hints = _shape(cls)
    for name in raw:
        if name not in fields:
            raise source.slip(_join(key, name), "unknown key")
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in raw:
            values[name] = _value(source, _join(key, name), raw[name], hints[name])
        elif field.default is field.empty:
            raise source.slip(key or name, f"missing key {name}")
    return cls(**values)


@functools.cache
def _shape(cls: Any) -> tuple[Mapping[str, inspect.Parameter], dict[str, Any]]:
    """Return what `cls` is made from, and of which types; asking costs more than the reading."""
    return inspect.signature(cls).parameters, typing.get_type_hints(cls)


def _value(source: _Source, key: str, raw: Any, kind: Any) -> Any:
    if kind in _PLAIN:
        return _plain(source, key, raw, kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        if raw not in args:
            raise source.slip(key, f"must be one of {', '.join(map(str, args))}")
        return raw
    if origin is types.UnionType:
        return _value(source, key, raw, next(arg for arg in args if arg is not types.NoneType))
    if origin is tuple:
        return _many(source, key, raw, args)
    if origin is dict:
        if not isinstance(raw, dict):
            raise source.slip(key, "must be a table")
        return {name: _value(source, _join(key, name), item, args[1]) for name, item in raw.items()}
    return _build(source, key, raw, kind)


def _plain(source: _Source, key: str, raw: Any, kind: Any) -> Any:
    if kind is float and type(raw) is int:
        return float(raw)
    if type(raw) is not kind:
        raise source.slip(key, f"must be {kind.__name__}, is {type(raw).__name__}")
    return raw


def _many(source: _Source, key: str, raw: Any, args: tuple[Any, ...]) -> Any:
    if not isinstance(raw, list):
        raise source.slip(key, "must be a list")
    if args[-1] is not Ellipsis:
        if len(raw) != len(args):
            raise source.slip(key, f"must hold {len(args)} values")
        kinds = list(args)
    else:
        kinds = [args[0]] * len(raw)
    return tuple(
        _value(source, f"{key}[{at}]", item, kind)
        for at, (item, kind) in enumerate(zip(raw, kinds, strict=True))
    )


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
