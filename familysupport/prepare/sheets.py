"""Sheets to fill in by hand: calls, the bag, and prompts for somebody who writes on paper."""

from __future__ import annotations

from collections.abc import Sequence

from familysupport.documents.page import Block, Card, Heading, Note, Page, Paragraph
from familysupport.prepare.content import PaperFile, Told
from familysupport.prepare.road import Talk
from familysupport.prepare.treatment import bag_lines

_SHORT = "_" * 30
_BOX = "[    ]"
_BLANK = "\u00a0"


def call_sheet(
    name: str, questions: Sequence[Told], warnings: Sequence[str], texts: PaperFile
) -> Page:
    """Return the questions of a call, each with room for the answer, and the warning signs."""
    say = texts.label
    blocks: list[Block] = [
        Paragraph(f"{say['name']}: {_SHORT}"),
        Paragraph(f"{say['spoke_with']}: {_SHORT}"),
        Paragraph(f"{say['caller']}: {_SHORT}"),
        *(Card(one.text, (_room(1),)) for one in questions),
        Heading(say["warning"], 3),
        *(Paragraph(f"{_BOX} {text}") for text in warnings),
    ]
    return Page(name, tuple(blocks))


def bag_sheet(bag: str, usual: Sequence[str], needs: str, texts: PaperFile) -> Page:
    """Return what goes into the bag with boxes to tick; the usual things while it is empty."""
    lines = bag_lines(bag) or tuple(usual)
    blocks: list[Block] = [Paragraph(f"{_BOX} {line}") for line in lines]
    if needs.strip():
        blocks.append(Note(needs.strip()))
    return Page(texts.label["bag"], tuple(blocks))


def talk_card(talk: Talk, texts: PaperFile) -> Page:
    """Return what one person will say, to keep in the hand; empty parts can be written in."""
    say = texts.label
    parts = (
        (say["talk_care"], talk.care),
        (say["talk_saw"], talk.saw),
        (say["talk_felt"], talk.felt),
        (say["talk_ask"], talk.ask),
        (say["talk_offer"], talk.offer),
    )
    blocks: list[Block] = [Note(talk.moment.strip())] if talk.moment.strip() else []
    blocks += [
        Card(name, (Paragraph(said.strip()) if said.strip() else _room(2),)) for name, said in parts
    ]
    blocks.append(Note(say["talk_then"]))
    return Page(say["talk"], tuple(blocks))


def prompt_sheet(texts: PaperFile) -> Page:
    """Return the parts of a statement, each with a hint and lines to write on."""
    blocks = tuple(
        Card(prompt.title, (Note(prompt.hint), _room(prompt.lines))) for prompt in texts.prompt
    )
    return Page(texts.label["prompt"], blocks)


def _room(lines: int) -> Block:
    """Return so many empty lines to write on."""
    return Paragraph("\n".join([_BLANK] * lines))
