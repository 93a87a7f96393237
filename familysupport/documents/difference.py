"""What differs between two texts, word by word, and how much may go before it is kept first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

_BIG_ENOUGH_TO_MISS = 200
_MANY_WORDS = 3000
_MOST_WORDS = 20_000  # two long texts with nothing in common would take seconds
_WORD = re.compile(r"\S+\s*|\s+")


class Change(Enum):
    """What became of some words."""

    SAME = auto()
    GONE = auto()
    NEW = auto()


class Piece(NamedTuple):
    """Words in a row that share one fate."""

    change: Change
    text: str


def is_big_loss(before: str, after: str) -> bool:
    """Return whether so much went at once that the text before should be kept first."""
    return len(before) >= _BIG_ENOUGH_TO_MISS and len(after) * 2 < len(before)


def compare(before: str, after: str) -> list[Piece]:
    """Return both texts as one: what stayed, what went from `before`, what is new in `after`.

    SAME and GONE joined give `before`, SAME and NEW joined give `after`, sign by sign.
    """
    found: list[Piece] = []
    lines, new_lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for piece in _by_lines(lines, new_lines):
        if found and found[-1].change is piece.change:
            found[-1] = Piece(piece.change, found[-1].text + piece.text)
        else:
            found.append(piece)
    return found


def _by_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for tag, first, last, new_first, new_last in _steps(before, after, len(before)):
        old, new = "".join(before[first:last]), "".join(after[new_first:new_last])
        if tag == "equal":
            yield Piece(Change.SAME, old)
        else:
            yield from _by_words(_WORD.findall(old), _WORD.findall(new))


def _by_words(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    if len(before) + len(after) > _MOST_WORDS:
        yield from _changed("".join(before), "".join(after))
        return
    many = len(before) + len(after)
    for tag, first, last, new_first, new_last in _steps(before, after, many):
        old, new = "".join(before[first:last]), "".join(after[new_first:new_last])
        if tag == "equal":
            yield Piece(Change.SAME, old)
        else:
            yield from _changed(old, new)


def _steps(
    before: Sequence[str], after: Sequence[str], many: int
) -> list[tuple[str, int, int, int, int]]:
    from difflib import SequenceMatcher  # only versions are compared, and seldom

    matcher = SequenceMatcher(None, before, after, autojunk=many > _MANY_WORDS)
    return list(matcher.get_opcodes())


def _changed(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(Change.GONE, old)
    if new:
        yield Piece(Change.NEW, new)
