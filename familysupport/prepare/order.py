"""What the list of people can tell about the meeting: the speaking order and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from familysupport.prepare.model import Part, Person, Relation

READY_FROM = 7


class Look(Enum):
    """Something about the list that is worth a look before the day."""

    NOBODY_LEADS = auto()
    TWO_LEAD = auto()
    NO_PROFESSIONAL = auto()
    NOBODY_ASKS = auto()
    TWO_ASK = auto()
    ASKS_TOO_EARLY = auto()
    NO_SAFETY_PERSON = auto()
    CHILD_IN_ROOM = auto()
    ANGRY_FIRST = auto()
    ANGRY_THERE = auto()
    NOT_READY = auto()
    SAME_NAME = auto()
    NO_NAME = auto()


class Notice(NamedTuple):
    """One thing to look at, with the names it is about."""

    look: Look
    names: tuple[str, ...] = ()


def speakers(people: Sequence[Person]) -> list[Person]:
    """Return those who read something aloud, in their order."""
    return [person for person in people if person.part.reads_aloud]


def notices(people: Sequence[Person]) -> list[Notice]:
    """Return what is worth a look, the weightiest first; nothing about an empty list.

    Roles commonly used: a leader, a safety person, one ask (FACTS I-96). No child and no angry
    voice in the room (I-46). Readiness below 7 means that somebody may not go through with it.
    """
    if not people:
        return []
    looks = (_children, _leading, _asking, _safety, _anger, _readiness, _names)
    return [notice for look in looks for notice in look(people)]


def _leading(people: Sequence[Person]) -> list[Notice]:
    leaders = _of(people, Part.LEADS)
    if not leaders:
        return [Notice(Look.NOBODY_LEADS)]
    if len(leaders) > 1:
        return [Notice(Look.TWO_LEAD, _called(leaders))]
    if not any(person.relation is Relation.PROFESSIONAL for person in people):
        return [Notice(Look.NO_PROFESSIONAL, _called(leaders))]
    return []


def _asking(people: Sequence[Person]) -> list[Notice]:
    asking = _of(people, Part.ASKS)
    if not asking:
        return [Notice(Look.NOBODY_ASKS)]
    if len(asking) > 1:
        return [Notice(Look.TWO_ASK, _called(asking))]
    if speakers(people)[-1] is not asking[0]:
        return [Notice(Look.ASKS_TOO_EARLY, _called(asking))]
    return []


def _safety(people: Sequence[Person]) -> list[Notice]:
    return [] if _of(people, Part.SAFETY) else [Notice(Look.NO_SAFETY_PERSON)]


def _children(people: Sequence[Person]) -> list[Notice]:
    there = [person for person in people if person.is_child and person.part.is_in_the_room]
    return [Notice(Look.CHILD_IN_ROOM, _called(there))] if there else []


def _anger(people: Sequence[Person]) -> list[Notice]:
    first = [person for person in speakers(people)[:1] if person.may_flare]
    if first:
        return [Notice(Look.ANGRY_FIRST, _called(first))]
    there = [person for person in people if person.may_flare and person.part.is_in_the_room]
    return [Notice(Look.ANGRY_THERE, _called(there))] if there else []


def _readiness(people: Sequence[Person]) -> list[Notice]:
    unsure = [
        person
        for person in people
        if person.readiness is not None
        and person.readiness < READY_FROM
        and person.part is not Part.AWAY
    ]
    return [Notice(Look.NOT_READY, _called(unsure))] if unsure else []


def _names(people: Sequence[Person]) -> list[Notice]:
    counted = Counter(person.name.strip().casefold() for person in people if person.name.strip())
    twice = tuple(
        dict.fromkeys(
            person.name.strip() for person in people if counted[person.name.strip().casefold()] > 1
        )
    )
    found = [Notice(Look.SAME_NAME, twice[:1])] if twice else []
    if any(not person.name.strip() for person in people):
        found.append(Notice(Look.NO_NAME))
    return found


def _of(people: Sequence[Person], part: Part) -> list[Person]:
    return [person for person in people if person.part is part]


def _called(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.name.strip() for person in people if person.name.strip())
