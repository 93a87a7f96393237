"""The rows of the people of the meeting, and of all else that is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

import sqlite_utils

from familysupport.clock import Clock
from familysupport.prepare.items import Item, from_data, to_data
from familysupport.prepare.model import Part, Person, Relation

T = TypeVar("T", bound=Item)
_KEPT_DAYS = 30
_LIVE = "deleted_at is null"
_ORDER = "place, id"


class PeopleStore:
    """Saves, orders and removes the people of the meeting."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._rows = db.table("people")

    def people(self) -> list[Person]:
        """Return everybody in the order of the meeting, `order` counted from 1."""
        rows = self._rows.rows_where(_LIVE, order_by=_ORDER)
        return [_person(row, number) for number, row in enumerate(rows, start=1)]

    def person(self, person_id: int) -> Person | None:
        """Return one person, or None when there is nobody of that number."""
        return next((person for person in self.people() if person.id == person_id), None)

    def put_away(self) -> dict[str, int]:
        """Return who was taken off the list and can still be brought back: uid and id."""
        return _put_away(self._rows)

    def save(self, person: Person) -> Person:
        """Keep `person`, a new one at the end of the order; a changed name goes everywhere."""
        row = self._row(person)
        with self._db.atomic():
            if person.id:
                self._rows.update(person.id, row)
                new_id = person.id
            else:
                row["place"] = self._last_place() + 1
                row["uid"] = person.uid or uuid4().hex
                new_id = _new(self._rows, row)
        kept = self.person(new_id)
        return kept if kept is not None else person._replace(id=new_id)

    def move(self, person_id: int, steps: int) -> None:
        """Move a person `steps` places down the order (up when negative), as far as it goes."""
        ids = [person.id for person in self.people()]
        if person_id not in ids:
            return
        place = ids.index(person_id)
        ids.insert(max(0, min(len(ids) - 1, place + steps)), ids.pop(place))
        with self._db.atomic():
            for number, one in enumerate(ids, start=1):
                self._rows.update(one, {"place": number})

    def delete(self, person_id: int) -> None:
        """Take a person off the list; `restore` brings them back to their place for 30 days."""
        with self._db.atomic():
            self._rows.update(person_id, {"deleted_at": self._clock.now().isoformat()})

    def restore(self, person_id: int) -> None:
        """Bring back a person who was taken off the list."""
        with self._db.atomic():
            self._rows.update(person_id, {"deleted_at": None})

    def purge(self, before: datetime) -> None:
        """Remove for good whoever was taken off the list before `before`."""
        old = [
            row["id"]
            for row in self._rows.rows_where("deleted_at is not null")
            if datetime.fromisoformat(row["deleted_at"]) < before
        ]
        with self._db.atomic():
            for person_id in old:
                self._rows.delete(person_id)

    def purge_old(self) -> None:
        """Remove for good whoever was taken off the list more than 30 days ago."""
        self.purge(self._clock.now() - timedelta(days=_KEPT_DAYS))

    def _row(self, person: Person) -> dict[str, Any]:
        return {
            "name": person.name,
            "relation": person.relation.value,
            "part": person.part.value,
            "contact": person.contact,
            "note": person.note,
            "readiness": person.readiness,
            "fear": person.fear,
            "may_flare": int(person.may_flare),
            "is_child": int(person.is_child),
            "updated_at": self._clock.now().isoformat(),
        }

    def _last_place(self) -> int:
        places = [row["place"] for row in self._rows.rows_where(select="place")]
        return max(places, default=0)


def _person(row: dict[str, Any], number: int) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        relation=Relation(row["relation"]),
        part=Part(row["part"]),
        order=number,
        contact=row["contact"],
        note=row["note"],
        updated_at=datetime.fromisoformat(row["updated_at"]),
        readiness=row["readiness"],
        fear=row["fear"],
        may_flare=bool(row["may_flare"]),
        is_child=bool(row["is_child"]),
        uid=row["uid"],
    )


def _put_away(table: sqlite_utils.db.Table) -> dict[str, int]:
    rows = table.rows_where("deleted_at is not null", select="id, uid")
    return {row["uid"]: int(row["id"]) for row in rows}


def _new(table: sqlite_utils.db.Table, row: dict[str, Any]) -> int:
    new_id: Any = table.insert(row).last_pk
    return int(new_id)


class PlanStore:
    """Saves, orders and removes the records of the plan, each of its own kind."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._rows = db.table("plan_items")

    def items(self, cls: type[T]) -> list[T]:
        """Return all records of one kind in their order."""
        rows = self._rows.rows_where(f"kind = ? and {_LIVE}", [cls.kind], order_by=_ORDER)
        return [_item(cls, row) for row in rows]

    def put_away(self) -> dict[str, int]:
        """Return the records that were put away and can still be brought back: uid and id."""
        return _put_away(self._rows)

    def only(self, cls: type[T]) -> T:
        """Return the one record of a kind that the plan has once, or an empty one."""
        return next(iter(self.items(cls)), cls(uid=cls.kind))

    def save(self, item: T) -> T:
        """Keep `item`, a new one at the end of its kind; one with a known `uid` is replaced."""
        row: dict[str, Any] = {
            "kind": item.kind,
            "data": to_data(item),
            "updated_at": self._clock.now().isoformat(),
        }
        with self._db.atomic():
            known = item.id or self._id_of(item.uid)
            if known:
                self._rows.update(known, row if item.id else row | {"deleted_at": None})
            else:
                row |= {"uid": item.uid or uuid4().hex, "place": self._last_place(item.kind) + 1}
                known = _new(self._rows, row)
        kept: dict[str, Any] = self._rows.get(known)
        return _item(type(item), kept)

    def move(self, item: Item, steps: int) -> None:
        """Move a record `steps` places down among its kind (up when negative), as far as it can."""
        ids = [one.id for one in self.items(type(item))]
        if item.id not in ids:
            return
        place = ids.index(item.id)
        ids.insert(max(0, min(len(ids) - 1, place + steps)), ids.pop(place))
        with self._db.atomic():
            for number, one in enumerate(ids, start=1):
                self._rows.update(one, {"place": number})

    def delete(self, item_id: int) -> None:
        """Put a record away; `restore` brings it back to its place for 30 days."""
        with self._db.atomic():
            self._rows.update(item_id, {"deleted_at": self._clock.now().isoformat()})

    def restore(self, item_id: int) -> None:
        """Bring back a record that was put away."""
        with self._db.atomic():
            self._rows.update(item_id, {"deleted_at": None})

    def purge_old(self) -> None:
        """Remove for good what was put away more than 30 days ago."""
        before = self._clock.now() - timedelta(days=_KEPT_DAYS)
        old = [
            row["id"]
            for row in self._rows.rows_where("deleted_at is not null")
            if datetime.fromisoformat(row["deleted_at"]) < before
        ]
        with self._db.atomic():
            for item_id in old:
                self._rows.delete(item_id)

    def _id_of(self, uid: str) -> int:
        found = self._rows.rows_where("uid = ?", [uid], select="id") if uid else ()
        return next((int(row["id"]) for row in found), 0)

    def _last_place(self, kind: str) -> int:
        rows = self._rows.rows_where("kind = ?", [kind], select="place")
        return max((row["place"] for row in rows), default=0)


def _item(cls: type[T], row: dict[str, Any]) -> T:
    return replace(
        from_data(cls, row["data"]),
        id=row["id"],
        uid=row["uid"],
        updated_at=datetime.fromisoformat(row["updated_at"]),
    )
