"""What the Emergency page says: steps, situations and numbers by country, strictly read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from familysupport.content.toml import read_table
from familysupport.errors import ContentError

CallKind = Literal["emergency", "crisis", "drugs", "family", "violence", "poison", "child", "alone"]
CallStatus = Literal["listed", "recheck"]
COUNTRIES = ("us", "ca", "gb", "ie", "au", "nz", "other")
SITUATIONS = ("suicide", "violence", "withdrawal", "child", "myself")
_USUAL_LANGUAGE = "en"


class Step(NamedTuple):
    """One step of the first page: what to do, and how in one line."""

    title: str
    text: str
    facts: tuple[str, ...]


class Part(NamedTuple):
    """One piece of a page: a name and short lines; `quotes` when they are words to say.

    `pictures` are as many as the lines, empty where a line needs none; `picture` is for all lines.
    """

    id: str
    title: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]
    picture: str = ""
    pictures: tuple[str, ...] = ()
    quotes: bool = False


class Overdose(NamedTuple):
    """The steps in an overdose and what helps with them."""

    id: str
    title: str
    summary: str
    checked_on: date
    facts: tuple[str, ...]
    step: tuple[Step, ...]
    part: tuple[Part, ...]


class Situation(NamedTuple):
    """Another emergency: what to do now, whom to call (by kind), what to say."""

    id: str
    order: int
    button: str
    title: str
    summary: str
    calls: tuple[CallKind, ...]
    checked_on: date
    facts: tuple[str, ...]
    part: tuple[Part, ...]


class PhoneNumber(NamedTuple):
    """A number to call; `recheck` means that nobody could confirm it yet."""

    kind: CallKind
    name: str
    number: str
    status: CallStatus
    checked_on: date
    facts: tuple[str, ...]
    hours: str = ""
    text: str = ""
    languages: str = ""
    online: str = ""
    note: str = ""


class CountryNumbers(NamedTuple):
    """The numbers of one country; `silent` says how to call without speaking."""

    id: str
    name: str
    emergency: str
    checked_on: date
    facts: tuple[str, ...]
    number: tuple[PhoneNumber, ...]
    silent: str = ""
    note: str = ""


class Paper(NamedTuple):
    """One thing to print: its name, what it is for, the parts on it, the lines to fill in."""

    name: str
    about: str
    title: str
    blanks: tuple[str, ...]
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


class Papers(NamedTuple):
    """The words that only stand on paper."""

    checked_on: date
    facts: tuple[str, ...]
    numbers: str
    unsure: str
    checked: str
    fridge: Paper
    sheet: Paper
    wallet: Paper


class EmergencyContent(NamedTuple):
    """All that the Emergency page says, in one language."""

    overdose: Overdose
    situations: tuple[Situation, ...]
    countries: tuple[CountryNumbers, ...]
    papers: Papers
    pictures: Path


def read_emergency(root: Path, language: str) -> EmergencyContent:
    """Read the emergency folder below `root`; a file missing in `language` comes in English."""
    situations = [
        read_table(_path(root, language, f"situations/{name}.toml"), Situation)
        for name in SITUATIONS
    ]
    countries = [
        read_table(_path(root, language, f"numbers/{name}.toml"), CountryNumbers)
        for name in COUNTRIES
    ]
    found_ids = [one.id for one in situations] + [one.id for one in countries]
    for name, found in zip((*SITUATIONS, *COUNTRIES), found_ids, strict=True):
        if found != name:
            raise ContentError(f"{name}.toml", f"id: must be {name}")
    return EmergencyContent(
        read_table(_path(root, language, "overdose.toml"), Overdose),
        tuple(sorted(situations, key=lambda one: one.order)),
        tuple(countries),
        read_table(_path(root, language, "papers.toml"), Papers),
        root / "pictures",
    )


def _path(root: Path, language: str, name: str) -> Path:
    chosen = root / language / "emergency" / name
    return chosen if chosen.is_file() else root / _USUAL_LANGUAGE / "emergency" / name
