"""Pages as DOCX, and the words of a DOCX read back."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from familysupport.documents.package import read_part
from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Run,
    Table,
    Text,
    drawable,
    right_to_left,
    runs,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FACE = "Arial"
_WIDEST, _HIGHEST = 5.0, 4.0  # inches that a picture may have
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011", f"{_W}br": "\n"}


def to_docx(page: Page) -> bytes:
    """Return `page` as a DOCX file whose properties name nobody."""
    import docx

    document = docx.Document()
    _make_neutral(document)
    title = (Heading(page.title, 1),) if page.title else ()
    _Writer(document).add((*title, *page.blocks))
    if page.author:
        document.add_paragraph(drawable(page.author))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_docx(path: Path) -> tuple[str, ...]:
    """Return the paragraphs of a DOCX file, empty ones too, in reading order."""
    return tuple(_paragraphs(read_part(path, "word/document.xml")))


def _paragraphs(root: Element) -> Iterator[str]:
    for child in root:
        if child.tag == f"{_W}p":
            yield "".join(_words(child))
            yield from _boxed(child)
        elif child.tag != _FALLBACK:
            yield from _paragraphs(child)


def _boxed(element: Element) -> Iterator[str]:
    """Return the paragraphs of text boxes that hang on a paragraph, each box once."""
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield from _paragraphs(child)
        elif child.tag != _FALLBACK:
            yield from _boxed(child)


def _words(element: Element) -> Iterator[str]:
    """Return the words of one paragraph; what was struck out while tracking is left out."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in (f"{_W}txbxContent", f"{_W}moveFrom", _FALLBACK, f"{_W}pPr"):
            yield from _words(child)


def _make_neutral(document: Document) -> None:
    from docx.shared import Pt, RGBColor

    properties = document.core_properties
    properties.author = properties.title = properties.comments = properties.last_modified_by = ""
    document.styles["Normal"].font.name = _FACE
    document.styles["Normal"].font.size = Pt(12)
    for level in (1, 2, 3):
        font = document.styles[f"Heading {level}"].font
        font.color.rgb = RGBColor(0x20, 0x30, 0x2D)
        font.name = _FACE
        font.size = Pt({1: 20, 2: 15, 3: 12}[level])


class _Writer:
    """Adds blocks to a document, or to a cell of one."""

    def __init__(self, document: Document, place: Any = None) -> None:
        self._document = document
        self._place = place if place is not None else document

    def add(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text=text, level=level):
                self._head(text, level)
            case Paragraph(text=text):
                _fill(self._place.add_paragraph(), text)
            case Note(text=text):
                _fill(self._place.add_paragraph(), text, 9)
            case Bullets(items=items):
                for item in items:
                    _fill(self._place.add_paragraph(style="List Bullet"), item)
            case Numbered(items=items, start=start):
                self._numbered(items, start)
            case _:
                self._add_framed(block)

    def _add_framed(self, block: Table | Card | Picture | Rule | PageBreak) -> None:
        match block:
            case Table():
                self._table(block)
            case Card():
                self._card(block)
            case Picture():
                self._picture(block)
            case Rule():
                _line_under(self._place.add_paragraph())
            case PageBreak():
                from docx.enum.text import WD_BREAK

                self._place.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _head(self, text: str, level: int) -> None:
        level = min(max(level, 1), 3)
        paragraph = self._place.add_paragraph(style=f"Heading {level}")
        paragraph.add_run(drawable(text).replace("\n", " "))

    def _numbered(self, items: Iterable[Text], start: int) -> None:
        numbering = self._document.part.numbering_part.element
        style = self._document.styles["List Number"].element
        kind = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
        number = numbering.add_num(kind)
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
        for item in items:
            paragraph = self._place.add_paragraph(style="List Number")
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = (  # noqa: SLF001
                number.numId
            )
            _fill(paragraph, item)

    def _table(self, table: Table) -> None:
        rows: list[tuple[Text, ...]] = list(table.filled())
        if table.header:
            head = table.header + ("",) * (table.columns() - len(table.header))
            rows.insert(0, tuple((Run(name, bold=True),) for name in head))
        if not rows or not table.columns():
            return
        made = self._grid(len(rows), table.columns())
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                _fill(cell.paragraphs[0], text)
        self._place.add_paragraph()

    def _card(self, card: Card) -> None:
        cell = self._grid(1, 1).cell(0, 0)
        inner = _Writer(self._document, cell)
        if card.title:
            cell.paragraphs[0].style = self._document.styles["Heading 3"]
            cell.paragraphs[0].add_run(drawable(card.title).replace("\n", " "))
        inner.add(card.blocks)
        self._place.add_paragraph()

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Inches

        width, _height = picture.fitted(_WIDEST * 96, _HIGHEST * 96)
        paragraph = self._place.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(picture.words)
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.data), Inches(width / 96))
        shape._inline.docPr.set("descr", drawable(picture.words))  # noqa: SLF001
        if picture.words:
            _fill(self._place.add_paragraph(), picture.words, 9)

    def _grid(self, rows: int, columns: int) -> Any:
        made = self._place.add_table(rows, columns)
        made.style = self._document.styles["Table Grid"]
        return made


def _fill(paragraph: DocxParagraph, text: Text, points: int = 0) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    from_right = right_to_left(text)
    if from_right:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
    for piece in runs(text):
        run = paragraph.add_run(drawable(piece.text))
        run.font.rtl = from_right or None
        run.bold = piece.bold or None
        run.italic = piece.italic or None
        if points:
            run.font.size = Pt(points)


def _line_under(paragraph: DocxParagraph) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "8C857A")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001
