"""A family's plan for a return to use: what is asked, and the page it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from familysupport.content.library import Library
from familysupport.content.toml import read_table
from familysupport.errors import ContentError

if TYPE_CHECKING:  # fetched when the plan goes onto paper
    from familysupport.documents.page import Page

NAME = "return-plan"


class PlanQuestion(NamedTuple):
    """One part of the plan, and what may stand in it."""

    id: str
    title: str
    help: str


class ReturnPlan(NamedTuple):
    """What the plan asks; `first` is what comes before any plan."""

    reviewed_on: date
    facts: tuple[str, ...]
    title: str
    about: str
    first: str
    question: tuple[PlanQuestion, ...]


def read_return_plan(library: Library) -> ReturnPlan:
    """Read the questions; a fact that does not exist raises ContentError."""
    path = library.path(f"journal/{NAME}.toml")
    found = read_table(path, ReturnPlan)
    unknown = [fact for fact in found.facts if fact not in library.facts()]
    if unknown:
        raise ContentError(path.name, f"facts: there is no {unknown[0]}")
    return found


def plan_page(plan: ReturnPlan, answers: Mapping[str, str]) -> Page:
    """Return the plan for paper; what was left open has lines to write on."""
    from familysupport.documents.page import Block, Card, Heading, Note, Page, Paragraph, paragraphs

    line = Paragraph("_" * 60)
    blocks: list[Block] = [Card("", (Paragraph(plan.first),))]
    for one in plan.question:
        blocks.append(Heading(one.title))
        written = answers.get(one.id, "").strip()
        blocks.extend(paragraphs(written) if written else (Note(one.help), line, line))
    return Page(plan.title, tuple(blocks))
