"""What a key does to a line with light marks: lists go on, boxes are ticked, words become bold."""

from __future__ import annotations

import re

from familysupport.documents.light import ITEMS, Shape, read_line

_INDENT = "  "
_DEEPEST = 4
_HIGHEST = 99
_NUMBER = re.compile(r"\d+")
_NEW_MARKS = {
    Shape.HEADING: "# ",
    Shape.BULLET: "- ",
    Shape.NUMBER: "1. ",
    Shape.OPEN: "- [ ] ",
    Shape.QUOTE: "> ",
}


def going_on(line: str, column: int) -> str | None:
    """Return what a new line begins with after `line` in a list or quote, or None anywhere else.

    `column` is where the line is parted; before the mark of a line, nothing goes on.
    """
    read = read_line(line)
    if read.shape not in ITEMS | {Shape.QUOTE} or column < read.mark or not read.words.strip():
        return None
    mark = line[: read.mark]
    if read.shape is Shape.NUMBER:
        return _NUMBER.sub(str(read.number + 1), mark) if read.number < _HIGHEST else None
    return re.sub(r"\[[xX]\]", "[ ]", mark)


def leaving(line: str) -> str | None:
    """Return what an item with no words becomes: a step out, or an empty line; else None."""
    read = read_line(line)
    if read.shape not in ITEMS | {Shape.QUOTE} or read.words.strip():
        return None
    return moved(line, -1) or ""


def moved(line: str, steps: int) -> str | None:
    """Return an item one step further in (1) or out (-1), or None where there is no way."""
    read = read_line(line)
    if read.shape not in ITEMS or not 0 <= read.level + steps <= _DEEPEST:
        return None
    return _INDENT * (read.level + steps) + line.lstrip(" \t")


def tab_moves(line: str, column: int, above: str, steps: int) -> bool:
    """Return whether Tab moves an item rather than leave the page.

    Only an item with no words yet moves, and one step below the item above it at most: a second
    press leaves, so nobody is held.
    """
    read = read_line(line)
    if read.shape not in ITEMS or read.words.strip() or column < read.mark:
        return False
    if steps < 0:
        return read.level > 0
    over = read_line(above)
    return over.shape in ITEMS and over.level >= read.level


def ticked(line: str) -> str | None:
    """Return a line with its box ticked or opened again, or None where it has no box."""
    read = read_line(line)
    if read.shape not in (Shape.OPEN, Shape.DONE):
        return None
    sign = "[x]" if read.shape is Shape.OPEN else "[ ]"
    return re.sub(r"\[[ xX]\]", sign, line[: read.mark]) + read.words


def shaped(lines: list[str], shape: Shape) -> list[str]:
    """Return lines as headings, items or quotes, or plain again if all of them are that already."""
    read = [read_line(line) for line in lines]
    some = [line for line in read if line.shape is not Shape.EMPTY] or read
    plain = all(line.shape is shape for line in some)
    found, number = [], 0
    for line in read:
        if line not in some:
            found.append(line.text)
            continue
        number += 1
        words = line.text if line.shape is Shape.RULE else line.words
        mark = f"{number}. " if shape is Shape.NUMBER else _NEW_MARKS[shape]
        found.append(words if plain else mark + words.lstrip())
    return found


def dressed(text: str, mark: str) -> str:
    """Return words with `mark` around those of each line, or without it if all had it."""
    lines = text.split("\n")
    parts = [_parts(line) for line in lines]
    inner = [words for _lead, words, _end in parts if words]
    if inner and all(_wears(words, mark) for words in inner):
        size = len(mark)
        return "\n".join(lead + words[size:-size] + end for lead, words, end in parts)
    return "\n".join(
        lead + (f"{mark}{words}{mark}" if words else "") + end for lead, words, end in parts
    )


def _parts(line: str) -> tuple[str, str, str]:
    """Return the mark and spaces before the words of a line, the words, the spaces after."""
    read = read_line(line)
    words = "" if read.shape is Shape.RULE else read.words.strip()
    if not words:
        return line, "", ""
    at = line.index(words, read.mark)
    return line[:at], words, line[at + len(words) :]


def _wears(words: str, mark: str) -> bool:
    size = len(mark)
    if len(words) < 2 * size + 1:
        return False
    stars = _stars(words), _stars(words[::-1])
    return all(count in (size, 3) for count in stars)


def _stars(words: str) -> int:
    return len(words) - len(words.lstrip("*"))
