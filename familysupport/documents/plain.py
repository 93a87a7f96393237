"""Pages as plain text and Markdown, and text files read in whatever way they were written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

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
    Table,
    Text,
    runs,
    words,
)
from familysupport.errors import FileTooLargeError, FileUnreadableError

LIMIT = 2_000_000
"""The most that is read from a text file, in bytes; a long letter has about 5,000."""

# Signs that mean something to Markdown anywhere, and those that do so where a line begins.
_ANYWHERE = re.compile(r"([\\`*_\[\]<|~])|&(?=#|[A-Za-z])")
_AT_START = re.compile(r"^(\s*)([#+=>:-])|^(\s*\d+)([.)])", re.MULTILINE)
_TAKEN_BACK = re.compile(r"\\([!-/:-@\[-`{-~\n])")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def to_text(page: Page) -> str:
    """Return `page` as plain text, an empty line between its parts."""
    parts = [page.title] if page.title else []
    parts.extend(_text_of(page.blocks))
    return _joined(parts, page.author)


def to_markdown(page: Page) -> str:
    """Return `page` as Markdown that reads back with the same words."""
    parts = [f"# {_one_line(page.title)}"] if page.title else []
    parts.extend(_markdown_of(page.blocks))
    return _joined(parts, _escaped(page.author))


def read_text(path: Path, limit: int = LIMIT) -> str:
    """Return the text of a .txt or .md file, lines ending in a plain line feed.

    In Markdown, signs that were set off by a backslash stand for themselves again. Raises
    FileTooLargeError over `limit` bytes, FileUnreadableError for what is no text.
    """
    text = decoded(read_bytes(path, limit), path)
    return _TAKEN_BACK.sub(r"\1", text) if path.suffix.lower() in (".md", ".markdown") else text


def read_bytes(path: Path, limit: int) -> bytes:
    """Return what is in a file, never more than `limit` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise FileUnreadableError(path) from error
    if len(data) > limit:
        raise FileTooLargeError(path, limit)
    return data


def decoded(data: bytes, path: Path) -> str:
    """Return `data` as text: by its mark, else UTF-8, else the way older Windows wrote it."""
    for name in _encodings(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return _plain_lines(text, path)
    raise FileUnreadableError(path)


def _encodings(data: bytes) -> Sequence[str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return (name,)
    if b"\x00" in data:
        # Text in UTF-16 without its mark has its zeros all on one side.
        return ("utf-16-le",) if data[1::2].count(0) > data[::2].count(0) else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _plain_lines(text: str, path: Path) -> str:
    if _BINARY.search(text.removesuffix("\x1a")) or text.startswith(("%PDF-", "{\\rtf")):
        raise FileUnreadableError(path)
    return re.sub(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text.removesuffix("\x1a"))


def _joined(parts: Iterable[str], author: str) -> str:
    kept = [part for part in (*parts, author) if part]
    return "\n\n".join(kept) + "\n" if kept else ""


def _text_of(blocks: Iterable[Block]) -> list[str]:
    return [_plain(block) for block in blocks]


def _plain(block: Block) -> str:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text):
            return words(text)
        case Bullets(items=items):
            return "\n".join(f"- {_hung(words(item), 2)}" for item in items)
        case Numbered(items=items, start=start):
            return "\n".join(f"{n}. {_hung(words(i), 3)}" for n, i in enumerate(items, start))
        case Table():
            rows = ([block.header] if block.header else []) + list(block.filled())
            return "\n".join("\t".join(_flat(words(cell)) for cell in row) for row in rows)
        case Card():
            return "\n\n".join(part for part in (block.title, *_text_of(block.blocks)) if part)
        case Picture(words=text):
            return f"[{_flat(text)}]"
        case Rule() | PageBreak():
            return "----"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _hung(text: str, by: int) -> str:
    return text.replace("\n", "\n" + " " * by)


def _markdown_of(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    before: Block | None = None
    for block in blocks:
        if type(block) is type(before) and isinstance(block, Bullets | Numbered):
            found.append("<!-- -->")
        found.append(_markdown(block))
        before = block
    return found


def _markdown(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * min(max(level, 1), 3)} {_one_line(text)}"
        case Paragraph(text=text) | Note(text=text):
            return _styled(text)
        case Bullets(items=items):
            return "\n".join(f"- {_hung(_styled(item), 2)}" for item in items)
        case Numbered(items=items, start=start):
            return "\n".join(_numbered(n, item) for n, item in enumerate(items, start))
        case _:
            return _markdown_framed(block)


def _markdown_framed(block: Table | Card | Picture | Rule | PageBreak) -> str:
    match block:
        case Table():
            return _markdown_table(block)
        case Card():
            title = f"### {_one_line(block.title)}" if block.title else ""
            return "\n\n".join(part for part in (title, *_markdown_of(block.blocks)) if part)
        case Picture(words=text):
            return f"\\[{_one_line(text)}\\]"
        case Rule() | PageBreak():
            return "---"


def _numbered(number: int, item: Text) -> str:
    mark = f"{number}. "
    return mark + _hung(_styled(item), len(mark))


def _markdown_table(table: Table) -> str:
    head = table.header + ("",) * (table.columns() - len(table.header))
    rows = [head, *table.filled()]
    lines = ["| " + " | ".join(_one_line(words(cell)) for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * table.columns())
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return _escaped(_flat(text))


def _escaped(text: str) -> str:
    marked = _ANYWHERE.sub(lambda found: "\\" + found.group(), text)
    return _AT_START.sub(
        lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", marked
    )


def _styled(text: Text) -> str:
    """Return text whose line breaks stay, without the spaces Markdown would take as code."""
    whole = "".join(
        _dressed(_escaped(run.text), "**" * run.bold + "*" * run.italic) for run in runs(text)
    )
    lines = [line.strip(" \t") for line in whole.strip("\n").split("\n")]
    return "\\\n".join(line or "\u00a0" for line in lines)


def _dressed(text: str, marks: str) -> str:
    if not marks or not text.strip():
        return text
    bare = text.strip()
    at = text.index(bare)
    return f"{text[:at]}{marks}{bare}{marks[::-1]}{text[at + len(bare) :]}"
