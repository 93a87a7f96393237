"""Opens the pages after treatment begins, and hands over what Prepare holds for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from familysupport.context import AppContext
from familysupport.prepare.changes import Limit as PlannedLimit
from familysupport.recovery.model import Contact, Limit
from familysupport.session import Session
from familysupport.ui.kit.preview import Machine
from familysupport.ui.recovery.page import Offers, RecoveryPage


def new_recovery_page(
    session: Session, context: AppContext, machine: Machine | None = None
) -> RecoveryPage:
    """Return the pages; what Prepare holds is only offered there, never taken over by itself."""
    offers = Offers(
        limits=lambda: planned_limits(session, context),
        people=lambda: planned_people(session),
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
    """Return the people of the plan, but for children, with what is noted to reach them."""
    return [
        Contact(name=one.name.strip(), number=" ".join(one.contact.split()), uid=one.uid)
        for one in session.people.people()
        if one.name.strip() and not one.is_child
    ]
