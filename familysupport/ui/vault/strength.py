"""An honest word about how hard a passphrase is to guess."""

from __future__ import annotations

from enum import Enum

from zxcvbn import zxcvbn

_LONGEST = 72


class Strength(Enum):
    """How a passphrase stands up to guessing."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength_of(passphrase: str) -> Strength:
    """Return how hard `passphrase` is to guess, by zxcvbn's score of its first 72 signs."""
    text = passphrase.strip()[:_LONGEST]
    if not text:
        return Strength.NONE
    score = int(zxcvbn(text)["score"])
    return Strength.WEAK if score < 2 else Strength.FAIR if score < 4 else Strength.STRONG
