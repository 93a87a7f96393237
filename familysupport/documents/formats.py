"""The formats by their endings: what a page can become, and what can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from familysupport.documents.docx import read_docx, to_docx
from familysupport.documents.html import to_web_page
from familysupport.documents.odt import read_odt, to_odt
from familysupport.documents.page import Page
from familysupport.documents.plain import read_text, to_markdown, to_text

READABLE = ("txt", "md", "docx", "odt")
"""The endings that `read_words` takes."""

_WRITERS: Mapping[str, Callable[[Page], bytes]] = {
    "txt": lambda page: _utf8(to_text(page)),
    "md": lambda page: _utf8(to_markdown(page)),
    "html": lambda page: _utf8(to_web_page(page)),
    "docx": to_docx,
    "odt": to_odt,
}
WRITABLE = tuple(_WRITERS)
"""The endings that `to_bytes` knows; a PDF is painted above, where the fonts are."""


def to_bytes(page: Page, ending: str) -> bytes:
    """Return `page` as the file that `ending` (without its dot) names."""
    return _WRITERS[ending.lower()](page)


def read_words(path: Path) -> str:
    """Return the words of a letter, an empty line between its paragraphs.

    Raises FileTooLargeError and FileUnreadableError; the file is looked at, not only its name.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind == "docx":
        return _joined(read_docx(path))
    if kind == "odt":
        return _joined(read_odt(path))
    return read_text(path)


def _joined(paragraphs: tuple[str, ...]) -> str:
    """Join paragraphs; where most are parted by empty ones already, those do the parting."""
    whole = "\n".join(part.rstrip() for part in paragraphs).strip("\n").split("\n")
    kept = [part.strip("\n").rstrip() for part in paragraphs if part.strip()]
    if 2 * whole.count("") >= len(kept) > 1:
        return "\n".join(whole)
    return "\n\n".join(kept)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "ignore")
