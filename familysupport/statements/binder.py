"""The binder for the whole meeting: cover, order, rules, statements, cards for a no, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    PageBreak,
    Paragraph,
    Table,
    paragraphs,
)
from familysupport.statements.model import Statement
from familysupport.statements.pages import shown_title
from familysupport.statements.reading import seconds_aloud


class BinderWords(NamedTuple):
    """Everything in the binder that the family did not write, in the language of the window.

    `aloud` turns seconds into words; a table is left out when it has no rows.
    """

    title: str
    cover: tuple[str, ...]
    steps_title: str
    steps: tuple[str, ...]
    order_title: str
    order_header: tuple[str, str, str]
    rules_title: str
    rules: tuple[str, ...]
    after_title: str
    after: tuple[str, ...]
    no_title: str
    no_note: str
    numbers_title: str
    numbers: tuple[tuple[str, str, str], ...]
    own_title: str
    own_numbers: tuple[tuple[str, str], ...]
    unnamed: str
    aloud: Callable[[int], str]


def binder(words: BinderWords, statements: Sequence[Statement], named: bool = True) -> Page:
    """Return the binder; `statements` stand in the speaking order, private pages stay out.

    Without names, the family's own numbers stay out as well.
    """
    told = [one for one in statements if one.text.strip()]
    parts = (
        _cover(words, told, named),
        _way(words),
        *(_statement(words, one, named) for one in told),
        _cards(words, [one for one in statements if one.if_no.strip()], named),
        _numbers(words, named),
    )
    blocks: list[Block] = []
    for part in parts:
        found = tuple(part)
        if found:
            blocks.extend((PageBreak(), *found) if blocks else found)
    return Page("", tuple(blocks))


def _cover(words: BinderWords, told: Sequence[Statement], named: bool) -> Iterator[Block]:
    yield Heading(words.title, 1)
    for line in words.cover:
        yield Paragraph(line)
    if told:
        yield Heading(words.order_title)
        rows = tuple(
            (str(number), _who(words, one, named), words.aloud(seconds_aloud(one.text)))
            for number, one in enumerate(told, 1)
        )
        yield Table(words.order_header, rows)


def _way(words: BinderWords) -> Iterator[Block]:
    yield Heading(words.steps_title, 1)
    yield Numbered(words.steps)
    yield Heading(words.rules_title)
    yield Bullets(words.rules)
    yield Heading(words.after_title)
    yield Bullets(words.after)


def _statement(words: BinderWords, one: Statement, named: bool) -> Iterator[Block]:
    title, who = shown_title(one), _who(words, one, named)
    yield Heading(title or who, 1)
    if title and named and one.author.strip():
        yield Note(who)
    yield from paragraphs(one.text)


def _cards(words: BinderWords, held: Sequence[Statement], named: bool) -> Iterator[Block]:
    """Give each card a sheet of its own, so that it can be handed to whoever reads it."""
    for number, one in enumerate(held):
        if number:
            yield PageBreak()
        yield Heading(words.no_title, 1)
        yield Note(words.no_note)
        yield Card(_who(words, one, named), paragraphs(one.if_no))


def _numbers(words: BinderWords, named: bool) -> Iterator[Block]:
    yield Heading(words.numbers_title, 1)
    if words.numbers:
        yield Table((), words.numbers)
    if words.own_numbers and named:
        yield Heading(words.own_title)
        yield Table((), words.own_numbers)


def _who(words: BinderWords, one: Statement, named: bool) -> str:
    return (one.author.strip() if named else "") or words.unnamed
