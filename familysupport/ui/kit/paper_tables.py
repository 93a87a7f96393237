"""Tables on paper: columns as wide as their words, and no row cut by the end of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextDocument, QTextTable

from familysupport.documents.page import (
    Block,
    Card,
    Heading,
    Note,
    Page,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    words,
)
from familysupport.ui.kit.widths import Column, column_widths, measured

_MEASURE_PX = 100
_BESIDE = 84  # what a cell has on both sides, at that size
_SHORT = 160  # letters of words that only lead to the table below them
_SMALLEST = 0.6
_SPARE = 0.004  # of a page, for rounding


def with_widths(page: Page, font: QFont, room: float) -> Page:
    """Return `page` with a width for each column of its tables.

    `room` is how wide the paper is, in heights of `font`.
    """
    plain, bold = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    for face in (plain, bold):
        face.setPixelSize(_MEASURE_PX)
    faces = QFontMetricsF(plain), QFontMetricsF(bold)
    blocks = [_sized(one, faces, room) if isinstance(one, Table) else one for one in page.blocks]
    return replace(page, blocks=tuple(blocks))


def parted(
    page: Page, document: QTextDocument, height: float, begin: int
) -> tuple[Page, int] | None:
    """Part the first table that goes over a page end, looking from block `begin` on.

    Returns the page and from where to look on when it is laid out again, or nothing.
    """
    for place, frame in _tables(page, document):
        table = page.blocks[place]
        if place < begin or not isinstance(table, Table):
            continue
        on_paper = _Measured.of(document, frame, height, bool(table.header))
        lead = _lead(page.blocks, place)
        is_left = lead < place and _page_before(document, frame, height) < on_paper.page
        if (is_left or not on_paper.first_rows()) and _can_move(page.blocks, lead):
            blocks = (*page.blocks[:lead], PageBreak(), *page.blocks[lead:])
            return replace(page, blocks=blocks), place + 1
        if on_paper.ends_on > on_paper.page and len(table.rows) > 1:
            parts = _parts(table, on_paper)
            blocks = (*page.blocks[:place], *parts, *page.blocks[place + 1 :])
            return replace(page, blocks=blocks), place + len(parts)
    return None


class _Measured(NamedTuple):
    """A table as it stands on paper, in parts of a page; `rows` are without the header."""

    page: int
    ends_on: int
    top: float
    header: float
    rows: tuple[float, ...]
    line: float  # an empty one stands between two tables

    @classmethod
    def of(
        cls, document: QTextDocument, frame: QTextTable, height: float, has_header: bool
    ) -> _Measured:
        """Measure `frame`, on pages that are `height` dots high."""
        tops = [_tops(document, frame, row) for row in range(frame.rows())]
        lines = [_lines_height(frame, row) for row in range(frame.rows())]
        firsts = [min(row) / height for row in tops]
        gaps = [
            after - before - tall / height
            for before, after, tall in zip(firsts, firsts[1:], lines, strict=False)
            if int(before) == int(after)
        ]
        beside = min(gaps, default=0.02)
        heights = [tall / height + beside for tall in lines]
        return cls(
            page=int(firsts[0]),
            ends_on=int(max(tops[-1]) / height),
            top=firsts[0] % 1 - beside / 2,
            header=heights[0] if has_header else 0.0,
            rows=tuple(heights[1:] if has_header else heights),
            line=min(lines) / height,
        )

    def first_rows(self) -> int:
        """Return how many rows have room on the page where the table begins."""
        return self.fitting(0, self.top)

    def fitting(self, begin: int, top: float = 0.0) -> int:
        """Return how many rows from `begin` on have room below a header at `top`."""
        room = 1 - top - self.header - self.line
        for number, row in enumerate(self.rows[begin:]):
            room -= row
            if room < _SPARE:
                return number
        return len(self.rows) - begin


def _parts(table: Table, on_paper: _Measured) -> list[Block]:
    parts: list[Block] = []
    begin, count = 0, max(1, on_paper.first_rows())
    while begin + count < len(table.rows):
        rows = table.rows[begin : begin + count]
        parts += [replace(table, rows=rows, goes_on=True), PageBreak()]
        begin += count
        count = max(1, on_paper.fitting(begin))
    return [*parts, replace(table, rows=table.rows[begin:])]


def _lead(blocks: Sequence[Block], place: int) -> int:
    """Return where the heading and the few words begin that lead to the table at `place`."""
    lead = place
    while lead and isinstance(blocks[lead - 1], Paragraph | Note) and place - lead < 2:
        text = blocks[lead - 1]
        if not isinstance(text, Paragraph | Note) or len(words(text.text)) > _SHORT:
            return place
        lead -= 1
    if not lead or not isinstance(blocks[lead - 1], Heading):
        return place
    while lead and isinstance(blocks[lead - 1], Heading):
        lead -= 1
    return lead


def _can_move(blocks: Sequence[Block], lead: int) -> bool:
    return lead > 0 and not isinstance(blocks[lead - 1], PageBreak)


def _tables(page: Page, document: QTextDocument) -> Iterator[tuple[int, QTextTable]]:
    """Return the place of each framed block among the blocks, and its frame."""
    places = [
        place
        for place, block in enumerate(page.blocks)
        if isinstance(block, Card | Picture) or (isinstance(block, Table) and block.columns())
    ]
    frames = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    return zip(places, frames if len(frames) == len(places) else (), strict=False)


def _page_before(document: QTextDocument, frame: QTextTable, height: float) -> int:
    block = document.findBlock(frame.firstPosition()).previous()
    return int(document.documentLayout().blockBoundingRect(block).top() / height)


def _tops(document: QTextDocument, frame: QTextTable, row: int) -> list[float]:
    """Return where the lines of a row stand in the whole document."""
    found = []
    for block in _row_blocks(frame, row):
        top = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        found += [top + layout.lineAt(line).y() for line in range(layout.lineCount())] or [top]
    return found


def _lines_height(frame: QTextTable, row: int) -> float:
    found = []
    for column in range(frame.columns()):
        layouts = [block.layout() for block in _cell_blocks(frame, row, column)]
        lines = [one.lineAt(line) for one in layouts for line in range(one.lineCount())]
        found.append(sum(line.height() for line in lines))
    return max(found)


def _row_blocks(frame: QTextTable, row: int) -> Iterator[QTextBlock]:
    for column in range(frame.columns()):
        yield from _cell_blocks(frame, row, column)


def _cell_blocks(frame: QTextTable, row: int, column: int) -> Iterator[QTextBlock]:
    cell = frame.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def _sized(table: Table, faces: tuple[QFontMetricsF, QFontMetricsF], room: float) -> Table:
    count = table.columns()
    if count < 2:
        return table
    plain, bold = faces
    head = table.header + ("",) * (count - len(table.header))
    rows = list(table.filled())
    columns = [
        measured([(head[place], bold), *((words(row[place]), plain) for row in rows)])
        for place in range(count)
    ]
    inside = room * _MEASURE_PX - _BESIDE * count
    columns = [
        one if any(words(row[place]).strip() for row in rows) else _to_write_in(one, inside / count)
        for place, one in enumerate(columns)
    ]
    size = min(1.0, max(_SMALLEST, inside / sum(one.plain for one in columns)))
    shown = [width * size + _BESIDE for width in column_widths(columns, inside / size)]
    return replace(table, widths=tuple(one * 100 / sum(shown) for one in shown), size=size)


def _to_write_in(column: Column, part: float) -> Column:
    """Return an empty column with room for a hand."""
    return column._replace(cell=max(column.cell, part), usual=max(column.usual, part))
