"""The coach's second ear: how much the words of a sentence weigh for each family, and for none.

The weights were learnt from the open letters by `tools/coach_weigh.py`. What a sentence's weight
means for its marks is decided in `reading.py`; nothing but the weighing is done here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from familysupport.content.phrases import Lists

CLEAN = "clean"
CLASSES = (
    *("harm", "duty", "insult", "nasty", "shameful", "disorder", "ailment", "feeling", "ruin"),
    *("betray", "steal", "lie", "drug", "kin", "kindly", "day", "when", "place", "always"),
)
SENSES = "sense_"
_FAMILY = "family:"
BESIDE = ("you", "i", "your", "not")
_ASKING = ("why", "how", "what", "who")
_PERSONS = ("you", "your", "i", "my", "me", "we", "us", "our")
_AND_SO = ("not", "never", "always", "if", "will", "so", "just", "the", "a", "is", "are", "was")
_LEADS = frozenset((*_ASKING, *_PERSONS, *_AND_SO, "do", "have"))
_REACH = 5
_ENDS = ("ing", "ed", "es", "s", "ly", "er", "'s")
_FEWEST_LETTERS = 3
_LONG = 4
_LENGTHS = 6
_YOU, _SELF = frozenset(("you", "your")), frozenset(("i", "we", "my", "our"))
_VERBS = ("do", "are", "is", "did", "have", "has", "can", "could", "would", "will", "should")
_ASKS = frozenset((*_ASKING, *_VERBS, "where", "whose"))


class Heard(NamedTuple):
    """What was heard: `score` above 0 leans to a charge; `families` says how much to which."""

    score: float
    families: Mapping[str, float]

    def family(self, spoke: Mapping[str, float] | None = None) -> tuple[str, float]:
        """Return the likeliest family and its share; `spoke` is what rules add to some."""
        said = {name: weight + (spoke or {}).get(name, 0) for name, weight in self.families.items()}
        most = max(said.values())
        shares = {name: math.exp(weight - most) for name, weight in said.items()}
        best = min(shares, key=lambda name: (-shares[name], name))
        return best, shares[best] / sum(shares.values())


class Weights(NamedTuple):
    """What each trait of a sentence weighs for which family, and where each family begins.

    `families` holds the beginnings, with `clean` among them; a trait's weights are pairs of the
    family's place in that order and the weight.
    """

    families: Mapping[str, float]
    traits: Mapping[str, tuple[tuple[int, float], ...]]

    def hear(self, found: frozenset[str]) -> Heard:
        """Return what a sentence with these traits weighs."""
        sums = [0.0] * len(self.families)
        known = 0
        for trait in found:
            row = self.traits.get(trait)
            if row is not None:
                known += 1
                for place, weight in row:
                    sums[place] += weight
        scale = 1 / math.sqrt(known) if known else 0.0
        said = {
            name: begin + total * scale
            for (name, begin), total in zip(self.families.items(), sums, strict=True)
        }
        clean = said.pop(CLEAN)
        most = max(said.values())
        charged = most + math.log(sum(math.exp(weight - most) for weight in said.values()))
        return Heard(charged - clean if known else 0.0, said)


def classes_of(lists: Lists) -> dict[str, tuple[str, ...]]:
    """Return for each single word the lists that count as its class."""
    found: dict[str, list[str]] = {}
    for name, words in lists.items():
        if name in CLASSES or name.startswith(SENSES):
            for word in words:
                if " " not in word:
                    found.setdefault(word, []).append(f"<{name.removeprefix(SENSES)}>")
    return {word: tuple(sorted(set(names))) for word, names in found.items()}


def traits_of(line: str, classes: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the traits of a line: words, pairs, classes, and what stands by whom."""
    words = [_plain(word) for word in line.split() if word not in ',"']
    if not words:
        return frozenset()
    kinds = [classes.get(word, ()) for word in words]
    short = {_stem(word) if len(word) > _LONG else word for word in words}
    found = set(words)
    found.update("~" + word for word in short - found)
    found.update(_pairs(["^", *words]))
    found.update(_led(words, kinds))
    senses = {kind for some in kinds for kind in some}
    found |= senses
    short |= senses
    for one in BESIDE:
        if one in found:
            found.update(f"{one}+{word}" for word in short)
    found.update(_shape(words))
    return frozenset(found)


def read_weights(text: str) -> Weights:
    """Read weights as they are kept: families, then a trait and its hundredths a line."""
    families: dict[str, float] = {}
    traits: dict[str, tuple[tuple[int, float], ...]] = {}
    for line in text.splitlines():
        name, told = line.split("\t")
        if name.startswith(_FAMILY):
            families[name.removeprefix(_FAMILY)] = int(told) / 100
        else:
            traits[name] = tuple(_entry(part) for part in told.split())
    return Weights(families, traits)


def write_weights(weights: Weights) -> str:
    """Return weights as they are kept."""
    lines = [f"{_FAMILY}{name}\t{round(begin * 100)}" for name, begin in weights.families.items()]
    for name, row in sorted(weights.traits.items()):
        told = " ".join(f"{chr(97 + place)}{round(weight * 100)}" for place, weight in row)
        lines.append(f"{name}\t{told}")
    return "\n".join(lines) + "\n"


def _entry(part: str) -> tuple[int, float]:
    return ord(part[0]) - 97, int(part[1:]) / 100


def _pairs(words: Sequence[str]) -> set[str]:
    near = {f"{one} {other}" for one, other in pairwise(words)}
    return near | {f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False)}


def _led(words: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> set[str]:
    """Return which classes soon follow a person, a "not" or the like, and which it follows."""
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in _LEADS:
            for some in kinds[at + 1 : at + _REACH]:
                found.update(f"{word}>{kind}" for kind in some)
            for some in kinds[max(0, at - _REACH + 1) : at]:
                found.update(f"{kind}>{word}" for kind in some)
    return found


def _shape(words: Sequence[str]) -> set[str]:
    """Return how long a line is, whom it speaks of, how it begins and whether it asks."""
    there, first = set(words), words[0]
    begins = "you" if first in _YOU else "self" if first in _SELF else ""
    begins = begins or ("if" if first in ("if", "when") else "ask" if first in _ASKS else "other")
    who = ("you " if "you" in there else "") + ("self" if there & _SELF else "")
    found = {f"<length {min(_LENGTHS, len(words) // 4)}>", f"<begins {begins}>", f"<who {who}>"}
    return found | {f"<{sign}>" for sign in "?!" if sign in there}


def _plain(word: str) -> str:
    return "#" if word[0].isdigit() else word


def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _FEWEST_LETTERS:
            return word[: -len(end)]
    return word
