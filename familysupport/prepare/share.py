"""The plan in one locked file for a relative, and two plans joined so that nothing is lost."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from nacl import exceptions, secret

from familysupport.errors import FileUnreadableError, KeyFileDamagedError, VaultTooNewError
from familysupport.prepare.afterwards import After
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.day import Day
from familysupport.prepare.items import Item, from_data, to_data
from familysupport.prepare.model import Person
from familysupport.prepare.road import Try
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate
from familysupport.vault import keys

PERSON = "person"
KINDS: Mapping[str, type[Item]] = {
    cls.kind: cls
    for cls in (Try, TreatmentPlace, Ready, Candidate, Stop, Limit, Day, Answer, Objection, After)
}
"""What is shared: all of the plan but the safety answers, which stay with who gave them."""

LIMIT = 20_000_000
_MOST_UNPACKED = 60_000_000
_START = b"family-plan 1\n"
_UID = re.compile(r"[\w:. -]{1,120}")


@dataclass(frozen=True)
class Record:
    """One person or one record of the plan, as plain data."""

    uid: str
    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Letter:
    """One statement; `owner` is the uid of who wrote it, or empty. The private page stays out."""

    owner: str
    author: str = ""
    addressee: str = ""
    title: str = ""
    text: str = ""
    if_no: str = ""


@dataclass(frozen=True)
class Bundle:
    """What one file holds; `deleted` names what its owner put away (never in a file)."""

    records: tuple[Record, ...] = ()
    letters: tuple[Letter, ...] = ()
    deleted: frozenset[str] = frozenset()


class Choice(Enum):
    """What is to happen where two copies differ."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()


@dataclass(frozen=True)
class Difference:
    """One record that both have and that says two things: name of the field, mine, theirs."""

    mine: Record
    theirs: Record
    fields: tuple[tuple[str, Any, Any], ...]
    put_away: bool = False


@dataclass(frozen=True)
class LetterDifference:
    """One statement that reads differently in the two copies."""

    mine: Letter
    theirs: Letter


@dataclass(frozen=True)
class Comparison:
    """What joining would do: what is new, what only fills a gap, and what needs a choice."""

    new: tuple[Record, ...] = ()
    filled: tuple[Record, ...] = ()
    same: int = 0
    different: tuple[Difference, ...] = ()
    new_letters: tuple[Letter, ...] = ()
    different_letters: tuple[LetterDifference, ...] = field(default=())


# ---------------------------------------------------------------- records


def record_of(item: Item | Person) -> Record:
    """Return a person or a record of the plan as plain data."""
    if isinstance(item, Item):
        return Record(item.uid, item.kind, json.loads(to_data(item)))
    said = json.loads(to_data(item))
    del said["order"]
    return Record(item.uid, PERSON, said)


def person_of(record: Record) -> Person:
    """Return the person a record is about."""
    return replace(from_data(Person, json.dumps(dict(record.data))), uid=record.uid)


def item_of(record: Record) -> Item:
    """Return the record of the plan that plain data is about."""
    return replace(from_data(KINDS[record.kind], json.dumps(dict(record.data))), uid=record.uid)


def only_for(bundle: Bundle, person_uid: str) -> Bundle:
    """Return what concerns one person: themselves, what they stop, say and wrote."""
    return Bundle(
        tuple(
            one
            for one in bundle.records
            if one.uid == person_uid or one.data.get("person") == person_uid
        ),
        tuple(one for one in bundle.letters if one.owner == person_uid),
    )


# ---------------------------------------------------------------- the locked file


def seal(bundle: Bundle, passphrase: str, cost: keys.Cost = keys.USUAL) -> bytes:
    """Return `bundle` as a file that only `passphrase` opens."""
    said = {
        "records": [[one.uid, one.kind, dict(one.data)] for one in bundle.records],
        "letters": [vars(one) for one in bundle.letters],
    }
    key = keys.new_key()
    lock = keys.wrap(key, passphrase, cost)
    packed = zlib.compress(json.dumps(said, ensure_ascii=True).encode("ascii"))
    box = bytes(secret.SecretBox(key).encrypt(packed))
    return _START + len(lock).to_bytes(4, "big") + lock + box


def unseal(data: bytes, passphrase: str, path: Path) -> Bundle:
    """Return what a file holds.

    Raises WrongPassphraseError, or FileUnreadableError when it is no such file or is damaged.
    """
    lock, box = _parts(data, path)
    try:
        key = keys.unwrap(lock, passphrase)
        packed = secret.SecretBox(key).decrypt(box)
        return _bundle(json.loads(_unpacked(packed)))
    except (KeyFileDamagedError, VaultTooNewError, exceptions.CryptoError) as error:
        raise FileUnreadableError(path) from error
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise FileUnreadableError(path) from error


def _parts(data: bytes, path: Path) -> tuple[bytes, bytes]:
    at = len(_START) + 4
    size = int.from_bytes(data[len(_START) : at], "big")
    if not data.startswith(_START) or len(data) <= at + size:
        raise FileUnreadableError(path)
    return data[at : at + size], data[at + size :]


def _unpacked(packed: bytes) -> bytes:
    opened = zlib.decompressobj()
    said = opened.decompress(packed, _MOST_UNPACKED)
    if opened.unconsumed_tail:
        raise ValueError("too much")
    return said


def _bundle(said: Any) -> Bundle:
    records = tuple(_record(*one) for one in said["records"])
    letters = tuple(Letter(**{name: _text(one[name]) for name in one}) for one in said["letters"])
    return Bundle(records, letters)


def _record(uid: Any, kind: Any, data: Any) -> Record:
    """Return a record that is sure to be one: its name is plain, its data fits its kind."""
    if not _UID.fullmatch(_text(uid)):
        raise ValueError("uid")
    record = Record(uid, _text(kind), data)
    return record_of(person_of(record) if kind == PERSON else item_of(record))


def _text(raw: Any) -> str:
    if type(raw) is not str:
        raise ValueError("text")
    return raw


# ---------------------------------------------------------------- two copies


def compare(mine: Bundle, theirs: Bundle) -> Comparison:
    """Return what joining `theirs` into `mine` would do; nothing is changed by looking."""
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
            new.append(replace(one, uid=f"{one.uid} {one.kind}"))
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
    return replace(mine, data=data)


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
