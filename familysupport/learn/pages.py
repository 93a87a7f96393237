"""Turns lessons into pages for paper, with the sources at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from familysupport.content.library import Library
from familysupport.content.markdown import Passage, Span, passages, plain
from familysupport.content.model import Lesson, Term
from familysupport.content.references import Reference, References
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
    Run,
    Table,
    Text,
)

_PICTURE = re.compile(r"<p[^>]*>\[picture:([\w.-]+)\]</p>")


@dataclass(frozen=True)
class Words:
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
    """Return one lesson as a page."""
    return Page(lesson.title, tuple(_blocks(library, lesson, words, 2)))


def booklet(
    library: Library,
    lessons: Sequence[Lesson],
    title: str,
    words: Words,
    pages: Sequence[int] = (),
) -> Page:
    """Return lessons as one booklet: contents with page numbers, lessons, the words explained."""
    chapters = [lesson.title for lesson in lessons]
    terms = explained(library, lessons)
    if terms:
        chapters.append(words.words)
    blocks: list[Block] = [Heading(words.contents, 2), _contents(chapters, pages, words)]
    for lesson in lessons:
        blocks += [PageBreak(), *chapter(library, lesson, words)]
    if terms:
        blocks += [PageBreak(), *_glossary(terms, words)]
    return Page(title, tuple(blocks))


def chapter(library: Library, lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """Return one lesson as it stands in a booklet."""
    return (Heading(lesson.title, 1), *_blocks(library, lesson, words, 2))


def explained(library: Library, lessons: Sequence[Lesson]) -> tuple[Term, ...]:
    """Return the terms that the lessons link to, by the alphabet."""
    links = {link for lesson in lessons for one in passages(lesson.text) for link in one.links}
    return tuple(term for term in library.terms() if f"term:{term.id}" in links)


def _contents(chapters: Sequence[str], pages: Sequence[int], words: Words) -> Block:
    if not pages:
        return Numbered(tuple(chapters))
    rows = tuple((name, str(page)) for name, page in zip(chapters, pages, strict=True))
    return Table((words.lesson, words.page), rows)


def _glossary(terms: Sequence[Term], words: Words) -> list[Block]:
    blocks: list[Block] = [Heading(words.words, 1)]
    for term in terms:
        sound = f" ({term.say})" if term.say else ""
        name = Run(f"{term.word}{sound}: ", bold=True)
        blocks.append(Paragraph((name, Run(term.meaning))))
    return blocks


def _blocks(library: Library, lesson: Lesson, words: Words, level: int) -> list[Block]:
    references = References(library.facts(), library.sources())
    blocks: list[Block] = [Card(words.in_short, (Bullets(lesson.header.summary),))]
    for kind, group in groupby(passages(lesson.text), key=lambda one: one.kind):
        run = list(group)
        if kind in ("bullet", "number"):
            items = tuple(_text(one.spans, references) for one in run)
            blocks.append(Bullets(items) if kind == "bullet" else Numbered(items))
        else:
            blocks += [piece for one in run for piece in _pieces(one, references, level)]
    blocks.append(Card(words.today, (Paragraph(lesson.header.today),)))
    blocks.append(Heading(words.sources, level))
    blocks += [Note(_source(one, words)) for one in references.entries()]
    day = lesson.header.reviewed_on.isoformat()
    blocks.append(Note(words.reviewed.format(day=day)))
    return blocks


def _pieces(passage: Passage, references: References, level: int) -> tuple[Block, ...]:
    if passage.kind == "picture":
        return Paragraph(picture_mark(passage.picture)), Note(passage.text)
    return (_block(passage, references, level),)


def _block(passage: Passage, references: References, level: int) -> Block:
    if passage.kind == "heading":
        return Heading(passage.text, level)
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
