"""What helps to begin an entry, by its kind."""

from __future__ import annotations

from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.toml import read_tables
from familysupport.errors import ContentError
from familysupport.journal.model import Kind


class Beginning(NamedTuple):
    """Things to write about in an entry of one kind, and a word of care where it may hurt."""

    id: str
    prompts: tuple[str, ...]
    note: str = ""


def read_beginnings(library: Library) -> dict[Kind, Beginning]:
    """Read what helps to begin; a kind that is missing or unknown raises ContentError."""
    path = library.path("journal/prompts.toml")
    found = read_tables(path, Beginning)
    kinds = {kind.value: kind for kind in Kind}
    if set(found) != set(kinds) or not all(one.prompts for one in found.values()):
        raise ContentError(path.name, "must have prompts for each kind, and for no other")
    return {kinds[name]: one for name, one in found.items()}
