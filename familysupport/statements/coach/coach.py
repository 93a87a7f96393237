"""Reads a letter; what has not changed since the last time is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from familysupport.content.coach import CoachRule
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.lines import mask, sentences
from familysupport.statements.coach.model import FoundPart, Kind, Mark, Review
from familysupport.statements.coach.reading import Hit, read
from familysupport.statements.coach.suggest import suggestion
from familysupport.statements.coach.whole import Here, Seen, notes, settle
from familysupport.statements.model import Part

LONGEST_READ = 100_000
_MOST_FORGOTTEN = 100
_EMPTY_LINE = "\n\n"
_PARTS = frozenset(Part)


class _Sentence(NamedTuple):
    """One sentence as it was read; places count from its beginning."""

    marks: tuple[Mark, ...]
    good: tuple[Mark, ...]
    seen: Seen


class _Block(NamedTuple):
    """What stands between two empty lines; places count from its beginning."""

    places: tuple[tuple[int, int], ...]
    sentences: tuple[_Sentence, ...]


class Reviewer:
    """Reviews one letter again and again while it is written; soon forgets what was taken out."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._blocks: dict[str, _Block] = {}
        self._known: dict[str, _Sentence] = {}

    def review(self, text: str) -> Review:
        """Return what is to be said of `text`, of which the first 100,000 characters are read."""
        pieces = text[:LONGEST_READ].split(_EMPTY_LINE)
        alone = len(pieces) == 1
        blocks: dict[str, _Block] = {}
        places: list[tuple[int, int]] = []
        found: list[_Sentence] = []
        start = 0
        for piece in pieces:
            key = f"{alone}{piece}"
            block = blocks[key] = self._blocks.get(key) or self._block(piece, alone)
            places.extend((start + begun, start + end) for begun, end in block.places)
            found.extend(block.sentences)
            start += len(piece) + len(_EMPTY_LINE)
        self._blocks = blocks
        if len(self._known) > 2 * len(found) + _MOST_FORGOTTEN:
            self._known = {}
        return self._together(places, found)

    def _block(self, text: str, alone: bool) -> _Block:
        """Read one block; sentences that are known from earlier are not read again."""
        masked = mask(text, self._book.names, alone)
        places = tuple(sentences(masked))
        return _Block(places, tuple(self._sentence(masked, text, *place) for place in places))

    def _sentence(self, masked: str, text: str, start: int, end: int) -> _Sentence:
        key = masked[start:end] + text[start:end]
        if key not in self._known:
            self._known[key] = self._read(masked[start:end], text[start:end])
        return self._known[key]

    def _read(self, masked: str, original: str) -> _Sentence:
        reading = read(masked, original, self._book)
        marks = tuple(self._mark(hit) for hit in reading.hits)
        first: dict[str, Mark] = {}
        for hit in reading.parts:
            one = _good(hit)
            if one and not any(_meet(one, mark) for mark in marks):
                first.setdefault(one.rule, one)
        good = tuple(sorted(first.values(), key=lambda mark: mark.start))
        return _Sentence(marks, good, Seen.of(reading, marks, self._book))

    def _mark(self, hit: Hit) -> Mark:
        rule = hit.ready.rule
        assert isinstance(rule, CoachRule)  # noqa: S101 - hits of rules only come here
        kind = Kind.CRISIS if rule.family == "crisis" else Kind.MARK
        said = suggestion(rule, hit, self._book)
        return Mark(
            hit.start, hit.end, rule.id, rule.family, rule.why, said, rule.example, rule.weight,
            kind, rule.sure,
        )  # fmt: skip

    def _together(self, places: Sequence[tuple[int, int]], found: Sequence[_Sentence]) -> Review:
        marks: list[Mark] = []
        good: list[Mark] = []
        letter: list[Here] = []
        for (start, _), one in zip(places, found, strict=True):
            marks.extend(_moved(mark, start) for mark in one.marks)
            good.extend(_moved(mark, start) for mark in one.good)
            letter.append(Here(start, one.seen))
        return Review(
            settle(marks, letter, self._book.whole),
            tuple(good),
            tuple(_parts(letter)),
            tuple(notes(letter, self._book.whole)),
            sum(one.seen.words for one in letter),
            tuple(places),
        )


def _parts(letter: Sequence[Here]) -> list[FoundPart]:
    first: dict[Part, FoundPart] = {}
    for start, seen in letter:
        for name, begun, end in seen.parts:
            if name in _PARTS and name not in first:
                first[Part(name)] = FoundPart(Part(name), start + begun, start + end)
    return sorted(first.values(), key=lambda found: found.start)


def _good(hit: Hit) -> Mark | None:
    """Return the mark of something good, if the part has a reason to give."""
    part = hit.ready.part
    if part is None or not part.why:
        return None
    rule = f"good.{part.id.replace(' ', '-')}"
    return Mark(hit.start, hit.end, rule, part.id, part.why, "", "", 1, Kind.GOOD)


def _moved(one: Mark, by: int) -> Mark:
    return Mark(
        one.start + by, one.end + by, one.rule, one.family, one.why, one.suggestion, one.example,
        one.weight, one.kind, one.sure,
    )  # fmt: skip


def _meet(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
