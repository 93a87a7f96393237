"""The loved one that the family practises for: what goes into the lines in place of `{…}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

_CALLED = "{you}, "
_PLACE = re.compile(r"\{(\w+)\}")

TieName = Literal[
    "parent", "partner", "sibling", "grandparent", "grown child", "other relative", "friend"
]


class Pronoun(StrEnum):
    """How somebody speaks of the loved one; the first is used where nobody said."""

    THEY = "they"
    SHE = "she"
    HE = "he"


class Tie(StrEnum):
    """What the one who practises is to the loved one; the names are those of Prepare."""

    UNTOLD = ""
    PARENT = "parent"
    PARTNER = "partner"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GROWN_CHILD = "grown child"
    OTHER_RELATIVE = "other relative"
    FRIEND = "friend"


class Loved(NamedTuple):
    """What is known of the loved one; `you` is what the one who practises is called by them."""

    name: str = ""
    pronoun: Pronoun = Pronoun.THEY
    tie: Tie = Tie.UNTOLD
    you: str = ""


@dataclass(frozen=True)
class Forms:
    """The words of one pronoun: each form by its place in a line, and who the loved one is.

    `kin` names the loved one by what the speaker is to them: to a parent, a son.
    """

    id: str
    form: dict[str, str]
    kin: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Who:
    """What is filled into the lines; a line for one tie also says what the loved one is to it."""

    name: str = ""
    you: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


def who_of(loved: Loved, pronouns: Mapping[str, Forms]) -> Who:
    """Return what goes into the lines about this loved one."""
    forms = pronouns.get(loved.pronoun.value)
    if forms is None:
        return Who(loved.name, loved.you)
    kin = {"kin": forms.kin[loved.tie.value]} if loved.tie.value in forms.kin else {}
    return Who(loved.name, loved.you, forms.form | kin)


def fill(words: str, who: Who) -> str:
    """Put names and pronouns into a line; what the speaker is called is left out if not known.

    A form with a capital in its place, as at the start of a sentence, gets one itself.
    """
    if _CALLED in words and not who.you:
        start, _, rest = words.partition(_CALLED)
        words = start + rest[:1].upper() + rest[1:]
    known = {**who.words, "name": who.name, "you": who.you}

    def word(hit: re.Match[str]) -> str:
        place = hit[1]
        if place in known:
            return known[place]
        low = known.get(place[:1].lower() + place[1:])
        return low[:1].upper() + low[1:] if low else hit[0]

    return _PLACE.sub(word, words)
