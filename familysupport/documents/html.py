"""Turns a page into HTML; print, PDF and preview start here."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Sequence
from itertools import zip_longest

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

INK = "#20302D"
MUTED = "#5A6864"
LINE = "#8C857A"
PICTURE = "picture:"
"""What stands before the number of a picture (from 0, in reading order) in its address."""

_WIDEST, _HIGHEST = 480, 380  # at 96 to the inch: two photos fit on a page, with what they show
_NUMBER = "\x00"  # no text that is drawn holds it
_SIZES = {1: 1.5, 2: 1.22, 3: 1.0}


def to_html(page: Page, font_pt: int) -> str:
    """Return `page` with every sign of its text escaped; sizes follow from `font_pt`."""
    parts = ["<html><head><style>", _style(font_pt), "</style></head><body>"]
    if page.title:
        parts.append(_block(Heading(page.title, 1), font_pt))
    parts.extend(_blocks(page.blocks, font_pt))
    parts.append("</body></html>")
    return _numbered_pictures("".join(parts))


def to_web_page(page: Page, language: str = "en") -> str:
    """Return `page` as a file for browsers and screen readers, its title naming nobody."""
    head = (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Document</title>'
        "<style>body { max-width: 40em; margin: 2em auto; padding: 0 1em;"
        " font-family: sans-serif; }"
    )
    foot = f"<p>{_text(page.author)}</p>" if page.author else ""
    shown = to_html(page, 12).removeprefix("<html><head><style>")
    for number, picture in enumerate(pictures(page.blocks)):
        address = "data:image/jpeg;base64," + base64.b64encode(picture.data).decode("ascii")
        shown = shown.replace(f'src="{PICTURE}{number}"', f'src="{address}"', 1)
    return head + shown.replace("</body>", foot + "</body>")


def _numbered_pictures(text: str) -> str:
    """Return HTML in which each picture has its number."""
    first, *rest = text.split(_NUMBER)
    return first + "".join(f"{number}{part}" for number, part in enumerate(rest))


def _style(font_pt: int) -> str:
    return f"body {{ font-size: {font_pt}pt; color: {INK}; }} th {{ text-align: left; }}"


def _blocks(blocks: Iterable[Block], font_pt: int) -> list[str]:
    """Return the blocks one by one; a page break opens the block that follows it."""
    found: list[str] = []
    breaks = False
    for block in blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        if breaks and not isinstance(block, Heading | Paragraph | Note | Table):
            found.append(_line("&nbsp;", 1, breaks=True))
            breaks = False
        found.append(_block(block, font_pt, breaks))
        breaks = False
    return found


def _block(block: Block, font_pt: int, breaks: bool = False) -> str:
    match block:
        case Heading(text=text, level=level):
            return _heading(text, level, font_pt, breaks)
        case Paragraph(text=text):
            return _line(_text(text), font_pt, breaks, _towards(text))
        case Note(text=text):
            small = _span(_text(text), f"font-size: {_note_pt(font_pt)}pt; color: {MUTED};")
            return _line(small, font_pt, breaks, _towards(text))
        case PageBreak():
            return _line("", font_pt, breaks=True)
        case Table():
            return _table(block, font_pt, breaks)
        case _:
            return _framed(block, font_pt)


def _framed(block: Bullets | Numbered | Card | Picture | Rule, font_pt: int) -> str:
    match block:
        case Bullets(items=items):
            return f"<ul>{_items(items, font_pt)}</ul>"
        case Numbered(items=items, start=start):
            return f'<ol start="{start}">{_items(items, font_pt)}</ol>'
        case Card():
            return _card(block, font_pt)
        case Picture():
            return _picture(block, font_pt)
        case Rule():
            return "<hr>"


def _note_pt(font_pt: int) -> int:
    return max(9, round(font_pt * 0.8))


def _heading(text: str, level: int, font_pt: int, breaks: bool) -> str:
    level = min(max(level, 1), 3)
    size = round(font_pt * _SIZES[level], 1)
    above = 0 if level == 1 else font_pt
    style = (
        f"font-size: {size}pt; font-weight: 600; margin-top: {above}px;"
        f" margin-bottom: {round(font_pt * (0.9 if level == 1 else 0.4))}px;{_break(breaks)}"
    )
    return f'<h{level}{_towards(text)} style="{style}">{_text(text)}</h{level}>'


def _line(inner: str, font_pt: int, breaks: bool = False, towards: str = "") -> str:
    style = (
        f"margin-top: 0; margin-bottom: {round(font_pt * 0.9)}px; line-height: 140%;"
        f" white-space: pre-wrap;{_break(breaks)}"
    )
    return f'<p{towards} style="{style}">{inner}</p>'


def _towards(text: Text) -> str:
    return ' dir="rtl"' if right_to_left(text) else ""


def _break(breaks: bool) -> str:
    return " page-break-before: always;" if breaks else ""


def _items(items: Sequence[Text], font_pt: int) -> str:
    style = f"margin-bottom: {round(font_pt * 0.4)}px; line-height: 140%; white-space: pre-wrap;"
    return "".join(f'<li{_towards(item)} style="{style}">{_text(item)}</li>' for item in items)


def _table(table: Table, font_pt: int, breaks: bool) -> str:
    if not table.columns():
        return ""
    head = table.header + ("",) * (table.columns() - len(table.header))
    size = round(font_pt * table.size, 1)
    lines = [f"<tr>{_cells(row, 'td', table.widths, size)}</tr>" for row in table.filled()]
    if table.header:
        first = _cells(head, "th", table.widths, size)
        lines.insert(0, f"<thead><tr>{first}</tr></thead>")
    opened = (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="{round(font_pt * 0.4)}"'
        f' style="border-collapse: collapse; border-style: solid; border-color: {LINE};'
        f'{_break(breaks)}">'
    )
    return opened + "".join(lines) + "</table>" + ("" if table.goes_on else _after(font_pt))


def _cells(row: Iterable[Text], name: str, widths: Sequence[float], size: float) -> str:
    style = f' style="white-space: pre-wrap; font-size: {size}pt;"'
    wide = [f' width="{width:.2f}%"' for width in widths]
    cells = zip_longest(row, wide, fillvalue="")
    return "".join(f"<{name}{_towards(c)}{w}{style}>{_text(c)}</{name}>" for c, w in cells)


def _card(card: Card, font_pt: int) -> str:
    inner = "".join(_blocks(card.blocks, font_pt))
    title = _heading(card.title, 3, font_pt, False) if card.title else ""
    return (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="{font_pt}"'
        f' style="border-collapse: collapse; border-style: solid; border-color: {LINE};">'
        f"<tr><td>{title}{inner}</td></tr></table>" + _after(font_pt)
    )


def _picture(picture: Picture, font_pt: int) -> str:
    """Return a picture with its words, in a frame of one cell, which no page end cuts."""
    width, height = picture.fitted(_WIDEST, _HIGHEST)
    words = html.escape(drawable(picture.words), quote=True)
    image = f'<img src="{PICTURE}{_NUMBER}" width="{width}" height="{height}" alt="{words}">'
    below = _block(Note(picture.words), font_pt) if picture.words else ""
    return (
        '<table border="0" cellspacing="0" cellpadding="0" style="border-style: none;">'
        f'<tr><td><p style="margin: 0;">{image}</p>{below}</td></tr></table>' + _after(font_pt)
    )


def _after(font_pt: int) -> str:
    return f'<p style="margin: 0; font-size: {font_pt // 2}pt;">&nbsp;</p>'


def _text(text: Text) -> str:
    return "".join(_run(run) for run in runs(text))


def _run(run: Run) -> str:
    shown = html.escape(drawable(run.text)).replace("\n", "<br>")
    if run.bold:
        shown = _span(shown, "font-weight: 600;")
    return _span(shown, "font-style: italic;") if run.italic else shown


def _span(inner: str, style: str) -> str:
    return f'<span style="{style}">{inner}</span>'
