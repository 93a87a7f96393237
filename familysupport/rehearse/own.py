"""The family's own objections as lines of the made-up person, with the answers they made ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from familysupport.rehearse.mood import Code
from familysupport.rehearse.scenario import CodeName, OwnAnswers, Pack, Quality, Reaction, Reply

OWN = "own"
"""The kind of the lines that a family wrote itself."""


class Objected(NamedTuple):
    """An objection the family expects to hear, and the answer it made ready, if there is one."""

    heard: str
    words: str = ""


def with_own(
    pack: Pack, objections: Sequence[Objected], rate: Callable[[str], tuple[Code, ...]]
) -> Pack:
    """Return the scenarios with what this family expects; `rate` says what a ready answer does."""
    told = [one for one in objections if one.heard.strip()]
    added = tuple(_reaction(number, one, pack.own, rate) for number, one in enumerate(told))
    return replace(pack, reactions=(*pack.reactions, *added))


def _reaction(
    number: int, one: Objected, own: OwnAnswers, rate: Callable[[str], tuple[Code, ...]]
) -> Reaction:
    ours = own.row[number % len(own.row)].reply
    ready = _ready(one.words.strip(), own, rate)
    if ready is not None and ready.quality == "best":
        ours = tuple(
            reply._replace(quality="good") if reply.quality == "best" else reply for reply in ours
        )
    replies = ours if ready is None else (ready, *ours)
    return Reaction(f"{OWN}.{number}", one.heard.strip(), replies, kind=OWN)


def _ready(words: str, own: OwnAnswers, rate: Callable[[str], tuple[Code, ...]]) -> Reply | None:
    """Return the family's answer as a reply: help that is arranged, unless a word in it hurts."""
    if not words:
        return None
    found = rate(words) or (Code.OFFER,)
    hurts = any(code.harmful for code in found)
    quality: Quality = "half" if hurts else "best"
    codes: tuple[CodeName, ...] = tuple(code.value for code in found)
    return Reply(words, quality, codes, own.mixed if hurts else own.ready)
