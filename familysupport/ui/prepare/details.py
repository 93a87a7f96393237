"""The quiet line under each section's name: how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.afterwards import Happened
from familysupport.prepare.answers import ready
from familysupport.prepare.checklist import Place, missing
from familysupport.prepare.day import starts_at
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import next_road
from familysupport.prepare.safety import may_schedule
from familysupport.prepare.treatment import held
from familysupport.prepare.vetting import chosen
from familysupport.ui.prepare.days import short_day
from familysupport.ui.prepare.road_words import next_in_short
from familysupport.ui.prepare.safety_words import outcome_in_short
from familysupport.ui.prepare.timeline import hour_words


def detail_words(plan: Plan, place: Place) -> str:
    """Return how far a section is, in a few words."""
    say = QCoreApplication.translate
    details = {
        Place.SAFETY: outcome_in_short()[plan.advice.outcome],
        Place.ROAD: next_in_short()[next_road(plan.advice.outcome, plan.tries)],
        Place.INTERVENTIONIST: _interventionist(plan),
        Place.TREATMENT: _treatment(plan),
        Place.STOPS: say("PrepareDetails", "{count} written").format(count=len(plan.stops)),
        Place.LIMITS: say("PrepareDetails", "{count} written").format(count=len(plan.limits)),
        Place.DAY: _day(plan),
        Place.ANSWERS: say("PrepareDetails", "{count} of {total} answers ready").format(
            count=len(ready(plan.answers) & set(plan.responses)), total=len(plan.responses)
        ),
        Place.AFTER: _after(plan),
        Place.NEXT: _missing(plan),
        Place.SHARE: say("PrepareDetails", "a locked file"),
        Place.PAPER: say("PrepareDetails", "eight sheets"),
        Place.PEOPLE: say("PrepareDetails", "{count} on the list").format(count=len(plan.people)),
    }
    return details.get(place, "")


def _interventionist(plan: Plan) -> str:
    say = QCoreApplication.translate
    one = chosen(plan.candidates)
    if one is not None and one.name.strip():
        return say("PrepareDetails", "chosen: {name}").format(name=one.name.strip())
    return say("PrepareDetails", "{count} compared").format(count=len(plan.candidates))


def _treatment(plan: Plan) -> str:
    place = held(plan.places)
    say = QCoreApplication.translate
    if place is not None and place.name.strip():
        return say("PrepareDetails", "held at {name}").format(name=place.name.strip())
    return say("PrepareDetails", "{count} compared").format(count=len(plan.places))


def _day(plan: Plan) -> str:
    say = QCoreApplication.translate
    if not may_schedule(plan.advice, plan.people):
        return say("PrepareDetails", "closed for now")
    start = starts_at(plan.day, plan.zone)
    if start is None:
        return say("PrepareDetails", "no day yet")
    return say("PrepareDetails", "{day}, {hour}").format(
        day=short_day(start.date()), hour=hour_words(start)
    )


def _after(plan: Plan) -> str:
    say = QCoreApplication.translate
    if plan.after.happened is Happened.OPEN:
        return say("PrepareDetails", "when the day is past")
    return say("PrepareDetails", "noted")


def _missing(plan: Plan) -> str:
    count = len(missing(plan))
    if not count:
        return QCoreApplication.translate("PrepareDetails", "nothing")
    return QCoreApplication.translate("PrepareDetails", "{count} things").format(count=count)
