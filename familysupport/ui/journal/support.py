"""Opens the pages after treatment begins, and hands over what Prepare holds for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from familysupport.context import AppContext
from familysupport.prepare.changes import Limit as PlannedLimit
from familysupport.prepare.treatment import TreatmentPlace, held
from familysupport.recovery.model import Contact, Limit, Supply, SupplyKind
from familysupport.session import Session
from familysupport.ui.journal.return_plan import Offers
from familysupport.ui.kit.preview import Machine
from familysupport.ui.recovery.page import Offers as RecoveryOffers
from familysupport.ui.recovery.page import RecoveryPage


def new_recovery_page(
    session: Session, context: AppContext, machine: Machine | None = None
) -> RecoveryPage:
    """Return the pages; what Prepare holds is only offered there, never taken over by itself."""
    offers = RecoveryOffers(
        limits=lambda: planned_limits(session, context),
        people=lambda: planned_people(session),
        place=lambda: planned_place(session),
    )
    return RecoveryPage(session.recovery, context, offers, machine)


def planned_limits(session: Session, context: AppContext) -> Sequence[Limit]:
    """Return the limits of the plan in the words of who keeps them, from today on."""
    names = {one.uid: one.name for one in session.people.people()}
    said = QCoreApplication.translate("Recovery", "{name}: I will {act}")
    bare = QCoreApplication.translate("Recovery", "I will {act}")
    today = context.clock.today()
    return [
        Limit(
            words=(said if names.get(one.person) else bare).format(
                name=names.get(one.person, ""), act=" ".join(one.act.split())
            ),
            since=today,
            uid=one.uid,
        )
        for one in session.plan.items(PlannedLimit)
        if one.act.strip()
    ]


def planned_people(session: Session) -> Sequence[Contact]:
    """Return the place that is held and the people of the plan, with what is noted to reach them.

    Children are left out.
    """
    place = held(session.plan.items(TreatmentPlace))
    places = [place] if place is not None and place.name.strip() else []
    return [
        Contact(name=one.name.strip(), number=" ".join(one.phone.split()), uid=one.uid)
        for one in places
    ] + [
        Contact(name=one.name.strip(), number=" ".join(one.contact.split()), uid=one.uid)
        for one in session.people.people()
        if one.name.strip() and not one.is_child
    ]


def planned_place(session: Session) -> str:
    """Return the name of the place that is held, or nothing."""
    place = held(session.plan.items(TreatmentPlace))
    return place.name.strip() if place is not None else ""


def plan_offers(session: Session) -> Offers:
    """Return what is noted after treatment begins and belongs into the plan for a return to use."""
    recovery = session.recovery

    def people() -> list[str]:
        parts = ((one.name, one.number, one.purpose) for one in recovery.items(Contact))
        return [" · ".join(part for part in found if part) for found in parts]

    def naloxone() -> list[str]:
        kept = (one for one in recovery.items(Supply) if one.kind is SupplyKind.NALOXONE)
        return [one.place for one in kept if one.place]

    def limits() -> list[str]:
        return [one.words for one in recovery.items(Limit)]

    return {"people": people, "naloxone": naloxone, "limits": limits}
