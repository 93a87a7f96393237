"""Treatment that is ready on the day: places compared, one held, and all that goes with a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from familysupport.prepare.items import Item


class Known(StrEnum):
    """What is known about a question one can ask."""

    NOT_ASKED = "not asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class TreatmentPlace(Item):
    """A place that could take the person in; `held` says that a place is kept free."""

    kind: ClassVar[str] = "treatment place"

    name: str = ""
    phone: str = ""
    medicines: Known = Known.NOT_ASKED
    medicines_from: str = ""
    levels: str = ""
    accredited: Known = Known.NOT_ASKED
    family_included: Known = Known.NOT_ASKED
    cost: str = ""
    insurance: str = ""
    waiting: str = ""
    held: bool = False
    admission: str = ""
    needs: str = ""
    note: str = ""


@dataclass(frozen=True)
class Ready(Item):
    """What is arranged around a yes; `driver` and `second` are uids of people."""

    kind: ClassVar[str] = "ready"

    second_way: str = ""
    driver: str = ""
    second: str = ""
    naloxone_in_car: bool = False
    bag: str = ""
    pets: str = ""
    children: str = ""
    work: str = ""
    rent: str = ""


def bag_lines(bag: str) -> tuple[str, ...]:
    """Return what goes into the bag, a line each."""
    return tuple(line.strip() for line in bag.splitlines() if line.strip())


def with_usual(bag: str, usual: Sequence[str]) -> str:
    """Return `bag` with the usual things added that are not in it yet."""
    there = {line.casefold() for line in bag_lines(bag)}
    return "\n".join([*bag_lines(bag), *(one for one in usual if one.casefold() not in there)])


def held(places: Sequence[TreatmentPlace]) -> TreatmentPlace | None:
    """Return the first place that is held."""
    return next((one for one in places if one.held), None)
