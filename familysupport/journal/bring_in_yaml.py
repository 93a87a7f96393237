"""Reads the small part of YAML that journals are kept in; words only, nothing is ever carried out.

Mappings, lists and scalars in all their ways of writing; no tags, anchors or types: whatever is
not a mapping, a list or nothing is text. What is beyond that raises NotReadableError.
"""

from __future__ import annotations

import re
from typing import Any

_DEEPEST = 20
_NOTHING = ("", "~", "null", "Null", "NULL")
_DOUBLE = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_SINGLE = re.compile(r"'([^']*(?:''[^']*)*)'", re.DOTALL)
_PLAIN_KEY = re.compile(r"(?![?\-] )[^\s\"'#&*!|>%@`{}\[\],][^\n]*?(?=[ \t]*:(?:\s|$))")
_FLOW_WORDS = re.compile(
    r"[^,\[\]{}\n]*?(?=\s*(?:[,\[\]{}\n]|:(?:[\s,\]}]|$)|\s#|$))", re.MULTILINE
)
_FOLD = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n[ \t]*)|(.))"
    r"|([ \t]*\n(?:[ \t]*\n)*[ \t]*)"
)
_SIGNS = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_GAP = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:#[^\n]*\Z)?")
_BLOCK = re.compile(r"([|>])([+-]?)\d?[+-]?[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_COLON = re.compile(r"[ \t]*:(?=[ \t\n]|\Z)")
_EMPTY_LINES = re.compile(r"(?:\n[ \t]*)*")


class NotReadableError(Exception):
    """This is not what the small reader understands."""


def read_yaml(text: str) -> Any:
    """Return mappings as dict, lists as list, words as str and nothing as None."""
    reader = _Reader(text.replace("\t\n", "\n"))
    try:
        found = reader.node(-1, 0)
    except (RecursionError, IndexError, ValueError, OverflowError) as error:
        raise NotReadableError from error
    if reader.gap() < len(reader.text):
        raise NotReadableError
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def gap(self) -> int:
        """Go on to the next thing that is not empty, and return where it is."""
        hit = _GAP.match(self.text, self.place)
        self.place = hit.end() if hit else self.place
        return self.place

    def node(self, above: int, depth: int) -> Any:
        """Return what stands here; `above` is the column it must stand to the right of."""
        if depth > _DEEPEST:
            raise NotReadableError
        start = self.gap()
        if start >= len(self.text) or self._column() <= above:
            return None
        sign = self.text[start]
        if self._begins("- "):
            return self._list(self._column(), depth)
        if self._begins("? ") or self._has_key():
            return self._mapping(self._column(), depth)
        if sign in "{[":
            return self._flow(depth)
        return self._scalar(above)

    def _mapping(self, column: int, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while self.gap() < len(self.text) and self._column() == column:
            if self._begins("? "):
                self.place += 1
                key = self.node(column, depth + 1)
                self.gap()
                if not self._begins(":"):
                    found[_as_key(key)] = None
                    continue
            else:
                key = self._key()
            self._expect_colon()
            found[_as_key(key)] = self._value(column, depth)
        if self.place < len(self.text) and self._column() > column:
            raise NotReadableError
        return found

    def _value(self, column: int, depth: int) -> Any:
        line = self._line()
        self.gap()
        if self._line() != line and self._column() == column and self._begins("- "):
            return self._list(column, depth + 1)
        if self._line() == line and (self._begins("- ") or self._begins("? ")):
            raise NotReadableError
        if (
            self._line() == line
            and self.place < len(self.text)
            and self.text[self.place] not in "{["
        ):
            return self._scalar(column)
        return self.node(column, depth + 1)

    def _list(self, column: int, depth: int) -> list[Any]:
        found = []
        while self.gap() < len(self.text) and self._column() == column and self._begins("- "):
            self.place += 1
            found.append(self.node(column, depth + 1))
        return found

    def _flow(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise NotReadableError
        is_mapping = self._take() == "{"
        end = "}" if is_mapping else "]"
        pairs: list[tuple[Any, Any]] = []
        while True:
            self.gap()
            if self._begins(end):
                self.place += 1
                break
            pairs.append(self._flow_pair(is_mapping, depth))
            self.gap()
            if not self._begins(end) and self._take() != ",":
                raise NotReadableError
        return (
            {_as_key(key): value for key, value in pairs} if is_mapping else [k for k, _v in pairs]
        )

    def _flow_pair(self, is_mapping: bool, depth: int) -> tuple[Any, Any]:
        if is_mapping and self._begins("? "):
            self.place += 1
        key = self._flow_node(depth)
        self.gap()
        hit = _COLON.match(self.text, self.place)
        if not is_mapping or hit is None:
            return key, None
        self.place = hit.end()
        return key, self._flow_node(depth)

    def _flow_node(self, depth: int) -> Any:
        self.gap()
        sign = self.text[self.place]
        if sign in "{[":
            return self._flow(depth + 1)
        if sign in "\"'":
            return self._quoted()
        parts = []
        while hit := _FLOW_WORDS.match(self.text, self.place):
            parts.append(hit.group().strip(" \t"))
            self.place = hit.end()
            if self.text[self.gap()] in ",[]{}:" or not hit.group():
                break
        return _plain(" ".join(parts))

    def _scalar(self, above: int) -> str | None:
        sign = self.text[self.place]
        if sign in "\"'":
            found = self._quoted()
            self._expect_end()
            return found
        if sign in "|>":
            return self._block_scalar(above)
        if sign in "&*!%@`":
            raise NotReadableError
        return self._plain_lines(above)

    def _plain_lines(self, above: int) -> str | None:
        lines: list[str] = []
        while self.place < len(self.text):
            end = self._line_end()
            line = self.text[self.place : end].split(" #")[0].strip(" \t")
            if ": " in line or line.endswith(":"):
                raise NotReadableError
            lines.append(line)
            self.place = end
            rest = _EMPTY_LINES.match(self.text, end)
            after = rest.end() if rest else end
            if after >= len(self.text) or after - self.text.rfind("\n", 0, after) - 1 <= above:
                break
            lines.extend([""] * (self.text.count("\n", end, after) - 1))
            self.place = after
        return _plain(_FOLD.sub(_folded, "\n".join(lines)))

    def _block_scalar(self, above: int) -> str:
        head = _BLOCK.match(self.text, self.place)
        if head is None:
            raise NotReadableError
        self.place = head.end()
        lines: list[str] = []
        inset = -1
        while self.place < len(self.text):
            end = self._line_end()
            line = self.text[self.place : end]
            own = len(line) - len(line.lstrip(" "))
            if line.strip() and own <= above:
                break
            inset = own if inset < 0 and line.strip() else inset
            lines.append(line[max(inset, 0) :] if line.strip() else "")
            self.place = min(end + 1, len(self.text))
        text = "\n".join(lines).rstrip("\n")
        whole = text if head[1] == "|" else _FOLD.sub(_folded, text)
        return whole if head[2] == "-" else whole + "\n"

    def _quoted(self) -> str:
        is_double = self.text[self.place] == '"'
        hit = (_DOUBLE if is_double else _SINGLE).match(self.text, self.place)
        if hit is None:
            raise NotReadableError
        self.place = hit.end()
        if is_double:
            return _ESCAPE.sub(_sign, hit[1])
        return _FOLD.sub(_folded, hit[1].replace("''", "'"))

    def _key(self) -> Any:
        if self.text[self.place] in "\"'":
            return self._quoted()
        hit = _PLAIN_KEY.match(self.text, self.place)
        if hit is None:
            raise NotReadableError
        self.place = hit.end()
        return hit.group()

    def _has_key(self) -> bool:
        if self.text[self.place] in "\"'":
            hit = (_DOUBLE if self.text[self.place] == '"' else _SINGLE).match(
                self.text, self.place
            )
            return bool(hit and "\n" not in hit[1] and _COLON.match(self.text, hit.end()))
        return bool(_PLAIN_KEY.match(self.text, self.place))

    def _expect_colon(self) -> None:
        hit = _COLON.match(self.text, self.place)
        if hit is None:
            raise NotReadableError
        self.place = hit.end()

    def _expect_end(self) -> None:
        rest = self.text[self.place : self._line_end()].strip()
        if rest and not rest.startswith("#"):
            raise NotReadableError

    def _begins(self, sign: str) -> bool:
        bare = sign.rstrip()
        if not self.text.startswith(bare, self.place):
            return False
        after = self.place + len(bare)
        return bare == sign or after >= len(self.text) or self.text[after] in " \t\n"

    def _take(self) -> str:
        self.place += 1
        return self.text[self.place - 1]

    def _column(self) -> int:
        return self.place - self.text.rfind("\n", 0, self.place) - 1

    def _line(self) -> int:
        return self.text.rfind("\n", 0, self.place)

    def _line_end(self) -> int:
        end = self.text.find("\n", self.place)
        return len(self.text) if end < 0 else end


def _plain(words: str) -> str | None:
    return None if words in _NOTHING else words


def _as_key(key: Any) -> str:
    if isinstance(key, (dict, list)):
        raise NotReadableError
    return "" if key is None else str(key)


def _folded(hit: re.Match[str]) -> str:
    return "\n" * (hit.group().count("\n") - 1) or " "


def _sign(hit: re.Match[str]) -> str:
    code = hit[1] or hit[2] or hit[3]
    if code:
        return chr(int(code, 16))
    if hit[6]:
        return _folded(hit)
    return "" if hit[4] else _SIGNS.get(hit[5], hit[5])
