"""The coach's second ear: how much the words of a sentence weigh for a charge, and against one.

The weights were learnt from the open letters by `tools/coach_weigh.py`. A sentence that weighs
enough is marked though no rule spoke, as a question; one that weighs far the other way silences a
rule. Nothing else is decided here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from familysupport.content.phrases import Lists

CLASSES = (
    *("harm", "duty", "insult", "nasty", "shameful", "disorder", "ailment", "feeling", "ruin"),
    *("betray", "steal", "lie", "drug", "kin", "kindly", "day", "when", "place", "always"),
    *("sour", "sweet"),
)
BESIDE = ("you", "i", "your", "my", "we", "not", "will", "if")
_ENDS = ("ing", "ed", "es", "s", "ly", "er")
_FEWEST_LETTERS = 3
_LONG = 4
_MOST_SOUR, _MOST_SWEET, _LENGTHS = 5, 4, 6
_EVIDENCE = 0.35
CLEAR = 0.5
_SMOOTH = 3.0


@dataclass(frozen=True)
class Weights:
    """What each trait of a sentence weighs, and in which families it was met how often."""

    bias: float
    traits: Mapping[str, float]
    met: Mapping[str, Mapping[str, int]]
    families: Mapping[str, float]

    def score(self, found: frozenset[str]) -> float:
        """Return how far a sentence with these traits leans to a charge; 0 is undecided."""
        known = [weight for trait in found if (weight := self.traits.get(trait)) is not None]
        return self.bias + sum(known) / math.sqrt(len(known)) if known else 0.0

    def family(self, found: frozenset[str]) -> str:
        """Return the family these traits point to, or nothing while two are about as likely."""
        said = {family: math.log(share) for family, share in self.families.items()}
        for trait in found & self._bonus.keys():
            for family, bonus in self._bonus[trait]:
                said[family] += bonus
        first, second = sorted(said, key=lambda family: (-said[family], family))[:2]
        return first if said[first] - said[second] >= CLEAR else ""

    @cached_property
    def _bonus(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """What meeting a trait says for a family; what it says against all is the same for each."""
        shares = {family: _SMOOTH * share for family, share in self.families.items()}
        return {
            trait: tuple(
                (family, _EVIDENCE * math.log1p(count / shares[family]))
                for family, count in counts.items()
            )
            for trait, counts in self.met.items()
        }


def classes_of(lists: Lists) -> dict[str, tuple[str, ...]]:
    """Return for each single word the lists that count as its class."""
    found: dict[str, list[str]] = {}
    for name in CLASSES:
        for word in lists.get(name, ()):
            if " " not in word:
                found.setdefault(word, []).append(f"<{name}>")
    return {word: tuple(names) for word, names in found.items()}


def traits_of(line: str, classes: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the traits of a line: words, pairs, classes, and what stands by whom."""
    words = ["^", *(_plain(word) for word in line.split() if word not in ',"')]
    there = set(words)
    kinds = {kind for word in there for kind in classes.get(word, ())}
    sour = sum("<sour>" in classes.get(word, ()) for word in there)
    sweet = sum("<sweet>" in classes.get(word, ()) for word in there)
    found = kinds | there
    found.update(_pairs(words))
    found.update("~" + _stem(word) for word in there if len(word) > _LONG)
    short = {_stem(word) if len(word) > _LONG else word for word in there} | kinds
    for one in BESIDE:
        if one in there:
            found.update(f"{one}+{word}" for word in short)
    found.add(f"<sour {min(sour, _MOST_SOUR)}>")
    found.add(f"<sweet {min(sweet, _MOST_SWEET)}>")
    found.add(f"<balance {max(-3, min(_MOST_SWEET, sour - sweet))}>")
    found.add(f"<length {min(_LENGTHS, len(words) // 4)}>")
    return frozenset(found)


def read_weights(text: str) -> Weights:
    """Read weights as they are kept: a trait, its weight and its families, apart by tabs."""
    traits: dict[str, float] = {}
    met: dict[str, dict[str, int]] = {}
    families: dict[str, float] = {}
    bias = 0.0
    for line in text.splitlines():
        kind, name, weight, *rest = line.split("\t")
        if kind == "bias":
            bias = float(weight)
        elif kind == "family":
            families[name] = float(weight)
        else:
            traits[name] = float(weight)
            if rest:
                met[name] = _counts(rest[0])
    return Weights(bias, traits, met, families)


def write_weights(weights: Weights) -> str:
    """Return weights as they are kept."""
    lines = [f"bias\t\t{weights.bias:.3f}"]
    lines += [f"family\t{name}\t{share:.4f}" for name, share in sorted(weights.families.items())]
    for name, weight in sorted(weights.traits.items()):
        counts = weights.met.get(name, {})
        told = ";".join(f"{family}={count}" for family, count in sorted(counts.items()))
        lines.append(f"trait\t{name}\t{weight:.2f}" + (f"\t{told}" if told else ""))
    return "\n".join(lines) + "\n"


def _counts(told: str) -> dict[str, int]:
    pairs = (part.split("=") for part in told.split(";"))
    return {family: int(count) for family, count in pairs}


def _pairs(words: Sequence[str]) -> set[str]:
    near = {f"{one} {other}" for one, other in pairwise(words)}
    return near | {f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False)}


def _plain(word: str) -> str:
    return "#" if word[0].isdigit() else word


def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _FEWEST_LETTERS:
            return word[: -len(end)]
    return word
