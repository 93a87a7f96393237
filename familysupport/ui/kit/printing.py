"""Lays sheets out and paints them: the same pages on paper, in a PDF and in the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from familysupport.documents.html import INK, MUTED, to_html
from familysupport.documents.page import Page, pictures
from familysupport.ui.kit.files import write_beside
from familysupport.ui.kit.paging import settle
from familysupport.ui.kit.paper_pictures import PaperPictures
from familysupport.ui.kit.paper_tables import parted, with_widths

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, QPageSize.PageSizeId] = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}
NEUTRAL = "Document"
"""The name of every print job and PDF: it stays in queues and file lists."""

DPI = 600
"""Everything is laid out once this fine, so that every device turns pages at the same words."""

_MARGIN_MM = 20.0


class Laid(Protocol):
    """Pages that are laid out; sizes are in dots of `DPI`."""

    def pages(self) -> int:
        """Return how many pages there are."""

    def draw(self, painter: QPainter, number: int) -> None:
        """Paint page `number` (from 0)."""


class Printable(Protocol):
    """What can go on paper: it knows its paper, and lays itself out."""

    def page_layout(self) -> QPageLayout:
        """Return the paper and its margins."""

    def lay_out(self) -> Laid:
        """Return the pages."""


class PrintSheet(NamedTuple):
    """What goes on paper: a page (or HTML), its paper and sizes, and what runs along its edges.

    `draw` puts into the HTML of a page what no page can hold.
    """

    title: str
    content: Page | str
    paper: Paper = "a4"
    font_pt: int = 12
    header: str = ""
    footer: str = ""
    draw: Callable[[str], str] = str

    def page_layout(self) -> QPageLayout:
        """Return the paper with the same margin all around."""
        return _layout(self.paper)

    def lay_out(self) -> Laid:
        """Return the pages."""
        return _Laid(self)


def ruler() -> QImage:
    """Return a picture that tells a document how fine the paper is; keep it with the document."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image


def blank_document(points: int, fineness: QImage) -> QTextDocument:
    """Return an empty document for paper, set in words of `points`."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(paper_font(points))
    document.setUseDesignMetrics(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.documentLayout().setPaintDevice(fineness)
    return document


class _Laid:
    """A sheet laid out at a fixed fineness; sizes are in its own dots."""

    def __init__(self, sheet: PrintSheet) -> None:
        self.sheet = sheet
        self._ruler = ruler()
        self.edge_pt = max(9, round(sheet.font_pt * 0.7))
        size = _layout(sheet.paper).paintRect(QPageLayout.Unit.Point).size() * DPI / 72
        self.band = self.edge_pt / 72 * DPI * 2.4
        self.width = float(int(size.width()))
        self.height = float(int(size.height() - 2 * self.band))
        self.document = self._settled(sheet.content)

    def _settled(self, content: Page | str) -> QTextDocument:
        """Return the document with its page ends settled; it is laid out anew for each table."""
        begin = 0
        if isinstance(content, Page):
            points = self.sheet.font_pt
            content = with_widths(content, paper_font(points), self.width * 72 / DPI / points)
        while True:
            document = self._document(content)
            settle(document, self.height)
            if not isinstance(content, Page) or document.pageCount() == 1:
                return document
            found = parted(content, document, self.height, begin)
            if found is None:
                return document
            content, begin = found

    def _document(self, content: Page | str) -> QTextDocument:
        document = blank_document(self.sheet.font_pt, self._ruler)
        html = content if isinstance(content, str) else to_html(content, self.sheet.font_pt)
        html = self.sheet.draw(html)
        if isinstance(content, Page) and (shown := tuple(pictures(content.blocks))):
            self._pictures = PaperPictures(shown)
            self._pictures.draw_in(document)
        document.setHtml(html)
        document.setPageSize(QSizeF(self.width, self.height))
        return document

    def pages(self) -> int:
        return self.document.pageCount()

    def draw(self, painter: QPainter, number: int) -> None:
        """Paint page `number` (from 0) with its header and footer."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * self.height + 1, self.width, self.height - 2)
        painter.save()
        painter.translate(0, self.band - number * self.height)
        painter.setClipRect(context.clip)
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        self._edges(painter, number)

    def _edges(self, painter: QPainter, number: int) -> None:
        font = QFont(paper_font(self.edge_pt))
        font.setPixelSize(round(self.edge_pt / 72 * DPI))
        painter.setFont(font)
        painter.setPen(QColor(MUTED))
        top = QRectF(0, 0, self.width, self.band)
        bottom = QRectF(0, self.height + self.band, self.width, self.band)
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(top, left | Qt.AlignmentFlag.AlignTop, self.sheet.header)
        painter.drawText(bottom, left | Qt.AlignmentFlag.AlignBottom, self.sheet.footer)
        painter.drawText(
            bottom,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
            page_of(number + 1, self.pages()),
        )
        painter.setPen(QColor(INK))


def page_of(number: int, total: int) -> str:
    """Return the words that count pages."""
    text = QCoreApplication.translate("Printing", "Page {number} of {total}")
    return text.format(number=number, total=total)


def page_count(sheet: Printable) -> int:
    """Return how many pages `sheet` takes, on any device."""
    return sheet.lay_out().pages()


def prepare(sheet: Printable, device: QPrinter | QPdfWriter) -> None:
    """Set the paper, the margins and the neutral name of the job."""
    device.setPageLayout(sheet.page_layout())
    if isinstance(device, QPrinter):
        device.setDocName(NEUTRAL)
    else:
        device.setTitle(NEUTRAL)
    device.setCreator("")


def paint(sheet: Printable, device: QPrinter | QPdfWriter) -> int:
    """Paint all pages of `sheet` on a prepared device and return how many there are."""
    laid = sheet.lay_out()
    painter = QPainter()
    if not painter.begin(device):
        return 0
    scale = device.logicalDpiX() / DPI
    painter.scale(scale, scale)
    for place, number in enumerate(_wanted(device, laid.pages())):
        if place:
            device.newPage()
        laid.draw(painter, number)
    painter.end()
    return laid.pages()


def print_sheet(sheet: Printable, printer: QPrinter) -> int:
    """Print `sheet` under a neutral name and return how many pages it has."""
    prepare(sheet, printer)
    return paint(sheet, printer)


def pdf_bytes(sheet: Printable) -> bytes:
    """Return `sheet` as a PDF, made in memory, naming nobody in its properties."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    prepare(sheet, writer)
    paint(sheet, writer)
    buffer.close()
    return bytes(buffer.data().data())


def save_pdf(sheet: Printable, path: Path) -> None:
    """Save `sheet` as a PDF, whole or not at all; raises DiskFullError or NotWritableError."""
    write_beside(path, pdf_bytes(sheet))


def _layout(paper: Paper) -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(PAPERS[paper]),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def paper_font(points: int) -> QFont:
    """Return the face for paper; its signs stay readable in a PDF."""
    font = QFont(QApplication.font().family())
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Signs that a face swaps beside capitals ("A-1", "(A") would be missing from a PDF's text.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _wanted(device: QPrinter | QPdfWriter, pages: int) -> Iterable[int]:
    """Return the pages asked for in the print dialog, in the order asked for."""
    if not isinstance(device, QPrinter):
        return range(pages)
    chosen = list(range(pages))
    if device.printRange() == QPrinter.PrintRange.PageRange and device.fromPage():
        chosen = chosen[device.fromPage() - 1 : device.toPage()] or chosen
    return chosen[::-1] if device.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen
