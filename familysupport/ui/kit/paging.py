"""Decides where pages end: headings stay with their text, cards whole, no line alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_LINE_BREAK = "\u2028"
# Each line moved means laying out the rest again, so a book is left as it falls.
_MOST_PAGES = 40


def settle(document: QTextDocument, height: float) -> None:
    """Settle the page ends of a laid-out document whose pages are `height` dots high."""
    if document.pageCount() > 1:
        _keep_cards_whole(document, height)
        _keep_headings_with_text(document, height)
        if document.pageCount() <= _MOST_PAGES:
            _leave_no_line_alone(document, height)
        _part_at_page_ends(document, height)


def _keep_cards_whole(document: QTextDocument, height: float) -> None:
    """Move a card that a page end would cut, if it fits on a page and is not the first thing."""
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable) or frame.rows() * frame.columns() != 1:
            continue
        box = document.documentLayout().frameBoundingRect(frame)
        cut = int(box.top() / height) < int((box.bottom() - 1) / height)
        if cut and box.height() <= height and frame.firstPosition() > 1:
            style = frame.format().toTableFormat()
            style.setPageBreakPolicy(_BREAK)
            frame.setFormat(style)


def _keep_headings_with_text(document: QTextDocument, height: float) -> None:
    """Move headings, and a note right below one, that would end a page to where their text is."""
    first: QTextBlock | None = None
    for block in _blocks(document):
        if block.blockFormat().headingLevel() and not _in_table(block):
            first = first or block
            continue
        if first is not None and _is_note_to_heading(block):
            continue
        if first is not None:
            tops, text_tops = _line_tops(document, first), _line_tops(document, block)
            if tops and text_tops and int(tops[0] / height) < int(text_tops[0] / height):
                _start_page(first)
                _follow_on(block)
        first = None


def _follow_on(block: QTextBlock) -> None:
    """Let the card that holds `block` stand below its heading, which begins the page by itself."""
    frame = QTextCursor(block).currentFrame()
    if isinstance(frame, QTextTable):
        style = frame.format().toTableFormat()
        style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
        frame.setFormat(style)


def _is_note_to_heading(block: QTextBlock) -> bool:
    """Tell small words right below a heading, such as the day of an entry."""
    usual = block.document().defaultFont().pointSizeF()
    is_small = 0 < block.charFormat().fontPointSize() < usual or any(
        0 < piece.format.fontPointSize() < usual for piece in block.textFormats()[:1]
    )
    return is_small and bool(block.previous().blockFormat().headingLevel())


def _leave_no_line_alone(document: QTextDocument, height: float) -> None:
    """Let no first or last line of a paragraph stand alone on its page."""
    for block in _blocks(document):
        pages = _line_pages(document, block, height)
        if len(pages) < 3 or pages[0] == pages[-1] or _in_table(block):
            continue
        if pages[0] != pages[1]:
            if block.blockNumber() and not block.previous().blockFormat().headingLevel():
                _start_page(block)
        elif pages[-1] != pages[-2] and len(pages) > 3:
            place = block.position() + block.layout().lineAt(len(pages) - 2).textStart()
            _part(QTextCursor(document), place, _BREAK)


def _part_at_page_ends(document: QTextDocument, height: float) -> None:
    """Part each paragraph where its page ends.

    Qt also draws the line before the clip, unseen; a PDF's text would hold it twice.
    """
    places: list[int] = []
    for block in _blocks(document):
        pages = _line_pages(document, block, height)
        places.extend(
            block.position() + block.layout().lineAt(number).textStart()
            for number in range(1, len(pages))
            if pages[number] > pages[number - 1]
        )
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place in reversed(places):
        _part(cursor, place, QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.endEditBlock()


def _part(cursor: QTextCursor, place: int, policy: QTextFormat.PageBreakFlag) -> None:
    cursor.setPosition(place)
    before = cursor.blockFormat()
    after = QTextBlockFormat(before)
    after.setTopMargin(0)
    after.setPageBreakPolicy(policy)
    after.setLayoutDirection(cursor.block().textDirection())
    holder = cursor.currentList()
    if holder is not None:
        after.setIndent(after.indent() + holder.format().indent())
        after.setObjectIndex(-1)
    before.setBottomMargin(0)
    cursor.setBlockFormat(before)
    if cursor.block().text()[cursor.positionInBlock() - 1] == _LINE_BREAK:
        cursor.deletePreviousChar()
    cursor.insertBlock(after)


def _start_page(block: QTextBlock) -> None:
    style = block.blockFormat()
    style.setPageBreakPolicy(_BREAK)
    QTextCursor(block).setBlockFormat(style)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _in_table(block: QTextBlock) -> bool:
    # Qt returns None outside of tables, which its stubs do not say.
    return cast("QTextTable | None", QTextCursor(block).currentTable()) is not None


def _line_pages(document: QTextDocument, block: QTextBlock, height: float) -> list[int]:
    return [int(top / height) for top in _line_tops(document, block)]


def _line_tops(document: QTextDocument, block: QTextBlock) -> list[float]:
    """Return where the lines of `block` stand in the whole document."""
    top = document.documentLayout().blockBoundingRect(block).top()
    layout = block.layout()
    return [top + layout.lineAt(number).y() for number in range(layout.lineCount())]
