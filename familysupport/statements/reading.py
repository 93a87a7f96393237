"""How long a text is: in words, and in seconds when read aloud."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 130
PARAGRAPH_PAUSE = 2
LONG_ALOUD = 4 * 60

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
