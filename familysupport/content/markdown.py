"""Reads the Markdown of a lesson into passages, for the screen, paper and the search alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PassageKind = Literal["heading", "paragraph", "bullet", "number", "quote", "table", "picture"]
_MARK = re.compile(r"\s*\[\^([A-Z]-\d+[a-z]?)\]")


class Span(NamedTuple):
    """Words that look the same, or the mark of one fact."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    fact: str = ""


Spans = tuple[Span, ...]


class Passage(NamedTuple):
    """A heading, a paragraph, a list item, a table or a picture, with the section it is in."""

    kind: PassageKind
    spans: Spans
    section: str
    line: int
    rows: tuple[tuple[Spans, ...], ...] = ()
    picture: str = ""

    @property
    def text(self) -> str:
        """Return the words alone."""
        return plain(self.spans)

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the facts that stand behind this passage, in order."""
        return tuple(dict.fromkeys(span.fact for span in self.all_spans() if span.fact))

    @property
    def links(self) -> tuple[str, ...]:
        """Return the addresses linked from this passage."""
        return tuple(dict.fromkeys(span.link for span in self.all_spans() if span.link))

    def all_spans(self) -> Iterator[Span]:
        """Return the spans of the passage and of every cell."""
        yield from self.spans
        for row in self.rows:
            for cell in row:
                yield from cell


def plain(spans: Sequence[Span]) -> str:
    """Return the words of `spans` without looks and marks."""
    return "".join(span.text for span in spans)


def slug(heading: str) -> str:
    """Return the lasting name of a section from its heading."""
    letters = unicodedata.normalize("NFKD", heading.casefold())
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")


def passages(text: str, first_line: int = 0) -> tuple[Passage, ...]:
    """Read Markdown; `first_line` is how many lines stand above it in its file."""
    return tuple(_Reader(first_line).read(_parser().parse(text)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    """Walks the tokens once and remembers the list, quote and section they stand in."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._section = ""
        self._around: list[PassageKind] = []
        self._rows: list[list[Spans]] | None = None
        self._line = self._table_line = 0
        self._is_heading = False

    def read(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        for token in tokens:
            if token.map:
                self._line = token.map[0] + 1 + self._first_line
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type == "table_close":
                rows = tuple(tuple(row) for row in self._rows or [])
                self._rows = None
                yield self._passage("table", (), rows)._replace(line=self._table_line)
            else:
                self._step(token.type)

    def _step(self, kind: str) -> None:
        opened: dict[str, PassageKind] = {
            "bullet_list_open": "bullet",
            "ordered_list_open": "number",
            "blockquote_open": "quote",
        }
        if kind in opened:
            self._around.append(opened[kind])
        elif kind in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
            self._around.pop()
        elif kind == "table_open":
            self._rows, self._table_line = [], self._line
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind in ("heading_open", "heading_close"):
            self._is_heading = kind == "heading_open"

    def _inline(self, token: Token) -> Iterator[Passage]:
        spans, picture = _spans(token.children or [])
        if self._rows is not None:
            self._rows[-1].append(spans)
        elif self._is_heading:
            self._section = slug(plain(spans))
            yield self._passage("heading", spans)
        elif picture:
            yield self._passage("picture", spans)._replace(picture=picture)
        else:
            yield self._passage(self._around[-1] if self._around else "paragraph", spans)

    def _passage(
        self, kind: PassageKind, spans: Spans, rows: tuple[tuple[Spans, ...], ...] = ()
    ) -> Passage:
        return Passage(kind, spans, self._section, self._line, rows)


def _spans(tokens: Sequence[Token]) -> tuple[Spans, str]:
    """Return the spans of one inline token, and the picture it holds, if any."""
    found: list[Span] = []
    look, picture = Span(""), ""
    for token in tokens:
        if token.type == "image":
            picture = str(token.attrGet("src") or "").removeprefix("picture:")
            found.append(Span(token.content))
        elif token.type in ("strong_open", "strong_close"):
            look = look._replace(bold=token.type == "strong_open")
        elif token.type in ("em_open", "em_close"):
            look = look._replace(italic=token.type == "em_open")
        elif token.type in ("link_open", "link_close"):
            look = look._replace(link=str(token.attrGet("href") or ""))
        else:
            _add(found, look._replace(text=_words(token)))
    return tuple(_with_marks(found)), picture


def _words(token: Token) -> str:
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)


def _add(found: list[Span], span: Span) -> None:
    """Join words of the same look, so that a mark is never cut in two."""
    if found and found[-1]._replace(text="") == span._replace(text=""):
        found[-1] = span._replace(text=found[-1].text + span.text)
    elif span.text:
        found.append(span)


def _with_marks(spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        at = 0
        for hit in _MARK.finditer(span.text):
            if span.text[at : hit.start()]:
                yield span._replace(text=span.text[at : hit.start()])
            yield Span("", fact=hit[1])
            at = hit.end()
        if span.text[at:]:
            yield span._replace(text=span.text[at:])
