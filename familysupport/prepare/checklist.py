"""What is missing, told from what is there: nobody ticks anything off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from familysupport.prepare.afterwards import Happened
from familysupport.prepare.answers import is_long, ready
from familysupport.prepare.day import days_left
from familysupport.prepare.model import Person
from familysupport.prepare.order import notices, speakers
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import Outcome, has_professional, may_schedule
from familysupport.prepare.treatment import bag_lines, held
from familysupport.prepare.vetting import chosen, signs


class Place(StrEnum):
    """The sections of the plan."""

    SAFETY = "safety"
    ROAD = "road"
    INTERVENTIONIST = "interventionist"
    TREATMENT = "treatment"
    STOPS = "stops"
    LIMITS = "limits"
    DAY = "day"
    ANSWERS = "answers"
    AFTER = "after"
    NEXT = "next"
    PAPER = "paper"
    SHARE = "share"
    PEOPLE = "people"


class Gap(Enum):
    """One kind of thing that is missing or worth a look."""

    SAFETY_STOP = auto()
    SAFETY_BEGIN = auto()
    SAFETY_OLD = auto()
    SAFETY_BLANK = auto()
    NOTHING_TRIED = auto()
    NO_PEOPLE = auto()
    PEOPLE_LOOK = auto()
    NO_STATEMENT = auto()
    NO_CANDIDATE = auto()
    NOBODY_CHOSEN = auto()
    SIGNS = auto()
    NO_PLACE_HELD = auto()
    PLACE_UNKNOWN = auto()
    NO_SECOND_WAY = auto()
    NO_DRIVER = auto()
    NO_BAG = auto()
    NO_STOPS = auto()
    VITAL_STOP = auto()
    NO_INSTEAD = auto()
    NO_LIMITS = auto()
    NO_THEN = auto()
    NO_DAY = auto()
    NOT_SAID = auto()
    OPEN_ANSWERS = auto()
    LONG_ANSWERS = auto()
    OPEN_OBJECTIONS = auto()
    DAY_PAST = auto()
    NO_MEETING_PLACE = auto()
    NO_RULES = auto()


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, where it belongs, and the names or the number it is about."""

    gap: Gap
    place: Place
    names: tuple[str, ...] = ()
    count: int = 0


def missing(plan: Plan) -> list[Missing]:
    """Return what is missing, in the order in which it is best done."""
    return [one for look in _LOOKS for one in look(plan)]


def is_done(plan: Plan, place: Place) -> bool:
    """Return whether nothing is missing in a section; the list of it all is done at the end."""
    if place is Place.DAY and not may_schedule(plan.advice, plan.people):
        return False
    if place is Place.AFTER and plan.after.happened is Happened.OPEN:
        return False
    if place in (Place.PAPER, Place.SHARE):
        return False
    if place is Place.NEXT:
        return not missing(plan)
    return not any(one.place is place for one in missing(plan))


def _safety(plan: Plan) -> list[Missing]:
    advice = plan.advice
    if advice.outcome is Outcome.NOTHING:
        return [Missing(Gap.SAFETY_BEGIN, Place.SAFETY)]
    found = []
    if advice.outcome in (Outcome.EMERGENCY, Outcome.DANGER, Outcome.NOT_NOW):
        found.append(Missing(Gap.SAFETY_STOP, Place.SAFETY))
    blank = len([one for one in advice.blank if one not in advice.old])
    if advice.old:
        found.append(Missing(Gap.SAFETY_OLD, Place.SAFETY, count=len(advice.old)))
    if blank:
        found.append(Missing(Gap.SAFETY_BLANK, Place.SAFETY, count=blank))
    return found


def _road(plan: Plan) -> list[Missing]:
    return [] if plan.tries else [Missing(Gap.NOTHING_TRIED, Place.ROAD)]


def _people(plan: Plan) -> list[Missing]:
    if not plan.people:
        return [Missing(Gap.NO_PEOPLE, Place.PEOPLE)]
    looks = len(notices(plan.people))
    return [Missing(Gap.PEOPLE_LOOK, Place.PEOPLE, count=looks)] if looks else []


def _statements(plan: Plan) -> list[Missing]:
    silent = [one for one in speakers(plan.people) if not plan.seconds.get(one.id)]
    return [Missing(Gap.NO_STATEMENT, Place.PEOPLE, _named(silent))] if silent else []


