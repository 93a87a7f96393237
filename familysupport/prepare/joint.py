"""Two copies of the plan compared and joined, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Any, NamedTuple

from familysupport.prepare.matching import renamed_letters, renamed_records, same_people
from familysupport.prepare.model import Person
from familysupport.prepare.records import KINDS, PERSON, Bundle, Letter, Record, record_of


class Choice(Enum):
    """What is to happen where two copies differ."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()


class Difference(NamedTuple):
    """One record that both have and that says two things: name of the field, mine, theirs."""

    mine: Record
    theirs: Record
    fields: tuple[tuple[str, Any, Any], ...]
    put_away: bool = False


class LetterDifference(NamedTuple):
    """One statement that reads differently in the two copies."""

    mine: Letter
    theirs: Letter


class Comparison(NamedTuple):
    """What joining would do: what is new, what only fills a gap, and what needs a choice."""

    new: tuple[Record, ...] = ()
    filled: tuple[Record, ...] = ()
    same: int = 0
    different: tuple[Difference, ...] = ()
    new_letters: tuple[Letter, ...] = ()
    different_letters: tuple[LetterDifference, ...] = ()


def compare(mine: Bundle, theirs: Bundle) -> Comparison:
    """Return what joining `theirs` into `mine` would do; nothing is changed by looking."""
    uids = same_people(mine.records, theirs.records)
    theirs = Bundle(renamed_records(theirs.records, uids), renamed_letters(theirs.letters, uids))
    known = {one.uid: one for one in mine.records}
    new: list[Record] = []
    filled: list[Record] = []
    different: list[Difference] = []
    same = 0
    for one in theirs.records:
        own = known.get(one.uid)
        if one.uid in mine.deleted:
            different.append(Difference(one, one, (), put_away=True))
        elif own is None:
            new.append(one)
        elif own.kind != one.kind:
            new.append(one._replace(uid=f"{one.uid} {one.kind}"))
        elif clashes := _clashes(own, one):
            different.append(Difference(own, one, clashes))
        elif joined(own, one, Choice.MINE).data != own.data:
            filled.append(joined(own, one, Choice.MINE))
        else:
            same += 1
    letters, apart, alike = _letters(mine.letters, theirs.letters)
    return Comparison(tuple(new), tuple(filled), same + alike, tuple(different), letters, apart)


def joined(mine: Record, theirs: Record, choice: Choice) -> Record:
    """Return one record made of two; what is empty on one side comes from the other, always.

    Where both say something, `choice` decides; BOTH keeps both texts, one after the other.
    """
    usual = _usual(mine.kind)
    data = {
        name: _joined_value(value, theirs.data.get(name, usual[name]), usual[name], choice)
        for name, value in mine.data.items()
    }
    return mine._replace(data=data)


def _joined_value(mine: Any, theirs: Any, usual: Any, choice: Choice) -> Any:
    if mine in (usual, theirs) or theirs == usual:
        return theirs if mine == usual else mine
    if choice is Choice.THEIRS:
        return theirs
    if choice is Choice.BOTH and isinstance(mine, str) and isinstance(theirs, str):
        return mine if theirs in mine else theirs if mine in theirs else f"{mine} / {theirs}"
    return mine


def _clashes(mine: Record, theirs: Record) -> tuple[tuple[str, Any, Any], ...]:
    usual = _usual(mine.kind)
    return tuple(
        (name, value, theirs.data[name])
        for name, value in mine.data.items()
        if theirs.data[name] != value and usual[name] not in (value, theirs.data[name])
    )


def _usual(kind: str) -> Mapping[str, Any]:
    return record_of(Person() if kind == PERSON else KINDS[kind]()).data


def _letters(
    mine: Iterable[Letter], theirs: Iterable[Letter]
) -> tuple[tuple[Letter, ...], tuple[LetterDifference, ...], int]:
    own: dict[str, list[Letter]] = {}
    for one in mine:
        own.setdefault(_owner(one), []).append(one)
    new: list[Letter] = []
    apart: list[LetterDifference] = []
    alike = 0
    for one in theirs:
        there = own.get(_owner(one), [])
        twin = next((two for two in there if _reads(two) == _reads(one)), None)
        if twin is not None:
            alike += 1
        elif there:
            apart.append(LetterDifference(there[0], one))
        else:
            new.append(one)
    return tuple(new), tuple(apart), alike


def _owner(one: Letter) -> str:
    return one.owner or f"name:{one.author.strip().casefold()}"


def _reads(one: Letter) -> tuple[str, str]:
    return one.text.strip(), one.if_no.strip()
