"""What people wrote with light marks in it, as the blocks of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from familysupport.documents.light import ITEMS, Line, Shape, bare, lines, stretches
from familysupport.documents.page import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Rule,
    Run,
    Text,
    drawable,
)

_HEADING = 3  # the names of entries and parts stand above
_BOXES = {Shape.OPEN: "□ ", Shape.DONE: "✓ "}


def blocks(text: str) -> tuple[Block, ...]:
    """Return `text` as blocks: its words all there and in order, its marks become looks."""
    found: list[Block] = []
    for kind, group in groupby(lines(drawable(text)), _kind):
        found.extend(_read(kind, list(group)))
    return tuple(found)


def _kind(line: Line) -> str:
    """Return what a line forms one block with."""
    if line.shape in ITEMS:
        return "list"
    return {Shape.WORDS: "words", Shape.QUOTE: "quote"}.get(line.shape, line.shape.name)


def _read(kind: str, group: list[Line]) -> Iterable[Block]:
    if kind == "list":
        return _lists(group)
    if kind == "words":
        return [Paragraph(_together(group))]
    if kind == "quote":
        return [Paragraph(tuple(replace(run, italic=True) for run in _together(group)))]
    if kind == Shape.HEADING.name:
        return [Heading(bare(line.words), _HEADING) for line in group]
    return [Rule()] if kind == Shape.RULE.name else []


def _lists(group: list[Line]) -> list[Block]:
    """Return items as lists; one that stands deeper becomes a line of the item above it."""
    found: list[Block] = []
    shallowest = group[0].level
    for numbered, items in groupby(
        _gathered(group, shallowest), lambda item: item[0].shape is Shape.NUMBER
    ):
        kept = list(items)
        texts: tuple[Text, ...] = tuple(runs for _line, runs in kept)
        found.append(Numbered(texts, kept[0][0].number) if numbered else Bullets(texts))
    return found


def _gathered(group: list[Line], shallowest: int) -> list[tuple[Line, tuple[Run, ...]]]:
    found: list[tuple[Line, tuple[Run, ...]]] = []
    for line in group:
        if not found or line.level <= shallowest:
            found.append((line, (*_box(line), *_runs(line.words))))
            continue
        sign = f"{line.number}. " if line.shape is Shape.NUMBER else _BOXES.get(line.shape, "– ")
        lead = Run("\n" + "   " * (line.level - shallowest) + sign)
        top, runs = found[-1]
        found[-1] = (top, (*runs, lead, *_runs(line.words)))
    return found


def _box(line: Line) -> tuple[Run, ...]:
    return (Run(_BOXES[line.shape]),) if line.shape in _BOXES else ()


def _together(group: list[Line]) -> tuple[Run, ...]:
    """Return lines as they stood under one another."""
    found: list[Run] = []
    for line in group:
        found.extend((Run("\n"), *_runs(line.words)) if found else _runs(line.words))
    return tuple(found)


def _runs(words: str) -> tuple[Run, ...]:
    """Return the words of a line by their looks; a link also says where it leads."""
    parts = stretches(words)
    found: list[Run] = []
    for at, part in enumerate(parts):
        if not part.mark:
            found.append(Run(part.text, part.bold, part.italic))
        elif part.text.startswith("](") and at and parts[at - 1].link:
            address = part.text[2:-1]
            found.append(Run(f" ({address})" if address else "", part.bold, part.italic))
    return tuple(run for run in found if run.text)