def _interventionist(plan: Plan) -> list[Missing]:
    if not plan.candidates:
        if has_professional(plan.people):
            return []
        return [Missing(Gap.NO_CANDIDATE, Place.INTERVENTIONIST)]
    one = chosen(plan.candidates)
    if one is None:
        return [Missing(Gap.NOBODY_CHOSEN, Place.INTERVENTIONIST)]
    found = signs(one)
    if found:
        names = (one.name.strip(),) if one.name.strip() else ()
        return [Missing(Gap.SIGNS, Place.INTERVENTIONIST, names, len(found))]
    return []


def _treatment(plan: Plan) -> list[Missing]:
    place, ready = held(plan.places), plan.ready
    if place is None:
        found = [Missing(Gap.NO_PLACE_HELD, Place.TREATMENT)]
    elif not (place.phone.strip() and place.admission.strip()):
        found = [Missing(Gap.PLACE_UNKNOWN, Place.TREATMENT, (place.name.strip(),))]
    else:
        found = []
    if not ready.second_way.strip():
        found.append(Missing(Gap.NO_SECOND_WAY, Place.TREATMENT))
    if not (ready.driver and ready.second and ready.naloxone_in_car):
        found.append(Missing(Gap.NO_DRIVER, Place.TREATMENT))
    if not bag_lines(ready.bag):
        found.append(Missing(Gap.NO_BAG, Place.TREATMENT))
    return found


def _stops(plan: Plan) -> list[Missing]:
    if not plan.stops:
        return [Missing(Gap.NO_STOPS, Place.STOPS)]
    open_ones = sum(1 for one in plan.stops if not (one.act.strip() and one.instead.strip()))
    found = []
    if plan.vital:
        found.append(Missing(Gap.VITAL_STOP, Place.STOPS, count=plan.vital))
    if open_ones:
        found.append(Missing(Gap.NO_INSTEAD, Place.STOPS, count=open_ones))
    return found


def _limits(plan: Plan) -> list[Missing]:
    if not plan.limits:
        return [Missing(Gap.NO_LIMITS, Place.LIMITS)]
    open_ones = sum(1 for one in plan.limits if not (one.act.strip() and one.then.strip()))
    return [Missing(Gap.NO_THEN, Place.LIMITS, count=open_ones)] if open_ones else []


def _day(plan: Plan) -> list[Missing]:
    if not may_schedule(plan.advice, plan.people):
        return []
    left = days_left(plan.day, plan.now.date())
    found = []
    if left is None:
        found.append(Missing(Gap.NO_DAY, Place.DAY))
    elif left < 0 and plan.after.happened is Happened.OPEN:
        found.append(Missing(Gap.DAY_PAST, Place.DAY))
    if not plan.day.place.strip():
        found.append(Missing(Gap.NO_MEETING_PLACE, Place.DAY))
    if not plan.day.rules.strip():
        found.append(Missing(Gap.NO_RULES, Place.DAY))
    return found


def _answers(plan: Plan) -> list[Missing]:
    there = ready(plan.answers)
    open_ones = [one for one in plan.responses if one not in there]
    said = [one.words for one in plan.answers] + [one.words for one in plan.objections]
    long_ones = sum(1 for words in said if is_long(words))
    waiting = sum(1 for one in plan.objections if not one.words.strip())
    counts = (
        (Gap.OPEN_ANSWERS, len(open_ones)),
        (Gap.LONG_ANSWERS, long_ones),
        (Gap.OPEN_OBJECTIONS, waiting),
    )
    return [Missing(gap, Place.ANSWERS, count=count) for gap, count in counts if count]


def _after(plan: Plan) -> list[Missing]:
    left = days_left(plan.day, plan.now.date())
    if left is None or left >= 0 or plan.after.happened is not Happened.OPEN:
        return []
    return [Missing(Gap.NOT_SAID, Place.AFTER)]


def _named(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.name.strip() for person in people if person.name.strip())


_LOOKS: tuple[Callable[[Plan], list[Missing]], ...] = (
    _after,
    _safety,
    _road,
    _people,
    _interventionist,
    _treatment,
    _statements,
    _stops,
    _limits,
    _day,
    _answers,
)
