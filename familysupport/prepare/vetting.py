"""Interventionists side by side, and what is a warning sign (FACTS I-60 to I-84)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from familysupport.prepare.items import Item
from familysupport.prepare.treatment import Known

MOST = 8
"""More than so many cannot be compared on one page."""


class Decision(StrEnum):
    """How far the choice is."""

    TO_CALL = "to call"
    CALLED = "called"
    CHOSEN = "chosen"
    NOT_THIS_ONE = "not this one"


class Sign(StrEnum):
    """A warning sign; the words for it are content."""

    PAID = "paid"
    MEDICINES = "medicines"
    SCREENING = "screening"
    PRICE = "price"
    UNVERIFIED = "unverified"
    NO_PLAN = "no-plan"


@dataclass(frozen=True)
class Candidate(Item):
    """One interventionist; `credentials` are the letters as they give them."""

    kind: ClassVar[str] = "interventionist"

    name: str = ""
    phone: str = ""
    credentials: str = ""
    verified_on: date | None = None
    model: str = ""
    medicines_welcome: Known = Known.NOT_ASKED
    screens: Known = Known.NOT_ASKED
    paid_by_place: Known = Known.NOT_ASKED
    price_in_writing: Known = Known.NOT_ASKED
    price: str = ""
    plan_for_no: Known = Known.NOT_ASKED
    references: str = ""
    note: str = ""
    decision: Decision = Decision.TO_CALL


def signs(one: Candidate) -> list[Sign]:
    """Return the warning signs in what a candidate answered; nothing for what was not asked."""
    checks = (
        (Sign.PAID, one.paid_by_place is Known.YES),
        (Sign.MEDICINES, one.medicines_welcome is Known.NO),
        (Sign.SCREENING, one.screens is Known.NO),
        (Sign.PRICE, one.price_in_writing is Known.NO),
        (Sign.NO_PLAN, one.plan_for_no is Known.NO),
        (Sign.UNVERIFIED, one.decision is Decision.CHOSEN and one.verified_on is None),
    )
    return [sign for sign, true in checks if true]


def chosen(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the first who was chosen."""
    return next((one for one in candidates if one.decision is Decision.CHOSEN), None)


def unanswered(one: Candidate) -> int:
    """Return how many of the questions with yes or no were not asked yet."""
    asked = (
        one.medicines_welcome,
        one.screens,
        one.paid_by_place,
        one.price_in_writing,
        one.plan_for_no,
    )
    return sum(1 for known in asked if known is Known.NOT_ASKED)
