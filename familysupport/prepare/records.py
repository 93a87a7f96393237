"""What is shared of the plan as plain data: people, records, statements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from familysupport.prepare.afterwards import After
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.day import Day
from familysupport.prepare.items import Item, from_data, to_data
from familysupport.prepare.model import Person
from familysupport.prepare.road import Talk, Try
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate

PERSON = "person"
KINDS: Mapping[str, type[Item]] = {
    cls.kind: cls
    for cls in (
        *(Try, Talk, TreatmentPlace, Ready, Candidate, Stop, Limit),
        *(Day, Answer, Objection, After),
    )
}
"""What is shared: all of the plan but the safety answers, which stay with who gave them."""


class Record(NamedTuple):
    """One person or one record of the plan, as plain data."""

    uid: str
    kind: str
    data: Mapping[str, Any]


class Letter(NamedTuple):
    """One statement; `owner` is the uid of who wrote it, or empty. The private page stays out."""

    owner: str
    author: str = ""
    addressee: str = ""
    title: str = ""
    text: str = ""
    if_no: str = ""


class Bundle(NamedTuple):
    """What one file holds; `deleted` names what its owner put away (never in a file)."""

    records: tuple[Record, ...] = ()
    letters: tuple[Letter, ...] = ()
    deleted: frozenset[str] = frozenset()


def record_of(item: Item | Person) -> Record:
    """Return a person or a record of the plan as plain data."""
    if isinstance(item, Item):
        return Record(item.uid, item.kind, json.loads(to_data(item)))
    said = json.loads(to_data(item))
    del said["order"]
    return Record(item.uid, PERSON, said)


def person_of(record: Record) -> Person:
    """Return the person a record is about."""
    return from_data(Person, json.dumps(dict(record.data)))._replace(uid=record.uid)


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
