"""Binds lessons into one booklet: contents, lessons, the hard words, and all sources at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.markdown import passages
from familysupport.content.model import Lesson, Term
from familysupport.content.references import References
from familysupport.documents.page import (
    Block,
    Heading,
    Page,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from familysupport.learn.pages import Words, lesson_blocks, review, source_blocks


class Chapter(NamedTuple):
    """A part of a booklet that begins on a new page."""

    title: str
    blocks: tuple[Block, ...]


def chapters(library: Library, lessons: Sequence[Lesson], words: Words) -> tuple[Chapter, ...]:
    """Return the lessons, the words they use and their sources, each as a chapter."""
    references = References(library.facts(), library.sources())
    found = []
    for lesson in lessons:
        told = (*lesson_blocks(lesson, words, references), *review(lesson, words))
        found.append(Chapter(lesson.title, told))
    terms = explained(library, lessons)
    if terms:
        found.append(Chapter(words.words, tuple(_term(term) for term in terms)))
    found.append(Chapter(words.sources, source_blocks(references, words)))
    return tuple(Chapter(one.title, (Heading(one.title, 1), *one.blocks)) for one in found)


def front(title: str, bound: Sequence[Chapter], pages: Sequence[int], words: Words) -> Page:
    """Return the first page: the name of the booklet, and on which page each chapter begins."""
    rows = tuple((one.title, str(page)) for one, page in zip(bound, pages, strict=True))
    return Page(title, (Heading(words.contents, 2), Table((words.lesson, words.page), rows)))


def bind(title: str, bound: Sequence[Chapter], pages: Sequence[int], words: Words) -> Page:
    """Return the whole booklet."""
    first = front(title, bound, pages, words)
    blocks: list[Block] = [*first.blocks]
    for one in bound:
        blocks += [PageBreak(), *one.blocks]
    return Page(title, tuple(blocks))


def explained(library: Library, lessons: Sequence[Lesson]) -> tuple[Term, ...]:
    """Return the terms that the lessons link to, by the alphabet."""
    links = {link for lesson in lessons for one in passages(lesson.text) for link in one.links}
    return tuple(term for term in library.terms() if f"term:{term.id}" in links)


def _term(term: Term) -> Paragraph:
    sound = f" ({term.say})" if term.say else ""
    return Paragraph((Run(f"{term.word}{sound}: ", bold=True), Run(term.meaning)))
