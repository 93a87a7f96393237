"""Whether a longer practice talk is wise now, by what was answered in Prepare."""

from __future__ import annotations

from familysupport.context import AppContext
from familysupport.prepare.afterwards import After, Happened
from familysupport.prepare.content import read_safety
from familysupport.prepare.day import Day
from familysupport.prepare.safety import Outcome, SafetyAnswer, advise, has_professional
from familysupport.session import Session


def talk_is_open(session: Session, context: AppContext) -> bool:
    """Tell whether a whole talk may be practised; danger closes it until a professional is named.

    One hard moment stays open always.
    """
    answers = session.plan.items(SafetyAnswer)
    questions = read_safety(context.content)
    outcome = advise(questions, answers, context.clock.now()).outcome
    if outcome is Outcome.EMERGENCY:
        return False
    return outcome is not Outcome.DANGER or has_professional(session.people.people())


def day_is_over(session: Session, context: AppContext) -> bool:
    """Tell whether the real meeting was held: as the family said, or else by its date."""
    happened = session.plan.only(After).happened
    if happened is not Happened.OPEN:
        return happened is not Happened.NOT_HELD
    on = session.plan.only(Day).on
    return on is not None and on < context.clock.today()
