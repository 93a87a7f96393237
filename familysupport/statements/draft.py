"""A letter part by part, and the same letter whole: no word is lost on the way, either way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from familysupport.statements.model import Part, Span

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ALIKE = 0.3
_FEW = 10_000
_MOST_LOOSE = 40


class Block(NamedTuple):
    """A stretch of the letter, with the empty lines after it; `part` is None if nobody said."""

    part: Part | None
    text: str


@dataclass(frozen=True)
class Section:
    """One part as it is written: `body` is what is shown, `tail` the empty lines after it."""

    part: Part | None
    body: str
    tail: str = ""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, each with the empty lines after it; joined they are it."""
    found: list[str] = []
    blank = False
    for line in _LINE.findall(text):
        if found and not (blank and line.strip()):
            found[-1] += line
        else:
            found.append(line)
        blank = not line.strip() and bool(found[-1].strip())
    return found


def blocks(text: str, spans: Sequence[Span]) -> list[Block]:
    """Return `text` cut by `spans`; where they do not fit, each paragraph belongs to no part."""
    if not spans or sum(span.length for span in spans) != len(text):
        return [Block(None, piece) for piece in paragraphs(text)]
    found, start = [], 0
    for span in spans:
        found.append(Block(span.part, text[start : start + span.length]))
        start += span.length
    return found


def spans_of(found: Sequence[Block]) -> tuple[Span, ...]:
    """Return how far each part reaches; nothing while no part is named."""
    if not any(block.part for block in found):
        return ()
    return tuple(Span(block.part, len(block.text)) for block in found if block.text)


def whole(found: Sequence[Block]) -> str:
    """Return the letter the blocks make."""
    return "".join(block.text for block in found)


def follow(before: Sequence[Block], text: str) -> list[Block]:
    """Return `text` in blocks, each paragraph keeping the part it had in `before`."""
    if not any(block.part for block in before):
        return blocks(text, ())
    old = [(block.part, piece) for block in before for piece in paragraphs(block.text)]
    new = paragraphs(text)
    found: list[Block] = []
    from difflib import SequenceMatcher  # wanted once a letter has parts and is changed

    matcher = SequenceMatcher(
        None, [piece.strip() for _, piece in old], [piece.strip() for piece in new], autojunk=False
    )
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        came = new[new_first:new_last]
        if tag == "insert":
            around = {old[place][0] for place in (first - 1, first) if 0 <= place < len(old)}
            parts = [around.pop() if len(around) == 1 and first else None] * len(came)
        elif tag == "equal":
            parts = [part for part, _ in old[first:last]]
        else:
            parts = _most_alike(old[first:last], came)
        found.extend(Block(part, piece) for part, piece in zip(parts, came, strict=True))
    return found


def recall(found: Sequence[Block], known: Mapping[str, Part]) -> list[Block]:
    """Return the blocks, those of no part with the part their words had before, as far as known."""
    return [
        block if block.part else Block(known.get(block.text.strip()), block.text) for block in found
    ]


def known_parts(found: Sequence[Block]) -> dict[str, Part]:
    """Return which paragraph belongs to which part, for `recall`."""
    return {
        piece.strip(): block.part
        for block in found
        if block.part
        for piece in paragraphs(block.text)
    }


def sort_loose(found: Sequence[Block], places: Sequence[tuple[Part, int]]) -> list[Block]:
    """Return the blocks, those of no part with the first part that begins within their words."""
    result, start = [], 0
    for block in found:
        end = start + len(block.text)
        within = (part for part, place in places if start <= place < end)
        result.append(Block(block.part or next(within, None), block.text))
        start = end
    return result


def sections(found: Sequence[Block]) -> list[Section]:
    """Return every part in the letter's order, the missing ones empty where they usually come."""
    result: list[Section] = []
    for part, group in groupby(found, key=lambda block: block.part):
        joined = "".join(block.text for block in group)
        pieces = [joined] if part else _few(paragraphs(joined))
        result.extend(_section(part, piece) for piece in pieces if piece)
    for part in Part:
        if not any(section.part is part for section in result):
            result.insert(_usual_place(part, result), Section(part, ""))
    return result


def compose(written: Sequence[Section]) -> list[Block]:
    """Return the blocks of the sections that hold words, an empty line between any two."""
    kept = [section for section in written if section.body.strip()]
    found = []
    for number, section in enumerate(kept, start=1):
        tail = section.tail
        if number < len(kept) and (section.body + tail).count("\n", len(section.body.rstrip())) < 2:
            tail = "\n\n"
        found.append(Block(section.part, section.body + tail))
    return found


def _few(pieces: list[str]) -> list[str]:
    """Return so many paragraphs of no part as one: nobody sorts a book paragraph by paragraph."""
    return pieces if len(pieces) <= _MOST_LOOSE else ["".join(pieces)]


def _usual_place(part: Part, written: Sequence[Section]) -> int:
    """Return where an empty part stands: before what usually follows it, else at the end."""
    usual = list(Part)
    later = usual[usual.index(part) + 1 :]
    following = [place for place, one in enumerate(written) if one.part in later]
    if following:
        return following[0]
    if part is Part.LOVE:
        return 0
    return len(written)


def _section(part: Part | None, text: str) -> Section:
    """Return a part, the line it is being written on kept whole, with the blanks at its end."""
    words = len(text.rstrip())
    end = text.find("\n", words)
    body = text if end < 0 else text[:end]
    return Section(part, body, text[len(body) :])


def _most_alike(old: Sequence[tuple[Part | None, str]], new: Sequence[str]) -> list[Part | None]:
    if len(old) == len(new):
        return [part for part, _ in old]
    if len(old) * len(new) > _FEW:
        return [None] * len(new)
    bags = [(part, set(piece.split())) for part, piece in old]
    return [_nearest(bags, set(piece.split())) for piece in new]


def _nearest(bags: Sequence[tuple[Part | None, set[str]]], words: set[str]) -> Part | None:
    best: tuple[float, Part | None] = (_ALIKE, None)
    for part, bag in bags:
        shared = len(bag & words) / max(1, min(len(bag), len(words)))
        if shared > best[0]:
            best = (shared, part)
    return best[1]
