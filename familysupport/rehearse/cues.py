"""Rates a reply in one's own words by the cues it holds; what has no cue is not rated.

Capitals, missing apostrophes, slips of spelling and small words such as “so” are no hindrance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from familysupport.rehearse.mood import Code
from familysupport.rehearse.scenario import CodeName

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[\w']+")
_EDGE = r"(?<![\w'])(?:{})(?![\w'])"
_WAITS = re.compile(r"^\W*(?:\((?:wait|pause|breathe|silence)[^)]*\)|\.{3}|…)?\W*$")


@dataclass(frozen=True)
class Cues:
    """Words that show what a reply does; `*` stands for the rest of a word, `…` for a few words."""

    cues: dict[str, tuple[str, ...]]
    coach: dict[str, CodeName]
    spelling: dict[str, str] = field(default_factory=dict)
    fillers: tuple[str, ...] = ()

    @cached_property
    def _patterns(self) -> tuple[tuple[Code, re.Pattern[str]], ...]:
        return tuple(
            (Code(name), re.compile(_EDGE.format("|".join(map(_pattern, phrases)))))
            for name, phrases in self.cues.items()
        )

    def rate(self, text: str, coach_families: tuple[str, ...] = ()) -> tuple[Code, ...]:
        """Return the codes found in `text`; what the coach marked counts too.

        Saying nothing, or only that one waits, is a pause.
        """
        plain = _SPACES.sub(" ", text.casefold().replace("’", "'")).strip()
        if _WAITS.match(plain):
            return (Code.PAUSE,)
        marked = [Code(self.coach[one]) for one in coach_families if one in self.coach]
        texts = self._readings(plain)
        cued = [code for code, pattern in self._patterns if any(map(pattern.search, texts))]
        return tuple(dict.fromkeys([*cued, *marked]))

    def _readings(self, plain: str) -> tuple[str, ...]:
        """Return the words as they stand, spelt as they are meant, and without small words."""
        spelt = _WORD.sub(lambda hit: self.spelling.get(hit[0], hit[0]), plain)
        fewer = " ".join(word for word in spelt.split() if word not in self.fillers)
        return plain, spelt, fewer


def _pattern(phrase: str) -> str:
    escaped = re.escape(phrase.casefold().replace("’", "'")).replace("'", "'?")
    few = r"(?:[\\w']+[ ,]+){0,4}"
    return re.sub(r"…\\? ?", few, escaped).replace(r"\*", r"[\w']*")
