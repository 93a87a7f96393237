"""Which marks are shown now, and which the person has decided to leave as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from familysupport.statements.coach.model import Kind, Manner, Mark, Review

MOST_SHOWN = 3
_LEAST_WEIGHT = {Manner.LITTLE: 70, Manner.USUAL: 0, Manner.ALL: 0}
_LEAST_SURE = {Manner.LITTLE: 0.8, Manner.USUAL: 0.7, Manner.ALL: 0.0}


class Scope(StrEnum):
    """How far "leave it" reaches: this place, this word, or this rule."""

    PLACE = "place"
    WORD = "word"
    RULE = "rule"


@dataclass(frozen=True)
class Left:
    """A mark the person leaves as it is, for as long as its sentence stays as it was.

    `sentence` is a digest, not the words. `count` tells apart two same words in one sentence.
    """

    scope: Scope
    rule: str
    words: str
    sentence: str
    count: int = 0


def leave(mark: Mark, scope: Scope, text: str, review: Review) -> Left:
    """Return what to remember so that `mark` is not shown again."""
    sentence = _sentence_of(mark, review)
    words = _plain(text[mark.start : mark.end])
    count = _count(mark, text, review)
    return Left(scope, mark.rule, words, digest(text[slice(*sentence)]), count)


def still_valid(left: Iterable[Left], text: str, review: Review) -> tuple[Left, ...]:
    """Return what is left and whose sentence still stands in the letter, unchanged."""
    kept = tuple(left)
    if not kept:
        return ()
    there = {digest(text[start:end]) for start, end in review.sentences}
    return tuple(one for one in kept if one.sentence in there)


def open_marks(review: Review, text: str, left: Iterable[Left] = ()) -> tuple[Mark, ...]:
    """Return the marks that were not left as they are; talk of danger is always among them."""
    valid = still_valid(left, text, review)
    if not valid:
        return review.marks
    return tuple(
        mark
        for mark in review.marks
        if mark.kind is Kind.CRISIS or not any(_covers(one, mark, text, review) for one in valid)
    )


def shown(
    marks: Sequence[Mark], manner: Manner = Manner.USUAL, most: int = MOST_SHOWN
) -> tuple[Mark, ...]:
    """Return at most `most` marks, chosen by weight and given in the order of the text.

    Talk of danger is shown in every manner and takes no place from the others.
    """
    danger = [mark for mark in marks if mark.kind is Kind.CRISIS]
    chosen: list[Mark] = []
    if manner is not Manner.SILENT:
        fitting = (
            mark
            for mark in marks
            if mark.kind is Kind.MARK
            and mark.weight >= _LEAST_WEIGHT[manner]
            and mark.sure >= _LEAST_SURE[manner]
        )
        chosen = sorted(fitting, key=lambda mark: (-mark.weight, mark.start))[:most]
    return tuple(sorted((*danger, *chosen), key=lambda mark: mark.start))


def digest(sentence: str) -> str:
    """Return a short sign of a sentence by which a changed one is known; blanks do not count."""
    plain = " ".join(sentence.split())
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _covers(left: Left, mark: Mark, text: str, review: Review) -> bool:
    if left.rule != mark.rule:
        return False
    if left.scope is Scope.RULE:
        return True
    if left.words != _plain(text[mark.start : mark.end]):
        return False
    if left.scope is Scope.WORD:
        return True
    sentence = text[slice(*_sentence_of(mark, review))]
    return left.sentence == digest(sentence) and left.count == _count(mark, text, review)


def _sentence_of(mark: Mark, review: Review) -> tuple[int, int]:
    return next(
        (place for place in review.sentences if place[0] <= mark.start < place[1]),
        (mark.start, mark.end),
    )


def _count(mark: Mark, text: str, review: Review) -> int:
    """Return how many marks of the same rule and words stand before it in its sentence."""
    first, last = _sentence_of(mark, review)
    words = _plain(text[mark.start : mark.end])
    return sum(
        1
        for other in review.marks
        if first <= other.start < min(mark.start, last)
        and other.rule == mark.rule
        and _plain(text[other.start : other.end]) == words
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
