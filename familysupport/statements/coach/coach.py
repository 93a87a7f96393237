"""Reads a letter; what has not changed since the last time is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from familysupport.content.coach import CoachPart, CoachRule
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.lines import mask, sentences
from familysupport.statements.coach.model import FoundPart, Kind, Mark, Review
from familysupport.statements.coach.reading import Hit, read
from familysupport.statements.coach.suggest import suggestion
from familysupport.statements.coach.whole import Seen, notes, settle
from familysupport.statements.model import Part

LONGEST_READ = 100_000
_PARTS = frozenset(Part)


@dataclass(frozen=True)
class _Sentence:
    """One sentence as it was read; places count from its beginning."""

    marks: tuple[Mark, ...]
    good: tuple[Mark, ...]
    seen: Seen


class Reviewer:
    """Reviews one letter again and again while it is written; forgets what was taken out."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[str, _Sentence] = {}

    def review(self, text: str) -> Review:
        """Return what is to be said of `text`, of which the first 100,000 characters are read."""
        text = text[:LONGEST_READ]
        masked = mask(text, self._book.names)
        places = list(sentences(masked))
        found = [self._sentence(masked[start:end], text[start:end]) for start, end in places]
        self._known = {
            masked[start:end] + text[start:end]: one
            for (start, end), one in zip(places, found, strict=True)
        }
        return self._together(places, found)

    def _sentence(self, masked: str, original: str) -> _Sentence:
        known = self._known.get(masked + original)
        if known is None:
            known = self._known[masked + original] = self._read(masked, original)
        return known

    def _read(self, masked: str, original: str) -> _Sentence:
        reading = read(masked, original, self._book)
        marks = tuple(self._mark(hit) for hit in reading.hits)
        good = tuple(_good(hit) for hit in reading.parts if _is_good(hit))
        if marks:
            good = tuple(one for one in good if not any(_meet(one, mark) for mark in marks))
        return _Sentence(marks, good, Seen.of(reading, self._book))

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
        seen: list[Seen] = []
        for (start, _), one in zip(places, found, strict=True):
            marks.extend(_moved(mark, start) for mark in one.marks)
            good.extend(_moved(mark, start) for mark in one.good)
            seen.append(one.seen.moved(start))
        kept = settle(marks, seen, self._book.whole)
        return Review(
            kept,
            tuple(good),
            tuple(_parts(seen)),
            tuple(notes(kept, seen, self._book.whole)),
            sum(one.words for one in seen),
            tuple(places),
        )


def _parts(seen: Sequence[Seen]) -> list[FoundPart]:
    first: dict[Part, FoundPart] = {}
    for one in seen:
        for name, start, end in one.parts:
            if name in _PARTS:
                first.setdefault(Part(name), FoundPart(Part(name), start, end))
    return sorted(first.values(), key=lambda found: found.start)


def _is_good(hit: Hit) -> bool:
    return isinstance(hit.ready.part, CoachPart) and bool(hit.ready.part.why)


def _good(hit: Hit) -> Mark:
    part = hit.ready.part
    assert part is not None  # noqa: S101 - asked by _is_good
    return Mark(
        hit.start, hit.end, f"good.{part.id.replace(' ', '-')}", part.id, part.why, "", "", 1,
        Kind.GOOD,
    )  # fmt: skip


def _moved(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by) if by else mark


def _meet(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
