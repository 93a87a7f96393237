"""Walks through a few questions, one at a time, and says why each answer is right or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.model import Answer, Question
from familysupport.learn.model import Missed

_STEP = 5


class Asked(NamedTuple):
    """A question with its answers in the order in which they are shown."""

    lesson_id: str
    question: Question
    answers: tuple[Answer, ...]


class Verdict(NamedTuple):
    """What came of an answer: whether all of it was right, and each answer beside its choice."""

    is_right: bool
    right_places: tuple[int, ...]


class Quiz:
    """Holds the questions of one round; nothing is counted against anyone."""

    def __init__(self, questions: Sequence[tuple[str, Question]]) -> None:
        self._asked = tuple(
            Asked(lesson_id, question, shown(question)) for lesson_id, question in questions
        )
        self._at = 0

    @property
    def total(self) -> int:
        """Return how many questions there are."""
        return len(self._asked)

    @property
    def number(self) -> int:
        """Return which question is on, from 1."""
        return self._at + 1

    @property
    def asked(self) -> Asked | None:
        """Return the question on now, or nothing at the end."""
        return self._asked[self._at] if self._at < len(self._asked) else None

    @property
    def last_lesson(self) -> str:
        """Return the lesson of the question on now, or of the last one at the end."""
        return self._asked[min(self._at, self.total - 1)].lesson_id if self._asked else ""

    def answer(self, places: Sequence[int]) -> Verdict:
        """Look at the chosen places; for an order, at all places in the order given."""
        if self.asked is None:
            return Verdict(False, ())
        return judge(self.asked, places)

    def go_on(self) -> None:
        """Move to the next question, or to the end."""
        self._at = min(self._at + 1, len(self._asked))


def look_again(library: Library, missed: Iterable[Missed]) -> list[tuple[str, Question]]:
    """Return the missed questions that still exist, each with its lesson, in the order given."""
    found: list[tuple[str, Question]] = []
    for one in missed:
        questions = {question.id: question for question in library.questions(one.lesson_id)}
        if one.question_id in questions:
            found.append((one.lesson_id, questions[one.question_id]))
    return found


def judge(asked: Asked, places: Sequence[int]) -> Verdict:
    """Compare an answer with what is right."""
    if asked.question.kind == "order":
        right = tuple(asked.answers.index(answer) for answer in asked.question.answer)
        return Verdict(tuple(places) == right, right)
    right = tuple(place for place, answer in enumerate(asked.answers) if answer.right)
    return Verdict(sorted(places) == list(right), right)


def shown(question: Question) -> tuple[Answer, ...]:
    """Return the answers mixed, but always the same way, so that nobody is confused later."""
    answers = question.answer
    if question.kind == "true-false" or len(answers) <= 1:
        return answers
    count = len(answers)
    start = sum(map(ord, question.id)) % count
    step = next(one for one in range(2, count + _STEP) if _shares_nothing(one, count))
    mixed = tuple(answers[(start + step * at) % count] for at in range(count))
    if question.kind == "order" and mixed == answers:
        return (*mixed[1:], mixed[0])
    return mixed


def _shares_nothing(one: int, other: int) -> bool:
    while other:
        one, other = other, one % other
    return one == 1
