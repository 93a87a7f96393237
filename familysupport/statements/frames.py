"""Sentences put together from what somebody typed into fields; what is empty stays a prompt."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = (".", "!", "?", "…", "”", '"', "]")
_GOES_ON = re.compile(r"(?:I|I’\w+|I'\w+|we|you|he|she|they|it)\b")
_TOLD = re.compile(
    r"\b(?:told (?:me|us)|was told|were told|I heard (?:from|that)|heard from"
    r"|let (?:me|us) know|someone (?:said|saw|told)|(?:he|she|they) said (?:that )?you)\b",
    re.IGNORECASE,
)
_BY_YOU = re.compile(r"\byou (?:have |had |once |just )?(?:told|let) (?:me|us)\b", re.IGNORECASE)


class Incident(NamedTuple):
    """Something that happened, as it was told: when, where, what was seen or heard, what felt.

    `told_by` names who told it, and is None for what the speaker saw with their own eyes.
    """

    when: str = ""
    where: str = ""
    saw: str = ""
    felt: str = ""
    told_by: str | None = None


class Gaps(NamedTuple):
    """What to ask, in brackets, where a field was left empty; `told` holds `{who}` and `{what}`."""

    when: str
    where: str
    saw: str
    felt: str
    who: str
    told: str


def incident_text(incident: Incident, gaps: Gaps) -> str:
    """Return one paragraph of the typed words and, for what is missing, bracketed prompts."""
    place = f"{_said(incident.when, gaps.when)}, {_said(incident.where, gaps.where)}"
    saw = _said(incident.saw, gaps.saw)
    what = f"{place}, {saw}" if _GOES_ON.match(saw) else f"{place}. {saw}"
    if incident.told_by is not None:
        what = gaps.told.format(who=_said(incident.told_by, gaps.who), what=what)
    return f"{_ended(what)} {_ended(_said(incident.felt, gaps.felt))}"


def filled(frame: str, words: dict[str, str], gaps: dict[str, str]) -> str:
    """Return `frame` with the typed words in its places, and a bracketed prompt where none are."""
    return frame.format(
        **{name: _said(words[name], gap).rstrip(".?!") for name, gap in gaps.items()}
    )


def is_second_hand(paragraph: str) -> bool:
    """Return whether somebody else saw it: “Rosa told me”, but not “you told me”."""
    return bool(_TOLD.search(_BY_YOU.sub("", paragraph)))


def _said(text: str, gap: str) -> str:
    plain = " ".join(text.split())
    return plain or f"[{gap}]"


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
