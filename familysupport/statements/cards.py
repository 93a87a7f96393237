"""Cue cards: a part of the letter on each, no sentence cut in two, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from familysupport.statements.draft import blocks
from familysupport.statements.model import Part, Span
from familysupport.statements.sentences import sentences

NEXT_WORDS = 5
SCRAP_WORDS = 6
_FIRST_TRY = 256
_ENDS = re.compile(r"[.!?…]\s*$")

Fits = Callable[[str], bool]
"""Says whether a text has room on one card."""


class CueCard(NamedTuple):
    """One card: its part where somebody named it, its words, its place, the next card's words."""

    part: Part | None
    text: str
    number: int = 1
    total: int = 1
    next_words: str = ""


def cue_cards(
    text: str, spans: Sequence[Span], fits: Fits, fits_small: Fits
) -> tuple[CueCard, ...]:
    """Return the cards of a letter; a sentence too long for `fits` has a card to itself.

    Only a sentence that would not have room in the smallest letters (`fits_small`) is cut.
    """
    dealt = [
        CueCard(part, words)
        for part, piece in _pieces(text, spans)
        for words in _deal(piece, fits, fits_small)
    ]
    return tuple(
        card._replace(
            number=number,
            total=len(dealt),
            next_words=_first_words(dealt[number].text) if number < len(dealt) else "",
        )
        for number, card in enumerate(dealt, 1)
    )


def _pieces(text: str, spans: Sequence[Span]) -> list[tuple[Part | None, str]]:
    """Return the letter part by part; paragraphs of no part are one piece each."""
    found: list[tuple[Part | None, str]] = []
    for part, group in groupby(blocks(text, spans), key=lambda block: block.part):
        texts = [block.text for block in group]
        found.extend((part, one) for one in (["".join(texts)] if part else texts))
    return _close_up([(part, one) for part, one in found if one.strip()])


def _close_up(pieces: list[tuple[Part | None, str]]) -> list[tuple[Part | None, str]]:
    """Return the pieces with "Dear Joel," on the first card, and the name below on the last."""
    if len(pieces) > 1 and _is_scrap(pieces[0]):
        (_, scrap), (part, text), *rest = pieces
        pieces = [(part, scrap + text), *rest]
    if len(pieces) > 1 and _is_scrap(pieces[-1]):
        *rest, (part, text), (_, scrap) = pieces
        pieces = [*rest, (part, text + scrap)]
    return pieces


def _is_scrap(piece: tuple[Part | None, str]) -> bool:
    part, text = piece
    return part is None and len(text.split()) <= SCRAP_WORDS and not _ENDS.search(text)


def _deal(piece: str, fits: Fits, fits_small: Fits) -> list[str]:
    cards: list[str] = []
    held = ""
    for sentence in sentences(piece):
        if held.strip() and not fits((held + sentence).strip()):
            cards.append(held.strip())
            held = ""
        held += sentence
        if not fits_small(held.strip()):
            *full, held = _cut(held, fits_small)
            cards.extend(full)
    if held.strip():
        cards.append(held.strip())
    return cards


def _cut(sentence: str, fits_small: Fits) -> list[str]:
    """Return a sentence that no card can hold in pieces that have room, cut between words."""
    pieces: list[str] = []
    rest = sentence.strip()
    while rest:
        end = _longest(rest, fits_small)
        pieces.append(rest[:end].strip())
        rest = rest[end:].strip()
    return pieces


def _longest(text: str, fits_small: Fits) -> int:
    """Return how many signs of `text` have room, ending between words where there is a gap."""
    low, high = 1, _FIRST_TRY
    while high < len(text) and fits_small(text[:high].strip()):
        low, high = high, 2 * high
    if high >= len(text) and fits_small(text):
        return len(text)
    high = min(high, len(text))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits_small(text[:middle].strip()) else (low, middle)
    return max((place for place in range(1, low + 1) if text[place - 1].isspace()), default=low)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:NEXT_WORDS]).rstrip(".,;:!?…")
