"""What writers wrote for the person themselves, strictly read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.toml import read_table
from familysupport.errors import ContentError

FOLDER = "for_me"


class Answer(NamedTuple):
    """One answer: its words, how it stands in the list, and whether help is offered after it."""

    id: str
    text: str
    past: str
    heavy: bool = False


class Question(NamedTuple):
    """One question of the check-in; `own` lets the person use words of their own."""

    id: str
    ask: str
    answer: tuple[Answer, ...]
    own: bool = False


class Guide(NamedTuple):
    """The whole check-in; `worry` are words of one's own after which help is offered."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    thanks: str
    care: str
    worry: tuple[str, ...]
    question: tuple[Question, ...]


class Step(NamedTuple):
    """One step of an exercise; `seconds` is about how long it takes, and hurries nobody."""

    say: str
    seconds: int
    more: str = ""
    breathe: bool = False
    write: bool = False


class Exercise(NamedTuple):
    """A few steps for a few minutes; `id` is the name of its file."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    step: tuple[Step, ...]
    id: str = ""

    @property
    def minutes(self) -> int:
        """Return about how many minutes it takes, at least one."""
        return max(1, round(sum(one.seconds for one in self.step) / 60))


def read_exercises(library: Library) -> tuple[Exercise, ...]:
    """Read the exercises in their order; a fact that does not exist raises ContentError."""
    found = []
    for path in library.files(f"{FOLDER}/exercises", ".toml"):
        one = read_table(path, Exercise)
        need_facts(path.name, one.facts, library)
        found.append(one._replace(id=path.stem))
    return tuple(found)


def read_check_in(library: Library) -> Guide:
    """Read the check-in; a fact that does not exist raises ContentError."""
    guide = library.table(f"{FOLDER}/check-in.toml", Guide)
    need_facts("check-in.toml", guide.facts, library)
    return guide


def need_facts(place: str, facts: Iterable[str], library: Library) -> None:
    """Raise ContentError for a fact that is not in the fact base."""
    for fact in facts:
        if fact not in library.facts():
            raise ContentError(place, f"facts: there is no {fact}")
