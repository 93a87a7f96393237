"""Finds the words someone may mean: the same, a part, another form, or a small slip away."""

from __future__ import annotations

from collections.abc import Collection

_SAME, _FORM, _START, _PART, _SLIP = 4.0, 3.5, 3.0, 1.5, 1.0
_ENDINGS = ("ically", "ation", "ions", "ing", "ies", "ion", "ed", "es", "ly", "er", "al", "s", "y")
_SHORTEST_PART = 3
_SHORTEST_SLIP = 4
_TWO_SLIPS_FROM = 8


class Vocabulary:
    """All words there are, ready to be compared with one that was typed."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = sorted(words)
        self._forms: dict[str, list[str]] = {}
        self._shortened: dict[str, list[str]] = {}
        self._begins: dict[str, list[str]] = {}
        for word in self._words:
            self._forms.setdefault(stem(word), []).append(word)
            self._begins.setdefault(word[:2], []).append(word)
            if len(word) >= _SHORTEST_SLIP:
                for short in _shortened(word):
                    self._shortened.setdefault(short, []).append(word)

    def likely(self, typed: str) -> dict[str, float]:
        """Return the words that `typed` may mean, each with how close it is."""
        found: dict[str, float] = {}
        for word in self._words:
            if typed not in word:
                continue
            if word == typed:
                found[word] = _SAME
            elif word.startswith(typed):
                found[word] = _START
            elif len(typed) >= _SHORTEST_PART:
                found[word] = _PART
        if len(typed) >= _SHORTEST_SLIP:
            for word in self._forms.get(stem(typed), ()):
                found[word] = max(found.get(word, 0.0), _FORM)
        return found or dict.fromkeys(self._slips(typed), _SLIP)

    def _slips(self, typed: str) -> set[str]:
        """Return words that differ by one slip, or two in a long word that begins alike."""
        if len(typed) < _SHORTEST_SLIP:
            return set()
        near = {
            word
            for short in _shortened(typed)
            for word in self._shortened.get(short, ())
            if distance(typed, word) <= 1 or _swapped(typed, word)
        }
        if not near and len(typed) >= _TWO_SLIPS_FROM:
            near = {word for word in self._begins.get(typed[:2], ()) if distance(typed, word) <= 2}
        return near or {
            word for word in self._words if len(word) > len(typed) and self._is_start(typed, word)
        }

    def _is_start(self, typed: str, word: str) -> bool:
        """Say whether `typed` is a slip away from the start of a longer word."""
        if len(typed) < 2 * _SHORTEST_PART or word[:2] != typed[:2]:
            return False
        return distance(typed, word[: len(typed)]) <= 1


def stem(word: str) -> str:
    """Return the word without a common ending, so that forms of it meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_SLIP:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed to turn one into the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for at, against in enumerate(other, 1):
            change = before + (letter != against)
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, change)
    return row[-1]


def _swapped(one: str, other: str) -> bool:
    """Say whether two neighbouring letters changed places."""
    differ = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return one[first] == other[second] and one[second] == other[first]


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}
