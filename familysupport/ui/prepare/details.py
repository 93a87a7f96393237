"""The quiet line under each section's name: how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.checklist import Place, missing
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import next_road
from familysupport.prepare.treatment import held
from familysupport.ui.prepare.road_words import next_in_short
from familysupport.ui.prepare.safety_words import outcome_in_short


def detail_words(plan: Plan, place: Place) -> str:
    """Return how far a section is, in a few words."""
    say = QCoreApplication.translate
    details = {
        Place.SAFETY: outcome_in_short()[plan.advice.outcome],
        Place.ROAD: next_in_short()[next_road(plan.advice.outcome, plan.tries)],
        Place.TREATMENT: _treatment(plan),
        Place.STOPS: say("PrepareDetails", "{count} written").format(count=len(plan.stops)),
        Place.LIMITS: say("PrepareDetails", "{count} written").format(count=len(plan.limits)),
        Place.NEXT: _missing(plan),
        Place.PEOPLE: say("PrepareDetails", "{count} on the list").format(count=len(plan.people)),
    }
    return details.get(place, "")


def _treatment(plan: Plan) -> str:
    place = held(plan.places)
    say = QCoreApplication.translate
    if place is not None and place.name.strip():
        return say("PrepareDetails", "held at {name}").format(name=place.name.strip())
    return say("PrepareDetails", "{count} compared").format(count=len(plan.places))


def _missing(plan: Plan) -> str:
    count = len(missing(plan))
    if not count:
        return QCoreApplication.translate("PrepareDetails", "nothing")
    return QCoreApplication.translate("PrepareDetails", "{count} things").format(count=count)
