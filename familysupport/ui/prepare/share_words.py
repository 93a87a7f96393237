"""The words for what is shared: kinds of records, their names, what stands in them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.checklist import Place
from familysupport.prepare.records import PERSON, Record
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.places import place_words

_PLACES = {
    PERSON: Place.PEOPLE,
    "try": Place.ROAD,
    "talk": Place.ROAD,
    "treatment place": Place.TREATMENT,
    "ready": Place.TREATMENT,
    "interventionist": Place.INTERVENTIONIST,
    "stop": Place.STOPS,
    "limit": Place.LIMITS,
    "day": Place.DAY,
    "answer": Place.ANSWERS,
    "objection": Place.ANSWERS,
    "after": Place.AFTER,
}
_NAMES = ("name", "act", "heard", "response", "place", "second_way", "note")
_LONGEST = 80
_BEFORE, _SHOWN = 60, 260


def kind_words(kind: str) -> str:
    """Return the section that a kind of record belongs to."""
    return place_words()[_PLACES[kind]]


def name_of(record: Record, names: Names) -> str:
    """Return what a record is called, by the first words in it."""
    told = (str(record.data.get(name, "")).strip() for name in _NAMES)
    found = next((text for text in told if text), "")
    who = names.of(record.data["person"]) if record.data.get("person") else ""
    both = " · ".join(part for part in (who, found) if part)
    return both[:_LONGEST] or QCoreApplication.translate("PrepareShare", "without a name")


def value_words(value: Any, names: Names) -> str:
    """Return what stands in one field, a person by name, yes and no in words."""
    say = QCoreApplication.translate
    if isinstance(value, bool):
        return say("PrepareShare", "yes") if value else say("PrepareShare", "no")
    if isinstance(value, str) and names.knows(value):
        return names.of(value)
    return f"“{value}”"


def around(mine: str, theirs: str) -> tuple[str, str]:
    """Return two long texts from shortly before where they part."""
    mine, theirs = " ".join(mine.split()), " ".join(theirs.split())
    pairs = enumerate(zip(mine, theirs, strict=False))
    same = next((at for at, (one, two) in pairs if one != two), min(len(mine), len(theirs)))
    start = max(0, same - _BEFORE)
    return _piece(mine, start), _piece(theirs, start)


def _piece(text: str, start: int) -> str:
    before = "… " if start else ""
    after = " …" if len(text) > start + _SHOWN else ""
    return f"“{before}{text[start : start + _SHOWN]}{after}”"
