"""Gives the columns of a lesson's tables their widths, so that words stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument, QTextLength, QTextTable

from familysupport.ui.learn.look import text_font

_PADDING, _TIGHT = 8, 4
_EDGES = 3.0  # the line of a cell, and rounding
_WORD = re.compile(r"[^\s-]+-?|-")  # a line may also end after a hyphen


@dataclass(frozen=True)
class Column:
    """How wide the longest word of a column is, the longest that is no address, and a cell."""

    plain: float
    word: float
    cell: float


def fit_tables(document: QTextDocument, room: float) -> None:
    """Share `room` among the columns of every table that has more than one."""
    for table in _tables(document):
        columns = [_column(table, number) for number in range(table.columns())]
        padding = _PADDING if _wide(columns, _PADDING) <= room else _TIGHT
        widths = column_widths(columns, room - len(columns) * (2 * padding + _EDGES))
        shown = [width + 2 * padding + _EDGES for width in widths]
        kind, share = QTextLength.Type.PercentageLength, 100 / sum(shown)
        look = table.format()
        look.setCellPadding(padding)
        look.setColumnWidthConstraints([QTextLength(kind, width * share) for width in shown])
        table.setFormat(look)


def column_widths(columns: Sequence[Column], room: float) -> list[float]:
    """Return a width for each column: its longest word, and a share of what is left.

    The share grows with the longest cell. Where there is too little room, addresses are broken
    before words are; and then only the widest columns give way.
    """
    words = [one.word for one in columns]
    if sum(words) <= room:
        return _share(words, [one.cell for one in columns], room)
    plain = [one.plain for one in columns]
    if sum(plain) <= room:
        return _share(plain, [one.word - one.plain for one in columns], room)
    most = _most(plain, room)
    return [min(width, most) for width in plain]


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


def _wide(columns: Sequence[Column], padding: int) -> float:
    return sum(one.word + 2 * padding + _EDGES for one in columns)


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.columns() > 1:
            yield frame


def _column(table: QTextTable, number: int) -> Column:
    plain, words, cells = [1.0], [1.0], [1.0]
    for row in range(table.rows()):
        font = text_font(table.document().defaultFont())
        font.setWeight(QFont.Weight.Normal if row else QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        text = _text(table, row, number)
        cells.append(metrics.horizontalAdvance(text))
        for word in _WORD.findall(text):
            words.append(metrics.horizontalAdvance(word))
            if "." not in word[:-1]:
                plain.append(words[-1])
    return Column(max(plain), max(words), max(cells))


def _text(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
