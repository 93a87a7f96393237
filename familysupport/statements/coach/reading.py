"""Reads one sentence: which rules speak, which keep quiet, which parts of a letter show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from familysupport.statements.coach.book import Book, Ready
from familysupport.statements.coach.lines import Line, line_of
from familysupport.statements.coach.weigh import Heard, traits_of

_HARD = re.compile(r"[;:.!?—()] |(?<!\S)but ")
_AROUND = 160
FEWEST_WEIGHED, MOST_HEARD = 3, 30
SILENCED, HEARD, HEARD_OF_NOBODY = -1.0, 1.65, 3.5
NARROW_SILENCED = -4.5
CLAUSE_SILENCED = 0.2
CLEAR, CLEARLY_ANOTHER, RULE_SPEAKS = 0.35, 0.6, 3.0
_SOFT = (", ", "; ", ": ", ". ", "— ", "but ", "and i ")
_ADDRESSED = frozenset(("you", "your", "yours", "yourself"))
_BY_WORD = ("crisis", "stigma term", "pile")
_NEVER_A_TALE = ("crisis", "threat", "limit that cannot be kept", "stigma term")
_NEAR = 90


class Hit(NamedTuple):
    """A rule or part that spoke: where in the sentence, and the person's words it kept.

    `at` is the same place in the line of plain words.
    """

    ready: Ready
    start: int
    end: int
    kept: tuple[tuple[str, str], ...] = ()
    at: tuple[int, int] = (0, 0)


class Reading(NamedTuple):
    """What was seen in one sentence; places count from its beginning."""

    hits: tuple[Hit, ...]
    parts: tuple[Hit, ...]
    words: int
    line: Line


def read(text: str, original: str, book: Book) -> Reading:
    """Read one sentence; `text` is `original` with quoted speech and names covered."""
    line = line_of(text, book.spelling)
    hits: list[Hit] = []
    parts: list[Hit] = []
    for ready, phrase_pattern in _candidates(line, book):
        for found in phrase_pattern.finditer(line.text):
            if _holds(ready, found, line.text, book):
                (parts if ready.rule is None else hits).append(_hit(ready, found, line, original))
    if any(_minds_warmth(hit) for hit in hits) and book.warm.search(line.text):
        hits = [hit for hit in hits if not _minds_warmth(hit)]
    count = sum(1 for word in line.text.split() if word[0].isalnum())
    kept = tuple(_apart(_weighed(hits, line, count, book)))
    return Reading(kept, tuple(parts), count, line)


def _weighed(hits: list[Hit], line: Line, count: int, book: Book) -> list[Hit]:
    """Return the hits the words do not speak against, or one more where they alone charge."""
    if count < FEWEST_WEIGHED:
        return hits
    heard = book.weights.hear(traits_of(line.text, book.classes))
    if hits:
        kept = [hit for hit in hits if heard.score > _least(hit) or _stands(hit, line, book)]
        return [_named(hit, heard, book) for hit in kept]
    if count > MOST_HEARD or heard.score < (HEARD if _ADDRESSED & line.words else HEARD_OF_NOBODY):
        return hits
    name, share = heard.family()
    ready = book.heard.get(name) if share >= CLEAR else None
    return [Hit(ready, line.places[0][0], line.places[-1][1])] if ready else hits


def _least(hit: Hit) -> float:
    """Return what a sentence must weigh for a hit to stand."""
    rule = hit.ready.rule
    return NARROW_SILENCED if rule and rule.narrow else SILENCED


def _named(hit: Hit, heard: Heard, book: Book) -> Hit:
    """Return the hit, or a question where the words clearly speak for another family."""
    family = hit.ready.rule.family if hit.ready.rule else ""
    if family not in heard.families or family in _BY_WORD:
        return hit
    name, share = heard.family({family: RULE_SPEAKS})
    if name == family or share < CLEARLY_ANOTHER or name not in book.heard:
        return hit
    return hit._replace(ready=book.heard[name])


def _stands(hit: Hit, line: Line, book: Book) -> bool:
    """Return whether a hit stands though its sentence is warm: by its word, or by its clause."""
    if hit.ready.rule and hit.ready.rule.family in _BY_WORD:
        return True
    start, end = hit.at
    left = max(line.text.rfind(sign, 0, start) for sign in _SOFT)
    right = min(at if (at := line.text.find(sign, end)) >= 0 else len(line.text) for sign in _SOFT)
    clause = line.text[max(0, left) : right]
    return book.weights.hear(traits_of(clause, book.classes)).score >= CLAUSE_SILENCED


def _candidates(line: Line, book: Book) -> Iterator[tuple[Ready, re.Pattern[str]]]:
    """Yield the phrases all of whose needed words occur, each once."""
    words = line.words
    seen: set[int] = set()
    for word in words & book.by_word.keys():
        for ready, phrase in book.by_word[word]:
            for need in phrase.needs:
                if need.isdisjoint(words):
                    break
            else:
                if id(phrase) not in seen:
                    seen.add(id(phrase))
                    yield ready, phrase.pattern
    for ready, phrase in book.always:
        yield ready, phrase.pattern


def _holds(ready: Ready, found: re.Match[str], text: str, book: Book) -> bool:
    """Return whether nothing around the match silences it."""
    start, end = found.span()
    before = text[max(0, start - _NEAR) : start]
    if ready.before and ready.before.search(before):
        return False
    if ready.after and ready.after.match(text, end):
        return False
    if ready.quiet and ready.quiet.search(_clause(text, start, end)):
        return False
    if ready.rule is None:
        return True
    return not _softened(ready, before, text[start:end], book)


def _softened(ready: Ready, before: str, match: str, book: Book) -> bool:
    """Return whether a frame ("I never said that"), an "if" or another subject takes it over."""
    rule = ready.rule
    assert rule is not None  # noqa: S101 - parts are told apart by the caller
    previous = before.rsplit(None, 1)[-1] if before.strip() else ""
    if match.startswith("you ") and previous in book.objects:
        return True
    if not rule.when and previous in book.conditions:
        return True
    return not rule.framed and bool(book.frames.search(before))


def _clause(text: str, start: int, end: int) -> str:
    """Return the stretch around a match as far as the next hard stop or "but"."""
    left = max(0, start - _AROUND)
    for stop in _HARD.finditer(text, left, start):
        left = stop.end()
    following = _HARD.search(text, end, end + _AROUND)
    return text[left : following.start() if following else end + _AROUND]


def _hit(ready: Ready, found: re.Match[str], line: Line, original: str) -> Hit:
    start, end = line.place(*found.span())
    kept = []
    for name, value in found.groupdict().items():
        if value and value.strip():
            first, last = line.place(*found.span(name))
            kept.append((name, original[first:last]))
    return Hit(ready, start, end, tuple(kept), found.span())


def _minds_warmth(hit: Hit) -> bool:
    """Return whether a rule keeps quiet in a tale told with a smile."""
    return hit.ready.rule is not None and hit.ready.rule.family not in _NEVER_A_TALE


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    """Yield the hits that do not overlap, the weightiest and then the longest kept."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=_rank):
        if all(hit.end <= one.start or hit.start >= one.end for one in kept):
            kept.append(hit)
    yield from sorted(kept, key=lambda hit: hit.start)


def _rank(hit: Hit) -> tuple[int, int, int, int]:
    rule = hit.ready.rule
    rank = (rule.rank or rule.weight) if rule else 0
    return -rank, hit.start - hit.end, hit.start, hit.ready.number
