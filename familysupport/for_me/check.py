"""Checks the words for the writer themselves; run as `python -m familysupport.for_me.check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from familysupport.content.check_words import Shelf, shelf_of
from familysupport.content.grade import grade
from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.for_me.content import Exercise, Guide, read_check_in, read_exercises
from familysupport.for_me.crisis_plan import CrisisPlan, read_crisis_plan
from familysupport.for_me.week import LookBack, read_look_back
from familysupport.paths import resources

HARDEST = 6.0
LONGEST_SECONDS = 300
MOST_ANSWERS = 9
"""A number key answers, so no question may have more."""


def main() -> int:
    """Print what is wrong; return 1 when anything is."""
    problems = check(Library(resources() / "content", "en"))
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"for me: {len(problems)} to mend\n" if problems else "for me: sound\n")
    return 1 if problems else 0


def check(library: Library) -> list[str]:
    """Return what is wrong in what writers wrote, each as place and slip."""
    try:
        shelf = shelf_of(library)
        guide, plan = read_check_in(library), read_crisis_plan(library)
        exercises, back = read_exercises(library), read_look_back(library)
    except ContentError as error:
        return [str(error)]
    return [
        *_guide(guide, shelf),
        *_plan(plan, shelf),
        *_look_back(back, shelf),
        *(slip for one in exercises for slip in _exercise(one, shelf)),
    ]


def _guide(guide: Guide, shelf: Shelf) -> Iterator[str]:
    place = "check-in.toml"
    words = [guide.title, guide.about, guide.thanks, guide.care]
    for question in guide.question:
        words += [question.ask, *(answer.text for answer in question.answer)]
        if not 1 < len(question.answer) <= MOST_ANSWERS:
            yield f"{place}: {question.id}: must have 2 to {MOST_ANSWERS} answers"
        if len({answer.id for answer in question.answer}) < len(question.answer):
            yield f"{place}: {question.id}: an answer stands twice"
    if not any(answer.heavy for question in guide.question for answer in question.answer):
        yield f"{place}: no answer leads to help"
    yield from _words(place, words, shelf)


def _plan(plan: CrisisPlan, shelf: Shelf) -> Iterator[str]:
    place = "crisis-plan.toml"
    if "{emergency}" not in plan.first:
        yield f"{place}: first: must name {{emergency}}"
    if "{day}" not in plan.checked:
        yield f"{place}: checked: must name {{day}}"
    words = [plan.title, plan.about, plan.first, plan.numbers]
    words += [text for part in plan.part for text in (part.title, part.help)]
    yield from _words(place, words, shelf)


def _look_back(back: LookBack, shelf: Shelf) -> Iterator[str]:
    words = [back.title, back.about, back.note]
    words += [text for one in back.question for text in (one.ask, one.help)]
    yield from _words("look-back.toml", words, shelf)


def _exercise(one: Exercise, shelf: Shelf) -> Iterator[str]:
    place = f"exercises/{one.id}.toml"
    if not one.step:
        yield f"{place}: has no step"
    if sum(step.seconds for step in one.step) > LONGEST_SECONDS:
        yield f"{place}: takes longer than {LONGEST_SECONDS} seconds"
    if any(step.seconds < 1 for step in one.step):
        yield f"{place}: a step takes no time"
    if sum(step.write for step in one.step) > 1:
        yield f"{place}: has more than one step to write"
    words = [one.title, one.about, *(text for step in one.step for text in (step.say, step.more))]
    yield from _words(place, words, shelf)


def _words(place: str, words: list[str], shelf: Shelf) -> Iterator[str]:
    for text in words:
        if text != text.strip():
            yield f"{place}: a space at an end: {text}"
        for slip in shelf.avoided(text):
            yield f"{place}: {slip}"
    hard = grade(words, shelf.excused)
    if hard > HARDEST:
        yield f"{place}: reading grade {hard:.1f}, must be at most {HARDEST:.0f}"


if __name__ == "__main__":
    sys.exit(main())
