"""What helps to begin a part of a letter: a question, first words, examples from six relations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from familysupport.content.library import Library

if TYPE_CHECKING:  # only a check of the content has one
    from familysupport.content.check_words import Shelf

PART_NAMES = (
    "love", "memory", "saw", "felt", "understand", "my part", "stops", "ask", "hope", "if no",
)  # fmt: skip
PartName = Literal[
    "love", "memory", "saw", "felt", "understand", "my part", "stops", "ask", "hope", "if no"
]
FOLDER = "statements/examples"
LONGEST = 45
_GAP = "…"


class Examples(NamedTuple):
    """Two worked examples for each relation; they show the way and are never put into a letter."""

    parent: tuple[str, str]
    partner: tuple[str, str]
    sibling: tuple[str, str]
    grandparent: tuple[str, str]
    grown_child: tuple[str, str]
    friend: tuple[str, str]


class PartHelp(NamedTuple):
    """One part: the question that begins it, hints, first words with gaps (…), and examples."""

    part: PartName
    prompt: str
    hints: tuple[str, ...]
    starters: tuple[str, ...]
    examples: Examples


def read_part_help(library: Library) -> dict[str, PartHelp]:
    """Return the help for every part by its name; a slip raises ContentError."""
    files = {name: f"{FOLDER}/{name.replace(' ', '_')}.toml" for name in PART_NAMES}
    return {name: library.table(path, PartHelp) for name, path in files.items()}


def check_part_help(root: Path, language: str, shelf: Shelf) -> Iterator[str]:
    """Say what is wrong with the examples for the parts of a letter."""
    for name, one in read_part_help(Library(root, language)).items():
        for slip in (*_shape(name, one), *_words(one, shelf)):
            yield f"examples: {name}: {slip}"


def texts_of(examples: Examples) -> tuple[str, ...]:
    """Return all the examples of a part."""
    return tuple(chain.from_iterable(examples))


def _shape(name: str, one: PartHelp) -> Iterator[str]:
    if one.part != name:
        yield f"says it is for {one.part}"
    if not one.prompt.endswith("?"):
        yield "its prompt is no question"
    if not one.hints or not one.starters:
        yield "has no hint or no starter"
    for starter in one.starters:
        if _GAP not in starter:
            yield f"a starter without a gap: {starter}"


def _words(one: PartHelp, shelf: Shelf) -> Iterator[str]:
    examples = texts_of(one.examples)
    if len(set(examples)) < len(examples):
        yield "an example stands twice"
    for text in examples:
        if len(text.split()) > LONGEST:
            yield f"more than {LONGEST} words: {text}"
    for text in (one.prompt, *one.hints, *one.starters, *examples):
        if text != text.strip() or not text:
            yield f"empty, or a space at its end: {text}"
        yield from shelf.avoided(text)
