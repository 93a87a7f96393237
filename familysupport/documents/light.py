"""The light marks people put into what they write, such as **bold**, read line by line.

It is a small part of Markdown in which each line stands for itself: what a sign means never depends
on the lines around it, a line break stays a line break, and whatever does not fit is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

LONGEST_LINE = 20_000
"""A longer line is taken as plain words: nobody set marks in it by hand."""

FOLDED_AT = 10_000
"""A line with more signs than this makes every key slow: it is laid out anew each time."""

_DEEPEST = 4
_LOOK_BACK = 16  # marks left open; keeps a line full of them quick
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|(?P<number>\d{1,2})[.)])[ \t]+")
_TICK = re.compile(r"\[(?P<done>[ xX])\](?:[ \t]+|$)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_SIGNS = re.compile(r"(?P<run>\*+|_+)|\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]*)\)")


class Shape(Enum):
    """What a line is."""

    WORDS = auto()
    EMPTY = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBER = auto()
    OPEN = auto()
    DONE = auto()
    QUOTE = auto()
    RULE = auto()


ITEMS = frozenset({Shape.BULLET, Shape.NUMBER, Shape.OPEN, Shape.DONE})


class Line(NamedTuple):
    """A line as it was typed: `text[:mark]` says what it is, the words follow.

    `level` is 1 to 3 in a heading and how deep an item of a list stands, `number` the number of a
    numbered item.
    """

    text: str
    shape: Shape
    mark: int = 0
    level: int = 0
    number: int = 0

    @property
    def words(self) -> str:
        """Return what follows the mark of the line, other marks still in it."""
        return self.text[self.mark :]


class Stretch(NamedTuple):
    """Signs in a row that look the same; `mark` are the marks themselves."""

    text: str
    bold: bool = False
    italic: bool = False
    link: bool = False
    mark: bool = False


def read_line(text: str) -> Line:
    """Return what a line without its line break is."""
    if not text.strip():
        return Line(text, Shape.EMPTY)
    if len(text) > LONGEST_LINE:
        return Line(text, Shape.WORDS)
    if _RULE.fullmatch(text):
        return Line(text, Shape.RULE, len(text))
    if hit := _HEADING.match(text):
        return Line(text, Shape.HEADING, hit.end(), min(3, len(hit[1])))
    if hit := _QUOTE.match(text):
        return Line(text, Shape.QUOTE, hit.end())
    if hit := _ITEM.match(text):
        return _item(text, hit)
    return Line(text, Shape.WORDS)


def _item(text: str, hit: re.Match[str]) -> Line:
    level = min(_DEEPEST, len(hit["indent"].expandtabs(2)) // 2)
    if hit["number"]:
        return Line(text, Shape.NUMBER, hit.end(), level, int(hit["number"]))
    if tick := _TICK.match(text, hit.end()):
        shape = Shape.OPEN if tick["done"] == " " else Shape.DONE
        return Line(text, shape, tick.end(), level)
    return Line(text, Shape.BULLET, hit.end(), level)


def stretches(words: str) -> list[Stretch]:
    """Return the words of a line by their looks; joined again they are what was given."""
    if len(words) > LONGEST_LINE:
        return [Stretch(words)]
    looks = _Looks(words)
    for hit in _SIGNS.finditer(words):
        if hit["run"]:
            looks.meet(hit.start(), hit["run"])
        else:
            looks.link(hit)
    return looks.stretches()


class _Looks:
    """Pairs the marks of one line; each sign is looked at a set number of times."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._open: list[tuple[str, int]] = []
        self._bounds: list[tuple[int, int, str]] = []

    def meet(self, at: int, run: str) -> None:
        """Close what `run` opened before, or take it as an opening."""
        if len(run) > 3:
            return
        before = self._words[at - 1 : at] if at else ""
        after = self._words[at + len(run) : at + len(run) + 1]
        tight = run[0] == "_" or len(run) == 1  # 2*3*4 and a_b_c are no marks
        closes = bool(before.strip()) and not (tight and after.isalnum())
        opens = bool(after.strip()) and not (tight and before.isalnum())
        place = self._opened(run) if closes else -1
        if place >= 0:
            self._pair(self._open[place][1], at, run)
            del self._open[place:]
        elif opens:
            self._open.append((run, at))

    def link(self, hit: re.Match[str]) -> None:
        """Take `[words](address)` as words with a place behind them."""
        first, last = hit.span("words")
        self._bounds += [
            (hit.start(), first, "mark"),
            (first, last, "link"),
            (last, hit.end(), "mark"),
        ]

    def stretches(self) -> list[Stretch]:
        """Return the whole line, cut wherever its look changes."""
        edges = sorted({0, len(self._words), *(e for b in self._bounds for e in b[:2])})
        changes: dict[int, list[tuple[str, int]]] = {}
        for first, last, look in self._bounds:
            changes.setdefault(first, []).append((look, 1))
            changes.setdefault(last, []).append((look, -1))
        on = dict.fromkeys(("bold", "italic", "link", "mark"), 0)
        found = []
        for first, last in pairwise(edges):
            for look, step in changes.get(first, ()):
                on[look] += step
            looks = {look: count > 0 for look, count in on.items()}
            found.append(Stretch(self._words[first:last], **looks))
        return found

    def _opened(self, run: str) -> int:
        newest = len(self._open) - 1
        places = range(newest, max(-1, newest - _LOOK_BACK), -1)
        return next((at for at in places if self._open[at][0] == run), -1)

    def _pair(self, opened: int, closed: int, run: str) -> None:
        size = len(run)
        self._bounds += [(opened, opened + size, "mark"), (closed, closed + size, "mark")]
        for look, sizes in (("italic", (1, 3)), ("bold", (2, 3))):
            if size in sizes:
                self._bounds.append((opened + size, closed, look))


def unmarked(text: str) -> str:
    """Return `text` without its marks, for a list that shows a line or two of it.

    Marks whose other half was cut off go as well.
    """
    return "\n".join(_bare(read_line(line)) for line in text.split("\n"))


def bare(words: str) -> str:
    """Return the words of a line without the marks among them."""
    return "".join(part.text for part in stretches(words) if not part.mark)


def _bare(line: Line) -> str:
    if line.shape is Shape.RULE:
        return ""
    return bare(line.words).replace("**", "").replace("__", "")


def folded(text: str, longest: int = FOLDED_AT) -> str:
    """Return `text` with lines over `longest` signs broken at a space, or anywhere if need be.

    Only broken lines differ: in each break a space went or nothing did.
    """
    if len(text) <= longest:
        return text
    return "\n".join(part for line in text.split("\n") for part in _folds(line, longest))


def _folds(line: str, longest: int) -> Iterator[str]:
    at = 0
    while len(line) - at > longest:
        space = line.rfind(" ", at + longest // 2, at + longest)
        end = space if space > 0 else at + longest
        yield line[at:end]
        at = end + (space > 0)
    yield line[at:]


def lines(text: str) -> Iterator[Line]:
    """Return the lines of `text` one by one."""
    return (read_line(line) for line in text.split("\n"))
