"""Entries on paper: each with its day, its name and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from familysupport.documents.light_page import blocks as marked_blocks
from familysupport.documents.page import Block, Heading, Note, Page, Rule
from familysupport.journal.model import Entry


def entries_page(entries: Sequence[Entry], title: str, about: Callable[[Entry], str]) -> Page:
    """Return entries in the order of their days; `about` gives the day and what else is told."""
    blocks: list[Block] = []
    for entry in sorted(entries, key=lambda one: one.at):
        if blocks:
            blocks.append(Rule())
        if entry.title.strip():
            blocks.append(Heading(entry.title.strip()))
        blocks.append(Note(about(entry)))
        blocks.extend(marked_blocks(entry.text))
    return Page(title, tuple(blocks))
