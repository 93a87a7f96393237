"""Pages as ODT, and the words of an ODT read back."""

from __future__ import annotations

import hashlib
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
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
    pictures,
    right_to_left,
    runs,
)

_KIND = "application/vnd.oasis.opendocument.text"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_SPACE}text:1.0}}"
_OFFICE = f"{{{_SPACE}office:1.0}}"
_NAMES = (
    " ".join(
        f'xmlns:{short}="{_SPACE}{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
            ("manifest", "manifest"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_WIDEST, _HIGHEST = 5.0, 4.0  # inches that a picture may have
_LOST_SPACE = re.compile(r"^ | $|(?<=\s) ")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Comments, and what was struck out while changes were tracked, are not the letter's words.
_LEFT_OUT = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note-citation",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
    f"{{{_SPACE}svg-compatible:1.0}}title",
    f"{{{_SPACE}svg-compatible:1.0}}desc",
}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def to_odt(page: Page) -> bytes:
    """Return `page` as an ODT file whose properties name nobody."""
    blocks = list(page.blocks)
    if page.title:
        blocks.insert(0, Heading(page.title, 1))
    if page.author:
        blocks.append(Paragraph(page.author))
    body = "".join(_block(block) for block in blocks)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        # The kind comes first and unpacked, so that it can be seen from outside.
        package.writestr(zipfile.ZipInfo("mimetype"), _KIND, zipfile.ZIP_STORED)
        for name, content in (
            ("content.xml", _content(body, _numbers(blocks))),
            ("styles.xml", _styles()),
            ("META-INF/manifest.xml", _manifest(_names_of(blocks))),
        ):
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        for name, data in _names_of(blocks).items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED)
    return out.getvalue()


def read_odt(path: Path) -> tuple[str, ...]:
    """Return the paragraphs of an ODT file, empty ones too, in reading order."""
    root = read_part(path, "content.xml")
    body = root.find(f"{_OFFICE}body")
    return tuple(_paragraphs(body)) if body is not None else ()


def _paragraphs(root: Element) -> Iterator[str]:
    for child in root:
        if child.tag in _PARAGRAPHS:
            yield "".join(_words(child))
            yield from _within(child)
        elif child.tag not in _LEFT_OUT:
            yield from _paragraphs(child)


def _within(paragraph: Element) -> Iterator[str]:
    """Return the paragraphs of frames and notes that hang on a paragraph."""
    for child in paragraph:
        if child.tag in _PARAGRAPHS:
            yield "".join(_words(child))
        if child.tag not in _LEFT_OUT:
            yield from _within(child)


def _words(element: Element) -> Iterator[str]:
    yield _collapsed(element.text)
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * _count(child.get(f"{_TEXT}c"))
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _PARAGRAPHS | _LEFT_OUT:
            yield from _words(child)
        yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _count(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() else 1


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            level = min(max(level, 1), 3)
            return (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{_text(text)}</text:h>"
            )
        case Paragraph(text=text):
            return _p("Body", text)
        case Note(text=text):
            return _p("Note", text)
        case Bullets(items=items):
            return _list("Dots", items)
        case Numbered(items=items, start=start):
            return _list(f"Numbers{start}", items)
        case _:
            return _framed(block)


def _framed(block: Table | Card | Picture | Rule | PageBreak) -> str:
    match block:
        case Table():
            return _table(block)
        case Card():
            title = _block(Heading(block.title, 3)) if block.title else ""
            inner = title + "".join(_block(part) for part in block.blocks)
            cell = f'<table:table-cell table:style-name="Cell">{inner or _p("Body", "")}'
            return _grid(1, f"<table:table-row>{cell}</table:table-cell></table:table-row>")
        case Picture():
            return _picture(block)
        case Rule():
            return _p("Rule", "")
        case PageBreak():
            return _p("Break", "")


def _p(style: str, text: Text) -> str:
    towards = "FromRight" if right_to_left(text) else ""
    return f'<text:p text:style-name="{style}{towards}">{_text(text)}</text:p>'


def _list(style: str, items: Iterable[Text]) -> str:
    inner = "".join(f"<text:list-item>{_p('Item', item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def _table(table: Table) -> str:
    if not table.columns():
        return ""
    lines = ["<table:table-row>" + _cells(row) + "</table:table-row>" for row in table.filled()]
    if table.header:
        head = table.header + ("",) * (table.columns() - len(table.header))
        cells = _cells(tuple((Run(name, bold=True),) for name in head))
        lines.insert(0, f"<table:table-row>{cells}</table:table-row>")
    return _grid(table.columns(), "".join(lines))


def _cells(row: Iterable[Text]) -> str:
    return "".join(
        f'<table:table-cell table:style-name="Cell">{_p("Item", text)}</table:table-cell>'
        for text in row
    )


def _grid(columns: int, rows: str) -> str:
    wide = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f"<table:table>{wide}{rows}</table:table>" + _p("Item", "")


def _picture(picture: Picture) -> str:
    width, height = picture.fitted(_WIDEST * 96, _HIGHEST * 96)
    words = html.escape(drawable(picture.words), quote=False)
    frame = (
        f'<draw:frame text:anchor-type="as-char" svg:width="{width / 96:.2f}in"'
        f' svg:height="{height / 96:.2f}in"><draw:image xlink:type="simple" xlink:show="embed"'
        f' xlink:actuate="onLoad" xlink:href="{_name_of(picture)}"/>'
        f"<svg:desc>{words}</svg:desc></draw:frame>"
    )
    below = _p("Note", picture.words) if picture.words else ""
    return f'<text:p text:style-name="Picture">{frame}</text:p>{below}'


def _name_of(picture: Picture) -> str:
    return f"Pictures/{hashlib.blake2b(picture.data, digest_size=8).hexdigest()}.jpg"


def _names_of(blocks: Iterable[Block]) -> dict[str, bytes]:
    return {_name_of(picture): picture.data for picture in pictures(blocks)}


def _text(text: Text) -> str:
    return "".join(_run(run) for run in runs(text))


def _run(run: Run) -> str:
    shown = _spaced(drawable(run.text))
    style = "Bold" * run.bold + "Italic" * run.italic
    return f'<text:span text:style-name="{style}">{shown}</text:span>' if style else shown


def _spaced(text: str) -> str:
    """Return text with its spaces, tabs and line breaks as elements, or they would be lost."""
    shown = _LOST_SPACE.sub("\x00", text)
    shown = html.escape(shown, quote=False)
    shown = shown.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return shown.replace("\x00", "<text:s/>")


def _numbers(blocks: Iterable[Block]) -> set[int]:
    found: set[int] = set()
    for block in blocks:
        if isinstance(block, Numbered):
            found.add(block.start)
        elif isinstance(block, Card):
            found |= _numbers(block.blocks)
    return found


def _content(body: str, starts: Iterable[int]) -> str:
    lists = "".join(
        f'<text:list-style style:name="Numbers{start}"><text:list-level-style-number text:level="1"'
        f' text:start-value="{start}" style:num-format="1" style:num-suffix=".">{_INDENT}'
        "</text:list-level-style-number></text:list-style>"
        for start in sorted(starts)
    )
    return (
        f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{_LOOKS}{lists}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


_INDENT = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab"'
    ' fo:text-indent="-0.25in" fo:margin-left="0.5in"/></style:list-level-properties>'
)


def _look(name: str, paragraph: str = "", words: str = "") -> str:
    sides = (("", ""), ("FromRight", 'style:writing-mode="rl-tb" fo:text-align="start"'))
    return "".join(
        f'<style:style style:name="{name}{side}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph} {towards}/>"
        f"<style:text-properties {words}/></style:style>"
        for side, towards in sides
    )


def _span(name: str, words: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties {words}/></style:style>"
    )


_BOLD, _ITALIC = 'fo:font-weight="bold"', 'fo:font-style="italic"'
_LOOKS = (
    _look("Body", 'fo:margin-bottom="0.12in" fo:line-height="130%"')
    + _look("Item", 'fo:margin-bottom="0.04in"')
    + _look("Note", 'fo:margin-bottom="0.12in"', 'fo:font-size="9pt" fo:color="#5A6864"')
    + _look("Rule", 'fo:border-bottom="0.5pt solid #8C857A"')
    + _look("Picture", 'fo:keep-with-next="always"')
    + _look("Break", 'fo:break-before="page"')
    + _span("Bold", _BOLD)
    + _span("Italic", _ITALIC)
    + _span("BoldItalic", f"{_BOLD} {_ITALIC}")
    + '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="0.08in" fo:border="0.5pt solid #8C857A"/></style:style>'
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1"'
    f' text:bullet-char="•">{_INDENT}</text:list-level-style-bullet></text:list-style>'
)


def _styles() -> str:
    heads = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}"'
        ' style:family="paragraph"><style:paragraph-properties fo:margin-top="0.15in"'
        ' fo:margin-bottom="0.08in" fo:keep-with-next="always"/>'
        f'<style:text-properties {_BOLD} fo:font-size="{size}pt"/></style:style>'
        for level, size in ((1, 20), (2, 15), (3, 12))
    )
    return (
        f'{_HEAD}<office:document-styles {_NAMES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"'
        ' fo:font-family="Arial"/>'
        f"</style:default-style>{heads}</office:styles></office:document-styles>"
    )


def _manifest(photos: Iterable[str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (
            ("/", _KIND),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            *((photo, "image/jpeg") for photo in photos),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest {_NAMES} manifest:version="1.3">{entries}</manifest:manifest>'
    )
