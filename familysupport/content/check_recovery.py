"""Checks what is said once treatment has begun: facts, weeks without a gap, words, grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from familysupport.content.check_words import Shelf
from familysupport.content.grade import grade
from familysupport.content.library import Library
from familysupport.content.recovery import (
    SUPPORT,
    NinetyDays,
    SupportFile,
    read_ninety_days,
    read_support,
)

HARDEST = 8.5
MARKS = ("early", "sustained")
OWN = "own"
LAST_WEEK = 13


def check_recovery(root: Path, language: str, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the marks, signs, supplies and weeks."""
    if not (root / language / SUPPORT).is_file():
        return
    library = Library(root, language)
    for slip in _support(read_support(library), shelf):
        yield f"support.toml: {slip}"
    for slip in _ninety(read_ninety_days(library), shelf):
        yield f"ninety-days.toml: {slip}"


def _support(found: SupportFile, shelf: Shelf) -> Iterator[str]:
    if tuple(one.id for one in found.mark) != MARKS:
        yield f"the marks must be {', '.join(MARKS)}"
    yield from _twice(one.id for one in found.sign)
    if found.sign[-1].id != OWN:
        yield f"the last sign must be {OWN}"
    behind = [found.again_facts, found.leaving_facts, found.signs_facts]
    behind += [found.naloxone.facts, found.medicine.facts]
    behind += [one.facts for one in found.mark] + [one.facts for one in found.habit]
    for facts in (*behind, *(one.facts for one in found.sign)):
        yield from _facts(facts, shelf)
    texts = [found.again, found.leaving, *found.signs_about, *(one.text for one in found.mark)]
    for one in (found.naloxone, found.medicine):
        texts += [one.keep, one.soon, one.over]
    names = [one.name for one in found.sign] + [one.name for one in found.habit]
    yield from _words(texts, names, shelf)


def _ninety(found: NinetyDays, shelf: Shelf) -> Iterator[str]:
    expected = 0
    for week in found.week:
        if week.since != expected or week.until < week.since:
            yield f"{week.id}: must begin with week {expected} and not end before it"
        expected = week.until + 1
        if not week.step or not week.avoid or not week.ask:
            yield f"{week.id}: must say what to do, what to leave and what to ask"
        yield from _facts(week.facts, shelf)
    if expected != LAST_WEEK + 1:
        yield f"must end with week {LAST_WEEK}"
    yield from _twice(one.id for week in found.week for one in week.step)
    yield from _facts(found.first_facts, shelf)
    lines = [one.text for week in found.week for one in week.step]
    lines += [line for week in found.week for line in (*week.avoid, *week.ask)]
    titles = [found.title, *(one.title for one in found.week)]
    yield from _words([found.about, found.first, *lines], titles, shelf)


def _facts(facts: tuple[str, ...], shelf: Shelf) -> Iterator[str]:
    if not facts:
        yield "something without a fact behind it"
    yield from shelf.unknown_facts(facts)


def _twice(ids: Iterable[str]) -> Iterator[str]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield f"{name} stands twice"


def _words(texts: list[str], names: list[str], shelf: Shelf) -> Iterator[str]:
    for text in (*texts, *names):
        if not text or text != text.strip():
            yield f"empty, or a space at its end: {text}"
        yield from shelf.avoided(text)
    hard = grade(texts, shelf.excused)
    if hard > HARDEST:
        yield f"reading grade {hard:.1f}, must be at most {HARDEST}"
