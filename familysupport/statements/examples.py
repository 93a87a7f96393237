"""Help to begin each part of a letter: question, hints, first words, two examples a relation.

For the window: `guide = Guide(context.content)`; then `guide.part(Part.LOVE).prompt` stands under
the part's name, `.hints` and `.starters` can be unfolded, and `examples_from(help, relation)` gives
two examples, `relation` being what Prepare calls it ("parent", "grown child"). For the second card
it is `guide.card()`. Examples are only shown. A starter enters a letter as `as_prompt(starter)`,
in brackets, so that no sentence looks as if the person had written it.
"""

from __future__ import annotations

import re
from functools import cached_property

from familysupport.content.library import Library
from familysupport.content.part_help import PartHelp, read_part_help
from familysupport.statements.model import Part

RELATIONS = ("parent", "partner", "sibling", "grandparent", "grown child", "friend")
CARD = "if no"
_ANYBODY = "friend"
_OPEN = re.compile(r"\[[^\[\]\n]*…[^\[\]\n]*\]")


class Guide:
    """Gives the help for each part in one language, read when first asked for."""

    def __init__(self, content: Library) -> None:
        self._content = content

    def part(self, part: Part) -> PartHelp:
        """Return the help for one part of the letter."""
        return self._all[part.value]

    def card(self) -> PartHelp:
        """Return the help for the card that is read if the answer is no."""
        return self._all[CARD]

    @cached_property
    def _all(self) -> dict[str, PartHelp]:
        return read_part_help(self._content)


def examples_from(help_: PartHelp, relation: str) -> tuple[str, str]:
    """Return two examples by somebody of that relation; of a friend for any other."""
    known = relation if relation in RELATIONS else _ANYBODY
    found: tuple[str, str] = getattr(help_.examples, known.replace(" ", "_"))
    return found


def open_prompts(text: str) -> tuple[str, ...]:
    """Return the first words that still stand in brackets in a letter, not written out yet."""
    return tuple(_OPEN.findall(text))


def as_prompt(starter: str) -> str:
    """Return a starter as it enters a letter: in brackets, as something still to be written."""
    return f"[{starter}]"
