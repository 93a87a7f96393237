"""Turns the withdrawal timeline into a page for paper: the table, what to do, the red flags."""

from __future__ import annotations

from typing import NamedTuple

from familysupport.content.model import PhaseAdvice, Timeline
from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Page,
    Paragraph,
    Table,
)


class TimelinePaper(NamedTuple):
    """The words on paper that the window knows: names, the table, and the sources."""

    title: str
    about: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    see: str
    do: str
    red_flags: str
    after: str
    sources: str
    source_lines: tuple[str, ...]


def timeline_page(timeline: Timeline, paper: TimelinePaper) -> Page:
    """Return the timeline as a page."""
    blocks: list[Block] = [Paragraph(text) for text in paper.about]
    blocks.append(Table(paper.header, paper.rows))
    flags = (Bullets(timeline.red_flags), Paragraph(timeline.red_flag_note))
    blocks.append(Card(paper.red_flags, flags))
    for advice in timeline.advice:
        blocks += _advice(advice, paper)
    blocks += [Heading(paper.after), Paragraph(timeline.after)]
    blocks.append(Heading(paper.sources))
    blocks += [Note(line) for line in paper.source_lines]
    return Page(paper.title, tuple(blocks))


def _advice(advice: PhaseAdvice, paper: TimelinePaper) -> list[Block]:
    return [
        Heading(advice.title),
        Paragraph(paper.see),
        Bullets(advice.see),
        Paragraph(paper.do),
        Bullets(advice.do),
    ]
