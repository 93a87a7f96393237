"""What a check-in says in words, and when it asks for kindness."""

from __future__ import annotations

import re
from collections.abc import Iterable

from familysupport.for_me.content import Guide
from familysupport.for_me.model import CheckIn

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_GAP = re.compile(r"[^\w']+")


def told(check_in: CheckIn, guide: Guide) -> tuple[str, ...]:
    """Return what was answered, in the order of the questions; what was skipped is left out."""
    said: list[str] = []
    for question in guide.question:
        chosen = check_in.answers.get(question.id)
        said.extend(one.past for one in question.answer if one.id == chosen)
        if question.own and check_in.words.strip():
            said.append(f"“{check_in.words.strip()}”")
    return tuple(said)


def needs_care(check_in: CheckIn, guide: Guide) -> bool:
    """Tell whether an answer, or the person's own words, are a reason to offer help."""
    heavy = any(
        answer.heavy and check_in.answers.get(question.id) == answer.id
        for question in guide.question
        for answer in question.answer
    )
    return heavy or sounds_worrying(check_in.words, guide.worry)


def sounds_worrying(words: str, worry: Iterable[str]) -> bool:
    """Tell whether one of the phrases of `worry` stands in `words`, as whole words."""
    text = f" {_plain(words)} "
    return any(f" {_plain(phrase)} " in text for phrase in worry)


def _plain(words: str) -> str:
    spoken = words.translate(_APOSTROPHES).casefold()
    return " ".join(part.strip("'") for part in _GAP.split(spoken) if part.strip("'"))
