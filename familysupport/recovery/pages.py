"""What is printed: the sheet for the fridge or the counselor, and the first 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from familysupport.content.recovery import NinetyDays, Week
from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Page,
    Paragraph,
    Run,
    Table,
)


class Part(NamedTuple):
    """One part of a sheet: its name, the names of its columns, and its lines."""

    title: str
    header: tuple[str, ...] = ()
    lines: Sequence[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet: what comes first, the parts that have lines, and the day."""

    title: str
    first: str
    about: str
    parts: Sequence[Part] = field(default_factory=tuple)


class NinetyWords(NamedTuple):
    """The names of the lists of each week, how the weeks are told, and where it all comes from."""

    avoid: str
    ask: str
    weeks: dict[str, str]
    sources: str


def sheet_page(sheet: Sheet) -> Page:
    """Return the sheet for paper."""
    blocks: list[Block] = [Card("", (Paragraph(sheet.first),))]
    for part in sheet.parts:
        if part.lines:
            blocks += [Heading(part.title), Table(part.header, tuple(part.lines))]
    blocks.append(Note(sheet.about))
    return Page(sheet.title, tuple(blocks))


def ninety_page(plan: NinetyDays, words: NinetyWords) -> Page:
    """Return the whole plan for paper, each week with boxes to tick."""
    blocks: list[Block] = [Card("", (Paragraph(plan.first),)), Paragraph(plan.about)]
    blocks += [_week(week, words) for week in plan.week]
    blocks.append(Note(words.sources))
    return Page(plan.title, tuple(blocks))


def _week(week: Week, words: NinetyWords) -> Card:
    boxes = tuple(Paragraph(f"□  {one.text}") for one in week.step)
    name = words.weeks[week.id]
    return Card(
        f"{name}: {week.title}" if name else week.title,
        (
            *boxes,
            Paragraph((Run(words.avoid, bold=True),)),
            Bullets(week.avoid),
            Paragraph((Run(words.ask, bold=True),)),
            Bullets(week.ask),
        ),
    )
