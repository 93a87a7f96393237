"""Which words are spelt in no way we know, and what may have been meant.

The list holds American and British words, common ones first; its sources and their licences
stand in `resources/spelling/README.txt`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

MOST_SUGGESTIONS = 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Addresses, numbers with letters and the like are no words to look up.
_SKIPPED = re.compile(r"\S*(?:@|://|www\.|\d)\S*|\[[^\]\n]*\]")
_SHORTEST, _LONGEST = 2, 40
_LONG_ENOUGH_FOR_TWO_SLIPS = 4
_ABBREVIATION = 5
_BEFORE_PAIRS = 2
_ENOUGH_TO_TELL = 6
_COMMON = 3000


class WordList(NamedTuple):
    """The known words with their rank, common ones first; `unsaid` ones are never offered."""

    ranks: Mapping[str, int]
    unsaid: frozenset[str]


@lru_cache(maxsize=1)
def read_words(path: Path) -> WordList:
    """Return the list in a packed file, a word a line, `!` before a word never to be offered."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    unsaid = frozenset(line[1:] for line in lines if line.startswith("!"))
    ranks = {line.removeprefix("!"): place for place, line in enumerate(lines)}
    return WordList(ranks, unsaid)


class Spelling:
    """Looks words up in the list, among the words of the field and among the family's own."""

    def __init__(self, listed: WordList, extra: Iterable[str] = ()) -> None:
        self._listed = listed
        self._extra: set[str] = set()
        self._seen: dict[str, bool] = {}
        for words in extra:
            self.learn(words)

    def learn(self, words: str) -> None:
        """Take each word of `words` as right from now on, in any case."""
        self._extra.update(_plain(hit.group()).casefold() for hit in _WORD.finditer(words))
        self._seen.clear()

    def unlearn(self, word: str) -> None:
        """Forget a word that was learnt."""
        self._extra.discard(_plain(word).casefold())
        self._seen.clear()

    def misspelt(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that are not known, each as its start and end.

        Where most words are unknown, the paragraph is in another language and is left in peace.
        """
        skipped = [hit.span() for hit in _SKIPPED.finditer(text)]
        found, count = [], 0
        for hit in _WORD.finditer(text):
            count += 1
            if self.knows(hit.group()):
                continue
            if not any(start <= hit.start() < end for start, end in skipped):
                found.append(hit.span())
        foreign = count >= _ENOUGH_TO_TELL and 2 * len(found) > count
        return [] if foreign else found

    def knows(self, word: str) -> bool:
        """Return whether `word` is spelt as it should be, as far as can be told."""
        seen = self._seen.get(word)
        if seen is None:
            seen = self._seen[word] = self._looks_right(word)
        return seen

    def _looks_right(self, word: str) -> bool:
        plain = _plain(word)
        if not _SHORTEST <= len(plain) <= _LONGEST or not _in_latin(plain):
            return True
        if plain.isupper() and len(plain) <= _ABBREVIATION:
            return True
        if self._has(plain):
            return True
        return "-" in plain and all(self.knows(part) for part in plain.split("-"))

    def suggest(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first, in the case of `word`."""
        plain = _plain(word)
        lower = plain.casefold()
        near = self._ranked(lower, _one_slip(lower))
        near[_BEFORE_PAIRS:_BEFORE_PAIRS] = self._two_words(lower)
        if len(near) < MOST_SUGGESTIONS and len(lower) >= _LONG_ENOUGH_FOR_TWO_SLIPS:
            taken = set(near)
            far = self._ranked(lower, _two_slips(lower))
            near.extend(one for one in far if one not in taken)
        found = [_in_case_of(word, one) for one in near[:MOST_SUGGESTIONS]]
        return [one.replace("'", "’") for one in found] if "’" in word else found

    def _has(self, plain: str) -> bool:
        ranks, lower = self._listed.ranks, plain.casefold()
        if lower in ranks or lower in self._extra or plain in ranks:
            return True
        if (plain.isupper() or plain[:1].isupper()) and lower.capitalize() in ranks:
            return True
        for ending in ("'s", "'"):
            if lower.endswith(ending) and len(lower) > len(ending):
                return self._has(plain[: -len(ending)])
        return False

    def _ranked(self, word: str, candidates: Iterable[str]) -> list[str]:
        found: dict[str, int] = {}
        for candidate in candidates:
            for form in (candidate, candidate.capitalize()):
                rank = self._listed.ranks.get(form)
                if rank is not None and form not in self._listed.unsaid:
                    found[form] = rank
                    break
            if candidate in self._extra:
                found[candidate] = 0
        found.pop(word, None)
        return sorted(found, key=lambda one: (one[:1].casefold() != word[:1], found[one]))

    def _two_words(self, word: str) -> Iterator[str]:
        ranks = self._listed.ranks
        for place in range(1, len(word)):
            places = (ranks.get(word[:place], _COMMON), ranks.get(word[place:], _COMMON))
            if max(places) < _COMMON and (place > 1 or word[0] in "ai"):
                yield f"{word[:place]} {word[place:]}"


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _in_latin(word: str) -> bool:
    return all(sign < "\u0250" or not sign.isalpha() for sign in word)


def _in_case_of(word: str, found: str) -> str:
    if word.isupper() and len(word) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


def _one_slip(word: str) -> set[str]:
    """Return what one missing, doubled, wrong or swapped letter would mend."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    gone = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    other = {left + sign + right[1:] for left, right in cuts if right for sign in _LETTERS}
    more = {left + sign + right for left, right in cuts for sign in _LETTERS}
    return gone | swapped | other | more


def _two_slips(word: str) -> Iterator[str]:
    """Yield what two slips would mend, none of them in the first letter of a long word."""
    head, rest = (word[0], word[1:]) if len(word) > _LONG_ENOUGH_FOR_TWO_SLIPS else ("", word)
    for once in _one_slip(rest):
        for twice in _one_slip(once):
            yield head + twice
