"""Finds words in lessons, glossary and questions; parts of words and small slips are forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from math import log
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.markdown import Passage, passages, plain
from familysupport.learn.spelling import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_AROUND = 60
_TITLE, _HEADING, _BODY = 6.0, 3.0, 1.0
_ENOUGH, _TELLING = 0.75, log(4)
LIMIT = 30


class Where(Enum):
    """What kind of place a hit is in."""

    LESSON = "lesson"
    TERM = "term"
    QUESTION = "question"


class Hit(NamedTuple):
    """A place that holds the words: `before`, `found` and `after` are the words around it.

    `section` is the part of a lesson, or the question.
    """

    where: Where
    id: str
    section: str
    title: str
    before: str
    found: str
    after: str
    marked: tuple[str, ...]


class _Place(NamedTuple):
    """One section of a lesson, one term or one question, as the search sees it."""

    where: Where
    id: str
    section: str
    title: str
    heading: str
    texts: tuple[str, ...]


class Search:
    """Reads the whole library once, then answers in milliseconds."""

    def __init__(self, library: Library) -> None:
        self._places = tuple(_places(library))
        self._weights: list[dict[str, float]] = [_weights(place) for place in self._places]
        self._homes: dict[str, list[int]] = {}
        for number, weights in enumerate(self._weights):
            for word in weights:
                self._homes.setdefault(word, []).append(number)
        self._vocabulary = Vocabulary(self._homes)

    def find(self, words: str, limit: int = LIMIT) -> tuple[Hit, ...]:
        """Return the places that hold all the words, or as many as can be, the best first."""
        asked = split(words)
        if not asked:
            return ()
        likely = [self._vocabulary.likely(word) for word in asked]
        found = [self._score(one) for one in likely]
        rare = [log((len(self._places) + 1) / (len(one) or 1)) for one in found]
        scores = _together(found, rare)
        telling = min(max(rare), _TELLING)
        marked = {
            word
            for one, worth in zip(likely, rare, strict=True)
            if worth >= telling
            for word in one
        }
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return tuple(self._hit(number, marked) for number, _ in best)

    def _score(self, likely: dict[str, float]) -> dict[int, float]:
        scores: dict[int, float] = {}
        for word, closeness in likely.items():
            for number in self._homes[word]:
                score = closeness * self._weights[number][word]
                scores[number] = max(scores.get(number, 0.0), score)
        return scores

    def _hit(self, number: int, marked: set[str]) -> Hit:
        place = self._places[number]
        before, found, after = _context(place.texts, marked)
        here = tuple(sorted(marked & self._weights[number].keys()))
        return Hit(place.where, place.id, place.section, place.title, before, found, after, here)


def split(text: str) -> list[str]:
    """Return the words of a text as the search compares them."""
    return [_plain_word(found) for found in _WORD.findall(text)]


def _plain_word(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "").replace("'", ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _places(library: Library) -> Iterator[_Place]:
    for lesson in library.lessons():
        intro = (*lesson.header.summary, lesson.header.today)
        yield _Place(Where.LESSON, lesson.id, "", lesson.title, lesson.title, intro)
        yield from _sections(lesson.id, lesson.title, passages(lesson.text))
        for question in library.questions(lesson.id):
            answers = tuple(f"{one.text} {one.why}" for one in question.answer)
            texts = (question.ask, *answers)
            yield _Place(Where.QUESTION, lesson.id, question.id, lesson.title, "", texts)
    for term in library.terms():
        texts = (term.meaning, " · ".join(term.also)) if term.also else (term.meaning,)
        yield _Place(Where.TERM, term.id, "", term.word, term.word, texts)


def _sections(lesson_id: str, title: str, found: Iterable[Passage]) -> Iterator[_Place]:
    section, heading, texts = "", "", list[str]()
    for passage in found:
        if passage.kind == "heading":
            if texts:
                yield _Place(Where.LESSON, lesson_id, section, title, heading, tuple(texts))
            section, heading, texts = passage.section, passage.text, []
        else:
            texts.append(passage.text)
            texts.extend(" · ".join(plain(cell) for cell in row) for row in passage.rows)
    if texts:
        yield _Place(Where.LESSON, lesson_id, section, title, heading, tuple(texts))


def _weights(place: _Place) -> dict[str, float]:
    weights: dict[str, float] = {}
    is_top = place.where is Where.TERM or not place.section
    top = _TITLE if is_top else _HEADING
    for text, weight in ((place.heading, top), *((text, _BODY) for text in place.texts)):
        for word in split(text):
            weights[word] = min(weights.get(word, 0.0) + weight, top + 3 * _BODY)
    return weights


def _together(found: Sequence[dict[int, float]], rare: Sequence[float]) -> dict[int, float]:
    """Add up what each place holds, rare words counting more; those that hold little drop out."""
    worth: dict[int, float] = {}
    sums: dict[int, float] = {}
    for one, weight in zip(found, rare, strict=True):
        for number, score in one.items():
            worth[number] = worth.get(number, 0.0) + weight
            sums[number] = sums.get(number, 0.0) + weight * score
    enough = max(worth.values(), default=0.0) * _ENOUGH
    return {number: sums[number] for number, held in worth.items() if held >= enough}


def _context(texts: Sequence[str], marked: set[str]) -> tuple[str, str, str]:
    """Return the words around the first match in the text that holds most of them."""
    best = max(texts, key=lambda text: len(marked.intersection(split(text))))
    for found in _WORD.finditer(best):
        if _plain_word(found.group()) in marked:
            start, end = found.span()
            before = best[max(0, start - _AROUND) : start]
            after = best[end : end + _AROUND * 2]
            if start > _AROUND:
                before = "…" + before.partition(" ")[2]
            if end + _AROUND * 2 < len(best):
                after = after.rpartition(" ")[0] + "…"
            return before, found.group(), after
    return best[: _AROUND * 3], "", ""
