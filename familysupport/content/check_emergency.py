"""Checks the Emergency pages: facts that exist, words to avoid, and very plain language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from familysupport.content.check_words import Shelf
from familysupport.content.emergency import EmergencyContent, Part, read_emergency
from familysupport.content.grade import grade

HARDEST = 6.0


def check_emergency(root: Path, language: str, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the Emergency pages."""
    found = read_emergency(root, language)
    overdose = found.overdose
    steps = [words for step in overdose.step for words in (step.title, step.text)]
    named = (overdose.title, overdose.summary)
    facts = (*overdose.facts, *(fact for step in overdose.step for fact in step.facts))
    yield from _page("overdose.toml", (*named, *steps), overdose.part, facts, shelf)
    for one in found.situations:
        place = f"situations/{one.id}.toml"
        yield from _page(place, (one.title, one.button, one.summary), one.part, one.facts, shelf)
    for country in found.countries:
        known = (*country.facts, *(fact for one in country.number for fact in one.facts))
        said = (country.note, country.silent, *(one.note for one in country.number))
        for slip in chain(shelf.unknown_facts(known), *map(shelf.avoided, said)):
            yield f"numbers/{country.id}.toml: {slip}"
    yield from _papers(found, shelf)


def _papers(found: EmergencyContent, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the words that only stand on paper."""
    papers = found.papers
    known = {part.id for part in found.overdose.part}
    words = [papers.checked, papers.numbers, papers.unsure]
    for paper in (papers.fridge, papers.sheet, papers.wallet):
        words += [paper.name, paper.title, paper.about, *paper.blanks]
        for name in (*paper.front, *paper.back):
            if name not in known:
                yield f"papers.toml: there is no part called {name}"
    for slip in shelf.unknown_facts(papers.facts):
        yield f"papers.toml: {slip}"
    for line in words:
        for slip in shelf.avoided(line):
            yield f"papers.toml: {slip}"


def _page(
    place: str,
    texts: tuple[str, ...],
    parts: tuple[Part, ...],
    facts: tuple[str, ...],
    shelf: Shelf,
) -> Iterator[str]:
    titles = tuple(part.title for part in parts)
    lines = [*texts, *titles, *(line for part in parts for line in part.lines)]
    for slip in shelf.unknown_facts((*facts, *(fact for part in parts for fact in part.facts))):
        yield f"{place}: {slip}"
    for line in lines:
        for slip in shelf.avoided(line):
            yield f"{place}: {slip}"
    yield from _pictures(place, parts, shelf)
    hard = grade(lines, shelf.excused)
    if hard > HARDEST:
        yield f"{place}: reading grade {hard:.1f}, must be at most {HARDEST:.0f}"


def _pictures(place: str, parts: tuple[Part, ...], shelf: Shelf) -> Iterator[str]:
    for part in parts:
        for picture in (part.picture, *part.pictures):
            if picture and picture not in shelf.pictures:
                yield f"{place}: the picture {picture} does not exist"
        if part.pictures and len(part.pictures) != len(part.lines):
            yield f"{place}: {part.id}: must have as many pictures as lines"
