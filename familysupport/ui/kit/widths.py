"""Widths for the columns of a table, by the words that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

_WORD = re.compile(r"[^\s-]+-?|-")  # a line may also end after a hyphen
_ADDRESS = re.compile(r"\.[^\W\d]{2}")


class Column(NamedTuple):
    """How wide a column's longest word is, the longest that is no address, and its cells."""

    plain: float
    word: float
    cell: float
    usual: float


def measured(cells: Iterable[tuple[str, QFontMetricsF]]) -> Column:
    """Return how wide the words of a column are, each cell measured in its own face."""
    plain, words, whole = [1.0], [1.0], [1.0]
    for text, metrics in cells:
        whole.append(metrics.horizontalAdvance(text))
        for word in _WORD.findall(text):
            words.append(metrics.horizontalAdvance(word))
            if not _ADDRESS.search(word):
                plain.append(words[-1])
    return Column(max(plain), max(words), max(whole), sum(whole) / len(whole))


def column_widths(columns: Sequence[Column], room: float) -> list[float]:
    """Return a width for each column: its longest word, and a share of what is left.

    What is left goes to columns with long cells, until the longest stands in one line. Where there
    is too little room, addresses are broken before words are; and then only the widest columns
    give way.
    """
    if not columns:
        return []
    words = [one.word for one in columns]
    if sum(words) <= room:
        return _share(_lines(columns, room), [one.cell for one in columns], room)
    plain = [one.plain for one in columns]
    if sum(plain) <= room:
        return _share(plain, [one.word - one.plain for one in columns], room)
    most = _most(plain, room)
    return [min(width, most) for width in plain]


def _lines(columns: Sequence[Column], room: float) -> list[float]:
    """Return widths between the longest word and the longest cell, within `room`."""
    widths = [one.word for one in columns]
    for _ in columns:
        open_ones = [n for n, one in enumerate(columns) if widths[n] < one.cell]
        spare = room - sum(widths)
        total = sum(columns[n].usual for n in open_ones)
        for n in open_ones:
            widths[n] = min(columns[n].cell, widths[n] + spare * columns[n].usual / total)
    return widths


def _share(least: Sequence[float], weights: Sequence[float], room: float) -> list[float]:
    spare = (room - sum(least)) / sum(weights)
    return [width + spare * weight for width, weight in zip(least, weights, strict=True)]


def _most(least: Sequence[float], room: float) -> float:
    left, most = room, room
    for number, width in enumerate(sorted(least)):
        most = left / (len(least) - number)
        if width > most:
            break
        left -= width
    return most
