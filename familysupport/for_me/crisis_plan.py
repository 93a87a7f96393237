"""The person's own plan for hard days: what is asked, and the page it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.documents.page import (
    Block,
    Card,
    Heading,
    Note,
    Page,
    Paragraph,
    Table,
    paragraphs,
)
from familysupport.for_me.content import FOLDER, need_facts

NAME = "crisis-plan"
_LINE = "_" * 60


class PlanPart(NamedTuple):
    """One part of the plan, and what may stand in it."""

    id: str
    title: str
    help: str


class CrisisPlan(NamedTuple):
    """What the plan asks; in `first` stands {emergency}, in `checked` {day}."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    first: str
    numbers: str
    checked: str
    unsure: str
    part: tuple[PlanPart, ...]


class Line(NamedTuple):
    """A number as it stands on the plan."""

    name: str
    number: str
    hours: str


def read_crisis_plan(library: Library) -> CrisisPlan:
    """Read the plan; a fact that does not exist raises ContentError."""
    plan = library.table(f"{FOLDER}/{NAME}.toml", CrisisPlan)
    need_facts(f"{NAME}.toml", plan.facts, library)
    return plan


def plan_page(
    plan: CrisisPlan, answers: Mapping[str, str], first: str, lines: Sequence[Line], checked: str
) -> Page:
    """Return the plan for one sheet; a part left open has a line to write on."""
    blocks: list[Block] = [Card("", (Paragraph(first),))]
    for part in plan.part:
        blocks.append(Heading(part.title, 3))
        written = answers.get(part.id, "").strip()
        blocks.extend(paragraphs(written) if written else (Paragraph(_LINE),))
    blocks.append(Heading(plan.numbers, 3))
    blocks.append(Table((), tuple((one.number, one.name, one.hours) for one in lines)))
    blocks.append(Note(checked))
    return Page(plan.title, tuple(blocks))
