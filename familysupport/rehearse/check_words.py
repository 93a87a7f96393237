"""Checks what is filled into the lines: known places, and pronouns that fit their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from familysupport.rehearse.loved import Forms, Pronoun, Tie
from familysupport.rehearse.scenario import Pack

_ALWAYS = frozenset({"name", "you"})
_PLACE = re.compile(r"\{([^{}]*)\}")
_BARE = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself|themself)\b", re.IGNORECASE)
_FORM = r"\{(?:is|was|has|does|s|es)\}"
_BETWEEN = r"(?: (?:still|not|only|just|also|never|always))*"
_SUBJECT = re.compile(rf"(\{{they\}}|\{{name\}}){_BETWEEN} (\S+)", re.IGNORECASE)
_OWNED = re.compile(rf"\{{(?:they|name)\}}{_BETWEEN} \w*{_FORM}", re.IGNORECASE)
_SAME = frozenset(
    {"can", "could", "will", "would", "may", "might", "must", "should", "did", "had", "said"}
    | {"came", "went", "got", "took", "gave", "heard", "felt", "saw", "knew", "left", "kept"}
)
_STARTS = re.compile(r"(?:^|[.!?:][”\")]? |^[“(])\{([^{}]*)\}")


def known_places(pack: Pack) -> frozenset[str]:
    """Return everything that may stand between the braces of a line."""
    forms = {name for one in pack.pronouns.values() for name in one.form}
    return frozenset(_ALWAYS | forms | {name[:1].upper() + name[1:] for name in forms})


def pronouns(forms: dict[str, Forms]) -> Iterator[str]:
    """Say where a pronoun is missing, or lacks a form that another has."""
    wanted = {one.value for one in Pronoun}
    if set(forms) != wanted:
        yield f"pronouns.toml: must hold {', '.join(sorted(wanted))}"
    places = {name for one in forms.values() for name in one.form}
    ties = {one.value for one in Tie if one.value}
    for one in forms.values():
        for name in sorted(places - set(one.form)):
            yield f"pronouns.toml: {one.id}: has no word for {{{name}}}"
        for name in sorted(ties ^ set(one.kin)):
            yield f"pronouns.toml: {one.id}: kin: {name} is missing or not known"


def places(text: str, known: frozenset[str], tied: bool) -> Iterator[str]:
    """Say which places of a line cannot be filled in."""
    for place in _PLACE.findall(text):
        if place == "kin" and not tied:
            yield "{kin} may only stand in a line with ties"
        elif place not in known and place != "kin":
            yield f"there is nothing to fill in for {{{place}}}"
    if "{you}" in text and not text.startswith("{you}, "):
        yield "{you} may only open a line, with a comma after it"


def told(text: str) -> Iterator[str]:
    """Say where a sentence about the loved one would read wrong with one of the pronouns."""
    if _BARE.search(_PLACE.sub("", text)):
        yield "says he or she; say {name} or {they}"
    for subject, verb in _SUBJECT.findall(text):
        plural = subject.casefold() == "{they}"
        if plural and not _agrees(verb):
            yield f"{subject} {verb} does not fit he, she and they; say {verb}{{s}}"
        if not plural and re.search(_FORM, verb):
            yield f"{{name}} {verb}: a name takes the plain word"
    if len(re.findall(_FORM, text)) != len(_OWNED.findall(text)):
        yield "a form such as {is} or {s} stands without {they} before it"
    yield from _capitals(text)


def _agrees(verb: str) -> bool:
    plain = verb.strip(".,;:!?”’)").casefold()
    return bool(re.search(_FORM, verb)) or plain in _SAME or plain.endswith("ed")


def _capitals(text: str) -> Iterator[str]:
    starts = {hit.start(1) for hit in _STARTS.finditer(text)}
    for hit in _PLACE.finditer(text):
        place = hit[1]
        if place in _ALWAYS or place == "kin":
            continue
        if place[:1].isupper() != (hit.start(1) in starts):
            yield f"{{{place}}} needs a capital at the start of a sentence, and nowhere else"
