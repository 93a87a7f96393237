"""The people of a meeting: who they are and what each one does there."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """What somebody is to the person the meeting is for."""

    PARENT = "parent"
    PARTNER = "partner"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GROWN_CHILD = "grown child"
    OTHER_RELATIVE = "other relative"
    FRIEND = "friend"
    PROFESSIONAL = "professional"


class Part(StrEnum):
    """What somebody does at the meeting (roles: FACTS I-96)."""

    SPEAKS = "speaks"
    ASKS = "makes the ask"
    LEADS = "leads"
    SAFETY = "safety person"
    DRIVES = "driver"
    CHILDREN = "minds the children"
    AWAY = "stays away"

    @property
    def is_in_the_room(self) -> bool:
        """Return whether somebody with this part is at the meeting itself."""
        return self not in (Part.CHILDREN, Part.AWAY)

    @property
    def reads_aloud(self) -> bool:
        """Return whether this part has a place in the speaking order."""
        return self in (Part.SPEAKS, Part.ASKS)


class Person(NamedTuple):
    """One person of the plan; `id` is 0 until saved, `order` counts all people from 1.

    `readiness` says from 0 to 10 how sure they are to go through with it, None if nobody asked;
    `may_flare` that they might get loud or angry; `uid` is the same on every computer the plan is
    shared with.
    """

    id: int = 0
    name: str = ""
    relation: Relation = Relation.PARENT
    part: Part = Part.SPEAKS
    order: int = 0
    contact: str = ""
    note: str = ""
    updated_at: datetime | None = None
    readiness: int | None = None
    fear: str = ""
    may_flare: bool = False
    is_child: bool = False
    uid: str = ""
