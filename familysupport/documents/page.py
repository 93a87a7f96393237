"""A page as plain data: what is printed, saved and exported, before any format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

_MARKS = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*", re.DOTALL)

# What no font draws and no XML may hold, lone surrogates among it.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Run:
    """Words that look the same throughout."""

    text: str
    bold: bool = False
    italic: bool = False


Text: TypeAlias = str | tuple[Run, ...]
"""A plain string is taken as it is, sign by sign; use `marked` for text of ours with **bold**."""


def marked(text: str) -> tuple[Run, ...]:
    """Return our own text with its **bold** and *italic* marks read; not for what people wrote."""
    found: list[Run] = []
    at = 0
    for hit in _MARKS.finditer(text):
        found.append(Run(text[at : hit.start()]))
        bold = hit["bold"]
        found.append(Run(bold, bold=True) if bold else Run(hit["italic"], italic=True))
        at = hit.end()
    found.append(Run(text[at:]))
    return tuple(run for run in found if run.text)


def runs(text: Text) -> tuple[Run, ...]:
    """Return `text` as runs, whichever way it was given."""
    if isinstance(text, str):
        return (Run(text),) if text else ()
    return text


def words(text: Text) -> str:
    """Return `text` without its looks."""
    return "".join(run.text for run in runs(text))


def drawable(text: str) -> str:
    """Return `text` without signs that cannot be drawn, each line ending in a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def right_to_left(text: Text) -> bool:
    """Return whether the first letter that has a direction is read from the right."""
    kinds = (unicodedata.bidirectional(sign) for sign in words(text))
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


@dataclass(frozen=True)
class Heading:
    """The name of a part; `level` is 1 to 3."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; a line break inside it stays a line break."""

    text: Text


@dataclass(frozen=True)
class Bullets:
    """A list in which the order does not matter."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Numbered:
    """A list in order; the first number is `start`."""

    items: tuple[Text, ...]
    start: int = 1


@dataclass(frozen=True)
class Table:
    """Rows under a header; the header may be empty, and short rows are filled up.

    On paper `widths` are the parts of a hundred that columns take, where they were measured;
    `size` makes the letters of one with many columns smaller, and one that `goes_on` has its last
    rows on the next sheet.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()
    size: float = 1.0
    goes_on: bool = False

    def columns(self) -> int:
        """Return how many columns the widest row has."""
        return max((len(self.header), *(len(row) for row in self.rows)), default=0)

    def filled(self) -> Iterator[tuple[Text, ...]]:
        """Return the rows, each as wide as the widest."""
        for row in self.rows:
            yield row + ("",) * (self.columns() - len(row))


@dataclass(frozen=True)
class Card:
    """A framed piece that stands for itself; it stays on one page where it can."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Note:
    """Small print: a source, a date, a hint about the page itself."""

    text: Text


@dataclass(frozen=True)
class Picture:
    """A photo by itself: a JPEG, its size in dots, and what it shows in words, printed below it."""

    data: bytes
    width: int
    height: int
    words: str

    def fitted(self, width: float, height: float) -> tuple[int, int]:
        """Return the size at which it fits into `width` by `height`, never larger than it is."""
        scale = min(1.0, width / max(1, self.width), height / max(1, self.height))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


@dataclass(frozen=True)
class Rule:
    """A line across."""


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new sheet."""


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Numbered | Table | Card | Note | Picture | Rule | PageBreak
)


@dataclass(frozen=True)
class Page:
    """A whole document; `title` is printed on top unless empty, `author` is a name or empty."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return what a person wrote as paragraphs, parted where they left a line empty."""
    parts = re.split(r"\n[ \t]*(?:\n[ \t]*)+", _LINE_ENDS.sub("\n", text))
    return tuple(Paragraph(part.strip("\n")) for part in parts if part.strip())


def each_text(blocks: Iterable[Block]) -> Iterator[str]:
    """Return every piece of text in reading order, whatever holds it."""
    for block in blocks:
        yield from _texts(block)


def pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Return every picture in reading order, whatever holds it."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Card):
            yield from pictures(block.blocks)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text):
            yield words(text)
        case Bullets(items=items) | Numbered(items=items):
            yield from (words(item) for item in items)
        case Table():
            yield from block.header
            yield from (words(cell) for row in block.rows for cell in row)
        case Card():
            yield block.title
            yield from each_text(block.blocks)
        case Picture(words=text):
            yield text
        case Rule() | PageBreak():
            return
