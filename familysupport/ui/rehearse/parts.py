"""Where the parts of a statement begin, and what each is called."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from familysupport.statements.draft import blocks
from familysupport.statements.model import Part, Statement
from familysupport.ui.rehearse.words import part_name

_FIRST_WORDS = 5


class SpokenPart(NamedTuple):
    """A stretch of the letter that is read as one; `start` counts characters."""

    start: int
    part: Part | None
    text: str

    @property
    def name(self) -> str:
        """Return what to call it: its part, or its first words."""
        if self.part is not None:
            return part_name(self.part)
        words = self.text.split()
        return " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")


def spoken_parts(statement: Statement) -> tuple[SpokenPart, ...]:
    """Return the parts that have words, in the order of the letter."""
    found: list[SpokenPart] = []
    start = 0
    cut = blocks(statement.text, statement.spans)
    numbered = enumerate(cut)
    for _, group in groupby(numbered, lambda one: one[1].part or one[0]):
        same = [block for _, block in group]
        text = "".join(block.text for block in same)
        if text.strip():
            found.append(SpokenPart(start, same[0].part, text))
        start += len(text)
    return tuple(found)


def part_starts(statement: Statement) -> tuple[int, ...]:
    """Return where the parts begin."""
    return tuple(one.start for one in spoken_parts(statement))
