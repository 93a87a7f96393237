"""Gives the columns of a lesson's tables their widths, so that words stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument, QTextLength, QTextTable

from familysupport.ui.kit.widths import Column, column_widths, measured
from familysupport.ui.learn.look import text_font

_PADDING, _TIGHT = 8, 4
_EDGES = 3.0  # the line of a cell, and rounding


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


def _wide(columns: Sequence[Column], padding: int) -> float:
    return sum(one.word + 2 * padding + _EDGES for one in columns)


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.columns() > 1:
            yield frame


def _column(table: QTextTable, number: int) -> Column:
    rows = range(table.rows())
    return measured((_text(table, row, number), _metrics(table, row)) for row in rows)


def _metrics(table: QTextTable, row: int) -> QFontMetricsF:
    font = text_font(table.document().defaultFont())
    font.setWeight(QFont.Weight.Normal if row else QFont.Weight.DemiBold)
    return QFontMetricsF(font)


def _text(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
