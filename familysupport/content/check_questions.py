"""Checks the knowledge check of a lesson: several kinds, reasons, facts, plain words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from familysupport.content.check_words import Shelf
from familysupport.content.grade import grade
from familysupport.content.model import Question

HARDEST = 8.5
_COUNT = range(4, 7)
_FEWEST_KINDS = 2
_TRUE_OR_FALSE = 2


def check_questions(lesson_id: str, questions: tuple[Question, ...], shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the questions of one lesson."""
    place = f"questions/{lesson_id}.toml"
    if len(questions) not in _COUNT:
        yield f"{place}: has {len(questions)} questions, must have 4 to 6"
        return
    if len({question.kind for question in questions}) < _FEWEST_KINDS:
        yield f"{place}: must have questions of several kinds"
    names = [question.id for question in questions]
    for question in questions:
        if names.count(question.id) > 1:
            yield f"{place}: {question.id} stands twice"
        for slip in chain(_answers(question), _words(question, shelf)):
            yield f"{place}: {question.id}: {slip}"
    hard = grade([text for question in questions for text in _texts(question)], shelf.excused)
    if hard > HARDEST:
        yield f"{place}: reading grade {hard:.1f}, must be at most {HARDEST}"


def _words(question: Question, shelf: Shelf) -> Iterator[str]:
    yield from shelf.unknown_facts(question.facts)
    if not question.facts:
        yield "has no fact behind it"
    for text in _texts(question):
        yield from shelf.avoided(text)


def _texts(question: Question) -> Iterator[str]:
    yield question.ask
    for answer in question.answer:
        yield answer.text
        yield answer.why


def _answers(question: Question) -> Iterator[str]:
    if not all(text.strip() for text in _texts(question)):
        yield "an answer has no words or does not say why"
    if len(question.answer) < _TRUE_OR_FALSE:
        yield "has fewer than two answers"
    if question.kind == "true-false" and len(question.answer) != _TRUE_OR_FALSE:
        yield "true or false has two answers"
    rights = sum(answer.right for answer in question.answer)
    allowed = {"order": {len(question.answer)}, "many": set(range(1, rights + 1))}
    if rights not in allowed.get(question.kind, {1}):
        yield f"has {rights} right answers, which its kind does not allow"
