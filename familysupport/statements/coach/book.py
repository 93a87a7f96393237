"""The rules made ready: each phrase compiled once and found again by the words it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from familysupport.content.coach import CoachContent, CoachPart, CoachRule, WholeNote
from familysupport.content.phrases import Lists, Phrase, compile_around, make_phrase
from familysupport.statements.coach.lines import Spelling
from familysupport.statements.coach.weigh import Weights, classes_of, read_weights
from familysupport.statements.model import Part

GOOD_DAY = "good.day"


class Ready(NamedTuple):
    """A rule or part with its phrases compiled; `number` is its place among all."""

    number: int
    rule: CoachRule | None
    part: CoachPart | None
    phrases: tuple[Phrase, ...]
    quiet: re.Pattern[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


class Book(NamedTuple):
    """All that is needed to read a letter in one language."""

    ready: tuple[Ready, ...]
    by_word: dict[str, tuple[tuple[Ready, Phrase], ...]]
    always: tuple[tuple[Ready, Phrase], ...]
    whole: dict[str, WholeNote]
    parts: dict[Part, CoachPart]
    spelling: Spelling
    heard: dict[str, Ready]
    weights: Weights
    classes: dict[str, tuple[str, ...]]
    names: tuple[str, ...]
    frames: re.Pattern[str]
    warm: re.Pattern[str]
    topics: frozenset[str]
    persons: frozenset[str]
    objects: frozenset[str]
    conditions: frozenset[str]


def make_book(content: CoachContent) -> Book:
    """Compile everything in `content`; a slip raises ContentError."""
    ready = tuple(_ready(number, one, content.lists) for number, one in enumerate(_all(content)))
    by_word: dict[str, list[tuple[Ready, Phrase]]] = {}
    always: list[tuple[Ready, Phrase]] = []
    for one in ready:
        for phrase in one.phrases:
            for cue in phrase.cues:
                by_word.setdefault(cue, []).append((one, phrase))
            if not phrase.cues:
                always.append((one, phrase))
    words = content.words
    return Book(
        ready,
        {word: tuple(found) for word, found in by_word.items()},
        tuple(always),
        dict(content.whole),
        {Part(one.id): one for one in content.parts if one.id in set(Part)},
        Spelling(
            {word: tuple(plain.split()) for word, plain in words.spellings.items()},
            frozenset(words.your_means_you_are.split()),
            frozenset(words.ill_means_i_will.split()),
        ),
        {name: _ready(len(ready), one, content.lists) for name, one in content.heard.items()},
        read_weights(content.weights),
        classes_of(content.lists),
        tuple(sorted((name.lower() for name in words.names), key=len, reverse=True)),
        compile_around(words.frames, content.lists, "words.toml: frames", "$"),
        compile_around(words.warm, content.lists, "words.toml: warm", ""),
        frozenset(words.topics.split()),
        frozenset(words.persons.split()),
        frozenset(words.objects.split()),
        frozenset(words.conditions.split()),
    )


def _all(content: CoachContent) -> Iterable[CoachRule | CoachPart]:
    yield from content.rules
    yield from content.parts


def _ready(number: int, one: CoachRule | CoachPart, lists: Lists) -> Ready:
    return Ready(
        number,
        one if isinstance(one, CoachRule) else None,
        one if isinstance(one, CoachPart) else None,
        tuple(make_phrase(text, lists, one.id) for text in one.phrases),
        compile_around(one.quiet, lists, one.id, "") if one.quiet else None,
        compile_around(one.before, lists, one.id, "$") if one.before else None,
        compile_around(one.after, lists, one.id, "") if one.after else None,
    )
