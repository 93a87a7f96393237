"""Reads the scenarios from their files."""

from __future__ import annotations

from typing import NamedTuple

from familysupport.content.library import Library
from familysupport.content.toml import read_table, read_tables
from familysupport.rehearse.cues import Cues
from familysupport.rehearse.drill import Drill
from familysupport.rehearse.loved import Forms
from familysupport.rehearse.scenario import (
    Kind,
    OwnAnswers,
    Pack,
    Reaction,
    Secret,
    Temperament,
)

FOLDER = "rehearse"


class ReactionFile(NamedTuple):
    """The lines of one kind of reaction, and who read them last."""

    kind: str
    reaction: tuple[Reaction, ...]


def read_pack(library: Library) -> Pack:
    """Read every reaction, temperament and secret; a slip raises ContentError."""
    reactions: list[Reaction] = []
    for path in library.files(f"{FOLDER}/reactions", ".toml"):
        found = read_table(path, ReactionFile)
        reactions.extend(one._replace(kind=found.kind) for one in found.reaction)
    return Pack(
        read_tables(library.path(f"{FOLDER}/kinds.toml"), Kind),
        read_tables(library.path(f"{FOLDER}/temperaments.toml"), Temperament),
        read_tables(library.path(f"{FOLDER}/secrets.toml"), Secret),
        tuple(reactions),
        read_pronouns(library),
        read_table(library.path(f"{FOLDER}/own.toml"), OwnAnswers),
    )


def read_pronouns(library: Library) -> dict[str, Forms]:
    """Read the words by which lines speak of the loved one, for each pronoun."""
    return read_tables(library.path(f"{FOLDER}/pronouns.toml"), Forms)


def read_cues(library: Library) -> Cues:
    """Read the words by which a reply in one's own words is rated."""
    return read_table(library.path(f"{FOLDER}/cues.toml"), Cues)


def read_drills(library: Library) -> tuple[Drill, ...]:
    """Read the emergency drills in their order."""
    files = library.files(f"{FOLDER}/drills", ".toml")
    return tuple(sorted((read_table(path, Drill) for path in files), key=lambda one: one.order))
