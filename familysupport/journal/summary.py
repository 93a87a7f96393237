"""What a person tells a counsellor: picked line by line, in an order of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from familysupport.documents.light_page import blocks as marked_blocks
from familysupport.documents.page import Block, Bullets, Heading, Note, Page, Text

PAGE = "summary"
Order = tuple[str, ...]
"""The keys of the lines that were picked, in the order in which they will be told."""


@dataclass(frozen=True)
class Item:
    """One line that could be told; `whole` stands for a text that follows below it."""

    key: str
    group: str
    words: str
    whole: bool = False


def toggled(order: Order, key: str) -> Order:
    """Return the order with this line taken in at the end, or taken out."""
    return tuple(one for one in order if one != key) if key in order else (*order, key)


def moved(order: Order, key: str, by: int) -> Order:
    """Return the order with this line so many places further down; it stops at either end."""
    if key not in order:
        return order
    place = order.index(key)
    rest = [one for one in order if one != key]
    rest.insert(max(0, min(len(rest), place + by)), key)
    return tuple(rest)


def still_there(order: Order, keys: Collection[str]) -> Order:
    """Return the order without the lines that are no more."""
    return tuple(one for one in order if one in keys)


def span_before(today: date, days: int) -> tuple[date, date]:
    """Return the days up to today, so many of them, today counted in."""
    return today - timedelta(days=days - 1), today


def questions_in(text: str) -> tuple[str, ...]:
    """Return the questions somebody typed, one a line, each once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def summary_page(title: str, items: Sequence[Item], text_of: Callable[[str], str]) -> Page:
    """Return the lines in their order; the name of a group stands above its lines."""
    blocks: list[Block] = []
    group, lines = "", list[Text]()
    for item in items:
        if item.group != group or item.whole:
            _close(blocks, lines)
            lines = []
        if item.group != group:
            blocks.append(Heading(item.group))
            group = item.group
        if item.whole:
            blocks.append(Note(item.words))
            blocks.extend(marked_blocks(text_of(item.key)))
        else:
            lines.append(item.words)
    _close(blocks, lines)
    return Page(title, tuple(blocks))


def _close(blocks: list[Block], lines: list[Text]) -> None:
    if lines:
        blocks.append(Bullets(tuple(lines)))
