"""Paints cue cards: one a page on card paper, or several a sheet with lines to cut along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextDocument,
)

from familysupport.documents.html import LINE, MUTED, to_html
from familysupport.documents.page import Page, paragraphs
from familysupport.statements.cards import CueCard, cue_cards
from familysupport.statements.model import Part, Span
from familysupport.ui.kit.printing import DPI, PAPERS, Paper, blank_document, paper_font, ruler

CardName = Literal["index", "a6"]
CARDS: dict[CardName, tuple[float, float]] = {"index": (127.0, 76.2), "a6": (105.0, 148.0)}
"""Width and height in millimeters; an index card (3 by 5 in) lies, an A6 card stands."""

SMALLEST_PT = 9
_MARGIN_MM = 8.0
_MM = DPI / 25.4
_EDGE_PT = 9
_BAND_MM = 6.0


class CardSheet(NamedTuple):
    """What goes on cards; `paper` is the sheet they are cut from, None for one card a page."""

    text: str
    spans: tuple[Span, ...]
    names: Callable[[Part | None], str]
    card: CardName = "index"
    paper: Paper | None = None
    font_pt: int = 14
    author: str = ""

    def page_layout(self) -> QPageLayout:
        """Return the paper, without margins of its own."""
        if self.paper is not None:
            size = QPageSize(PAPERS[self.paper])
        else:
            width, height = CARDS[self.card]
            match = QPageSize.SizeMatchPolicy.FuzzyMatch
            size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", match)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout

    def lay_out(self) -> CardPages:
        """Return the cards, dealt out on their pages."""
        return CardPages(self)


class CardPages:
    """Cards laid out once, so that every device deals them the same; sizes are in dots."""

    def __init__(self, sheet: CardSheet) -> None:
        self._sheet = sheet
        self._ruler = ruler()
        width, height = CARDS[sheet.card]
        self._size = QSizeF(width * _MM, height * _MM)
        self._room = QSizeF(
            (width - 2 * _MARGIN_MM) * _MM, (height - 2 * (_MARGIN_MM + _BAND_MM)) * _MM
        )
        self.cards = cue_cards(
            sheet.text,
            sheet.spans,
            partial(self._fits, sheet.font_pt),
            partial(self._fits, SMALLEST_PT),
        )
        self._places = self._grid()

    def pages(self) -> int:
        """Return how many pages the cards take; an empty letter takes one, with no card on it."""
        return max(1, -(-len(self.cards) // len(self._places)))

    def draw(self, painter: QPainter, number: int) -> None:
        """Paint page `number` (from 0)."""
        first = number * len(self._places)
        for card, place in zip(self.cards[first:], self._places, strict=False):
            painter.save()
            painter.translate(place)
            self._draw_card(painter, card)
            painter.restore()

    def _fits(self, points: int, text: str) -> bool:
        return self._document(text, points).size().height() <= self._room.height()

    def _document(self, text: str, points: int) -> QTextDocument:
        document = blank_document(points, self._ruler)
        document.setHtml(to_html(Page("", paragraphs(text)), points))
        document.setTextWidth(self._room.width())
        return document

    def _grid(self) -> list[QPointF]:
        """Return where the cards of one page stand, line by line."""
        if self._sheet.paper is None:
            return [QPointF(0, 0)]
        whole = QPageSize(PAPERS[self._sheet.paper]).size(QPageSize.Unit.Millimeter)
        wide, tall = CARDS[self._sheet.card]
        columns, rows = int(whole.width() // wide), int(whole.height() // tall)
        left = (whole.width() - columns * wide) / 2
        top = (whole.height() - rows * tall) / 2
        return [
            QPointF((left + column * wide) * _MM, (top + row * tall) * _MM)
            for row in range(rows)
            for column in range(columns)
        ]

    def _draw_card(self, painter: QPainter, card: CueCard) -> None:
        if self._sheet.paper is not None:
            pen = QPen(QColor(LINE), 0.2 * _MM, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(QRectF(QPointF(0, 0), self._size))
        self._draw_edges(painter, card)
        points = self._sheet.font_pt
        while points > SMALLEST_PT and not self._fits(points, card.text):
            points -= 1
        painter.translate(_MARGIN_MM * _MM, (_MARGIN_MM + _BAND_MM) * _MM)
        context = QAbstractTextDocumentLayout.PaintContext()
        document = self._document(card.text, points)
        document.documentLayout().draw(painter, context)

    def _draw_edges(self, painter: QPainter, card: CueCard) -> None:
        font = QFont(paper_font(_EDGE_PT))
        font.setPixelSize(round(_EDGE_PT / 72 * DPI))
        painter.setFont(font)
        painter.setPen(QColor(MUTED))
        inner = QRectF(QPointF(0, 0), self._size)
        edge = _MARGIN_MM * _MM
        inner.adjust(edge, edge, -edge, -edge)
        flags = Qt.AlignmentFlag
        count = f"{card.number}/{card.total}"
        named = " · ".join(filter(None, (self._sheet.author, self._sheet.names(card.part))))
        room = inner.width() - QFontMetricsF(font).horizontalAdvance(f"{count}    ")
        named = QFontMetricsF(font).elidedText(named, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, flags.AlignLeft | flags.AlignTop, named)
        painter.drawText(inner, flags.AlignRight | flags.AlignTop, count)
        if card.next_words:
            said = _next(card.next_words)
            shown = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, flags.AlignLeft | flags.AlignBottom, shown)


def _next(words: str) -> str:
    return QCoreApplication.translate("CueCards", "Next: {words} …").format(words=words)
