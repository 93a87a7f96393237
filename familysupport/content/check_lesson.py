"""Checks one lesson: facts, figures, links, words, length and reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from familysupport.content.check_words import Shelf
from familysupport.content.grade import grade
from familysupport.content.markdown import Passage, passages, plain
from familysupport.content.model import Lesson

LENGTH = range(400, 901)
HARDEST = 8.5
_SUMMARY = range(2, 5)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CLAIMING = ("paragraph", "bullet", "number", "table", "quote")


def check_lesson(lesson: Lesson, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with a lesson, each with the line where that is known."""
    place = f"{lesson.id}.md"
    found = passages(lesson.text, lesson.first_line)
    for passage in found:
        for slip in _passage(passage, shelf):
            yield f"{place}:{passage.line}: {slip}"
    for slip in (*_header(lesson, shelf), *_whole(found, shelf)):
        yield f"{place}: {slip}"


def _passage(passage: Passage, shelf: Shelf) -> Iterator[str]:
    words = _all_words(passage)
    yield from shelf.unknown_facts(passage.facts)
    yield from (slip for link in passage.links if (slip := shelf.broken(link)))
    if passage.kind in _CLAIMING and _FIGURE.search(words) and not passage.facts:
        yield "a figure without a source"
    if passage.kind == "picture" and passage.picture not in shelf.pictures:
        yield f"the picture {passage.picture} does not exist"
    if passage.kind != "quote":
        yield from shelf.avoided(words)


def _header(lesson: Lesson, shelf: Shelf) -> Iterator[str]:
    header = lesson.header
    if len(header.summary) not in _SUMMARY or not all(one.strip() for one in header.summary):
        yield "the summary must be 2 to 4 sentences"
    if not header.today.strip():
        yield "there is no thing to do today"
    told = " ".join((*header.summary, header.today, header.note))
    yield from shelf.avoided(told)
    body = set(_FIGURE.findall(lesson.text))
    for figure in _FIGURE.findall(told):
        if figure not in body:
            yield f"the figure {figure} of the header is not in the text"


def _whole(found: tuple[Passage, ...], shelf: Shelf) -> Iterator[str]:
    texts = [one.text for one in found if one.kind not in ("picture", "table", "heading")]
    count = sum(len(_all_words(one).split()) for one in found)
    if count not in LENGTH:
        yield f"has {count} words, must have {LENGTH.start} to {LENGTH.stop - 1}"
    hard = grade(texts, shelf.excused)
    if hard > HARDEST:
        yield f"reading grade {hard:.1f}, must be at most {HARDEST}"


def _all_words(passage: Passage) -> str:
    cells = (plain(cell) for row in passage.rows for cell in row)
    return " ".join((passage.text, *cells))
