"""What Prepare knows that helps to write: the ask, what somebody stops, the limits they keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from familysupport.content.library import Library
from familysupport.prepare.model import Person
from familysupport.session import Session
from familysupport.statements.model import Statement

if TYPE_CHECKING:  # the plan's own words are fetched when they are asked for
    from familysupport.prepare.for_statements import Offer


class FromPrepare:
    """Looks things up in the plan for the statement in front; nothing is put in unasked."""

    def __init__(
        self, session: Session, content: Library, current: Callable[[], Statement]
    ) -> None:
        self._session = session
        self._content = content
        self._current = current

    def relation(self) -> str:
        """Return what the writer is to the person, as Prepare keeps it; empty if it is unknown."""
        person = self._person()
        return person.relation.value if person else ""

    def ask(self) -> tuple[str, str, str, str]:
        """Return treatment, place, time and who goes along; what is not planned is empty."""
        from familysupport.prepare.treatment import Ready, TreatmentPlace

        places = self._session.plan.items(TreatmentPlace)
        held = next((one for one in places if one.held), None)
        by_uid = {person.uid: person.name.strip() for person in self._session.people.people()}
        ready = next(iter(self._session.plan.items(Ready)), Ready())
        names = [by_uid.get(uid, "") for uid in (ready.driver, ready.second) if uid]
        goes = " + ".join(name for name in names if name)
        if held is None:
            return "", "", "", goes
        return held.levels.strip(), held.name.strip(), held.admission.strip(), goes

    def stops(self) -> tuple[str, ...]:
        """Return sentences about what the writer stops, from their own words in Prepare."""
        return self._offer().stops

    def limits(self) -> tuple[str, ...]:
        """Return sentences about the limits the writer keeps, from their own words in Prepare."""
        return self._offer().if_no

    def _offer(self) -> Offer:
        from familysupport.prepare.changes import Limit, Stop
        from familysupport.prepare.content import read_changes
        from familysupport.prepare.for_statements import Offer, offers

        person = self._person()
        if person is None:
            return Offer()
        plan = self._session.plan
        texts = read_changes(self._content)
        return offers(person.uid, plan.items(Stop), plan.items(Limit), texts)

    def _person(self) -> Person | None:
        written = self._current()
        people = self._session.people.people()
        return next((one for one in people if written.is_by(one.id, one.name)), None)
