"""Rates a reply in one's own words by the cues it holds; what has no cue is not rated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from familysupport.rehearse.mood import Code
from familysupport.rehearse.scenario import CodeName

_SPACES = re.compile(r"\s+")
_EDGE = r"(?<![\w'])(?:{})(?![\w'])"
_WAITS = re.compile(r"^\W*(?:\((?:wait|pause|breathe|silence)[^)]*\)|\.{3}|…)?\W*$")


@dataclass(frozen=True)
class Cues:
    """Words that show what a reply does; `*` stands for the rest of a word, `…` for a few words."""

    cues: dict[str, tuple[str, ...]]
    coach: dict[str, CodeName]

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
        cued = [code for code, pattern in self._patterns if pattern.search(plain)]
        return tuple(dict.fromkeys([*cued, *marked]))


def _pattern(phrase: str) -> str:
    escaped = re.escape(phrase.casefold().replace("’", "'"))
    few = r"(?:[\\w']+[ ,]+){0,4}"
    return re.sub(r"…\\? ?", few, escaped).replace(r"\*", r"[\w']*")
