"""When a version is worth keeping by itself, and what differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import Enum, auto

from familysupport.statements.model import Statement, Version

BETWEEN_VERSIONS = timedelta(minutes=5)
_BIG_ENOUGH_TO_MISS = 200
_MANY_WORDS = 3000
_WORD = re.compile(r"\S+\s*|\s+")


class Change(Enum):
    """What became of some words."""

    SAME = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True)
class Piece:
    """Words in a row that share one fate."""

    change: Change
    text: str


def is_due(last: Version | None, statement: Statement, now: datetime) -> bool:
    """Return whether a quiet moment should keep `statement`: it differs, and some time went by."""
    if last is None:
        return bool((statement.text + statement.if_no).strip())
    card = statement.if_no if last.if_no is None else last.if_no
    same = (last.text, last.title, card) == (statement.text, statement.title, statement.if_no)
    return not same and not last.kept_at <= now < last.kept_at + BETWEEN_VERSIONS


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
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > _MANY_WORDS)
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        old, new = "".join(before[first:last]), "".join(after[new_first:new_last])
        if tag == "equal":
            yield Piece(Change.SAME, old)
        else:
            yield from _by_words(_WORD.findall(old), _WORD.findall(new))


def _by_words(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    many = len(before) + len(after) > _MANY_WORDS
    for tag, first, last, new_first, new_last in SequenceMatcher(
        None, before, after, autojunk=many
    ).get_opcodes():
        old, new = "".join(before[first:last]), "".join(after[new_first:new_last])
        if tag == "equal":
            yield Piece(Change.SAME, old)
            continue
        if old:
            yield Piece(Change.GONE, old)
        if new:
            yield Piece(Change.NEW, new)
