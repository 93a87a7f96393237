"""Turns a lesson into a page for paper, with the sources at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.markdown import Passage, Span, passages, plain
from familysupport.content.model import Lesson
from familysupport.content.references import Reference, References
from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    Paragraph,
    Run,
    Table,
    Text,
)

_PICTURE = re.compile(r"<p[^>]*>\[picture:([\w.-]+)\]</p>")


class Words(NamedTuple):
    """The few words on paper that no writer wrote, handed down by the window."""

    in_short: str
    today: str
    sources: str
    contents: str
    source: str
    common: str
    reviewed: str
    lesson: str = ""
    page: str = ""
    words: str = ""
    no_year: str = ""


def picture_mark(name: str) -> str:
    """Return what stands on a page where a picture belongs."""
    return f"[picture:{name}]"


def with_pictures(html: str, draw: Callable[[str], str]) -> str:
    """Put into the HTML of a page what `draw` makes of each picture's name, as a paragraph."""
    return _PICTURE.sub(lambda found: draw(found[1]), html)


def lesson_page(library: Library, lesson: Lesson, words: Words) -> Page:
    """Return one lesson as a page, with its sources at the end."""
    references = References(library.facts(), library.sources())
    blocks = (
        *lesson_blocks(lesson, words, references),
        Heading(words.sources, 2),
        *source_blocks(references, words),
        *review(lesson, words),
    )
    return Page(lesson.title, blocks)


def lesson_blocks(lesson: Lesson, words: Words, references: References) -> tuple[Block, ...]:
    """Return what a lesson says; the numbers of its sources come from `references`."""
    blocks: list[Block] = [Card(words.in_short, (Bullets(lesson.header.summary),))]
    for kind, group in groupby(passages(lesson.text), key=lambda one: one.kind):
        run = list(group)
        if kind in ("bullet", "number"):
            items = tuple(_text(one.spans, references) for one in run)
            blocks.append(Bullets(items) if kind == "bullet" else Numbered(items))
        else:
            blocks += [piece for one in run for piece in _pieces(one, references)]
    blocks.append(Card(words.today, (Paragraph(lesson.header.today),)))
    return tuple(blocks)


def source_blocks(references: References, words: Words) -> tuple[Block, ...]:
    """Return every source that was leaned on, in the order of the numbers."""
    return tuple(Note(_source(one, words)) for one in references.entries())


def review(lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """Return the line that says when a lesson was reviewed."""
    return (Note(words.reviewed.format(day=lesson.header.reviewed_on.isoformat())),)


def _pieces(passage: Passage, references: References) -> tuple[Block, ...]:
    if passage.kind == "picture":
        return Paragraph(picture_mark(passage.picture)), Note(passage.text)
    return (_block(passage, references),)


def _block(passage: Passage, references: References) -> Block:
    if passage.kind == "heading":
        return Heading(passage.text, 2)
    if passage.kind == "table":
        return _table(passage, references)
    return Paragraph(_text(passage.spans, references))


def _table(passage: Passage, references: References) -> Table:
    header = tuple(plain(cell) for cell in passage.rows[0]) if passage.rows else ()
    rows = tuple(tuple(_text(cell, references) for cell in row) for row in passage.rows[1:])
    return Table(header, rows)


def _text(spans: Sequence[Span], references: References) -> Text:
    runs: list[Run] = []
    for is_mark, group in groupby(spans, key=lambda span: bool(span.fact)):
        some = list(group)
        if is_mark:
            numbers = references.numbers(span.fact for span in some)
            mark = ", ".join(str(number) for number in numbers)
            runs.append(Run(f" [{mark}]" if mark else ""))
        else:
            runs += [Run(span.text, span.bold, span.italic) for span in some]
    return tuple(run for run in runs if run.text)


def _source(reference: Reference, words: Words) -> str:
    source, number = reference.source, f"{reference.number}. "
    if source is None:
        return number + words.common.format(body=reference.body)
    told = words.source.format(
        title=source.title,
        publisher=source.publisher,
        year=source.year or words.no_year,
        address=source.address,
    )
    return number + told.strip()
