"""Paints cue cards: one a page on card paper, or several a sheet with lines to cut along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QBuffer, QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from familysupport.documents.html import LINE, MUTED, to_html
from familysupport.documents.page import Page, paragraphs
from familysupport.statements.cards import CueCard, cue_cards
from familysupport.statements.model import Part, Span
from familysupport.ui.kit.printing import NEUTRAL, PAPERS, Paper

CardName = Literal["index", "a6"]
CARDS: dict[CardName, tuple[float, float]] = {"index": (127.0, 76.2), "a6": (105.0, 148.0)}
"""Width and height in millimeters; an index card (3 by 5 in) lies, an A6 card stands."""

SMALLEST_PT = 9
_MARGIN_MM = 8.0
_DPI = 600
_MM = _DPI / 25.4
_EDGE_PT = 9
_BAND_MM = 6.0


@dataclass(frozen=True)
class CardSheet:
    """What goes on cards; `paper` is the sheet they are cut from, None for one card a page."""

    text: str
    spans: tuple[Span, ...]
    names: Callable[[Part | None], str]
    card: CardName = "index"
    paper: Paper | None = None
    font_pt: int = 14
    author: str = ""


class CardPages:
    """Cards laid out once, so that every device deals them the same; sizes are in dots."""

    def __init__(self, sheet: CardSheet) -> None:
        self._sheet = sheet
        self._ruler = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._ruler.setDotsPerMeterX(round(_DPI / 0.0254))
        self._ruler.setDotsPerMeterY(round(_DPI / 0.0254))
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

    def count(self) -> int:
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
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(_font(points))
        document.setUseDesignMetrics(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.documentLayout().setPaintDevice(self._ruler)
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
        font = QFont(_font(_EDGE_PT))
        font.setPixelSize(round(_EDGE_PT / 72 * _DPI))
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


def prepare_cards(sheet: CardSheet, device: QPrinter | QPdfWriter) -> None:
    """Set the paper, without margins of its own, and the neutral name of the job."""
    device.setPageLayout(_layout(sheet))
    if isinstance(device, QPrinter):
        device.setDocName(NEUTRAL)
    else:
        device.setTitle(NEUTRAL)
    device.setCreator("")


def paint_cards(sheet: CardSheet, device: QPrinter | QPdfWriter) -> int:
    """Paint all cards on a prepared device and return how many pages there are."""
    pages = CardPages(sheet)
    painter = QPainter()
    if not painter.begin(device):
        return 0
    scale = device.logicalDpiX() / _DPI
    painter.scale(scale, scale)
    for place, number in enumerate(_wanted(device, pages.count())):
        if place:
            device.newPage()
        pages.draw(painter, number)
    painter.end()
    return pages.count()


def cards_pdf(sheet: CardSheet) -> bytes:
    """Return the cards as a PDF, made in memory, naming nobody in its properties."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    prepare_cards(sheet, writer)
    paint_cards(sheet, writer)
    buffer.close()
    return bytes(buffer.data().data())


def _next(words: str) -> str:
    return QCoreApplication.translate("CueCards", "Next: {words} …").format(words=words)


def _layout(sheet: CardSheet) -> QPageLayout:
    if sheet.paper is not None:
        size = QPageSize(PAPERS[sheet.paper])
    else:
        width, height = CARDS[sheet.card]
        match = QPageSize.SizeMatchPolicy.FuzzyMatch
        size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", match)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _font(points: int) -> QFont:
    font = QFont(QApplication.font().family())
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # As in letters: signs that a face swaps beside capitals would be missing from a PDF's text.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _wanted(device: QPrinter | QPdfWriter, pages: int) -> Iterable[int]:
    """Return the pages asked for in the print dialog, in the order asked for."""
    chosen = list(range(pages))
    if not isinstance(device, QPrinter):
        return chosen
    if device.printRange() == QPrinter.PrintRange.PageRange and device.fromPage():
        chosen = chosen[device.fromPage() - 1 : device.toPage()] or chosen
    return chosen[::-1] if device.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen
