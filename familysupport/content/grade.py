"""Estimates the US school grade a text asks for (Flesch–Kincaid), names of medicines excused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=[\s”\"’)]|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<=[^aeiouyl])(?:e|es|ed)$")
_EXCUSED_SYLLABLES = 2


def grade(texts: Iterable[str], excused: Collection[str] = ()) -> float:
    """Return the grade of several passages; each is at least one sentence of its own."""
    sentences = words = syllables = 0
    for text in texts:
        found = _WORD.findall(text)
        if not found:
            continue
        sentences += _sentences(text)
        words += len(found)
        syllables += sum(_counted(word.casefold(), excused) for word in found)
    if not words:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _sentences(text: str) -> int:
    return sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))


def _counted(word: str, excused: Collection[str]) -> int:
    count = _syllables(word)
    return min(count, _EXCUSED_SYLLABLES) if word in excused else count


def make_ready() -> None:
    """Read the dictionary now (about 70 ms), in any thread; without it the first word does."""
    _dictionary()


def is_ready() -> bool:
    """Say whether the dictionary was read."""
    return _dictionary.cache_info().currsize > 0


@cache
def _syllables(word: str) -> int:
    """Return the larger of two counts: a dictionary never breaks some words that are long."""
    heard = len(_VOWELS.findall(_SILENT_E.sub("", word)))
    return max(1, heard, len(_dictionary().positions(word)) + 1)


@cache
def _dictionary() -> Any:
    import pyphen  # fetched with the first words: it brings its own way to find files

    return pyphen.Pyphen(lang="en_US", left=1, right=1)
