"""Entries on paper: each with its day, its name and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from familysupport.documents.light_page import blocks as marked_blocks
from familysupport.documents.page import Block, Heading, Note, Page, Rule
from familysupport.journal.model import Entry


def _nothing(_entry: Entry) -> Sequence[Block]:
    return ()


def entries_page(
    entries: Sequence[Entry],
    title: str,
    about: Callable[[Entry], str],
    below: Callable[[Entry], Sequence[Block]] = _nothing,
) -> Page:
    """Return entries in the order of their days; `about` gives the day and what else is told.

    `below` gives what stands under the words of an entry, such as its photos.
    """
    blocks: list[Block] = []
    for entry in sorted(entries, key=lambda one: one.at):
        if blocks:
            blocks.append(Rule())
        if entry.title.strip():
            blocks.append(Heading(entry.title.strip()))
        blocks.append(Note(about(entry)))
        blocks.extend(marked_blocks(entry.text))
        blocks.extend(below(entry))
    return Page(title, tuple(blocks))
