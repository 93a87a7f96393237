"""How long a text is: in words, and in seconds when read aloud."""

from __future__ import annotations

import re

from familysupport.content.grade import grade

WORDS_A_MINUTE = 130
PARAGRAPH_PAUSE = 2
LONG_ALOUD = 4 * 60

_PROMPT = re.compile(r"\[[^\[\]\n]+\]")
_SAID = re.compile(r"[^\W_]")
_BETWEEN = str.maketrans(dict.fromkeys("—–…/_", " "))


def words(text: str) -> int:
    """Return how many words are in `text`; “don’t” and “mother-in-law” are one word each."""
    pieces = text.translate(_BETWEEN).split()
    return sum(1 for piece in pieces if piece[0].isalnum() or _SAID.search(piece))


def seconds_aloud(text: str) -> int:
    """Return the seconds a calm voice needs: 130 words a minute, 2 s for each paragraph."""
    count = words(text)
    if not count:
        return 0
    paragraphs = sum(1 for line in text.splitlines() if _SAID.search(line))
    return round(count * 60 / WORDS_A_MINUTE) + PARAGRAPH_PAUSE * paragraphs


def prompts_left(text: str) -> list[tuple[int, int]]:
    """Return where bracketed prompts stand that nobody has filled in yet."""
    return [hit.span() for hit in _PROMPT.finditer(text)]


def school_grade(text: str) -> int:
    """Return the US school grade a listener needs to follow, 1 to 18; 0 without words."""
    passages = [line for line in text.splitlines() if _SAID.search(line)]
    return max(1, min(18, round(grade(passages)))) if passages else 0
