"""Whether a longer practice talk is wise now, by what was answered in Prepare."""

from __future__ import annotations

from familysupport.context import AppContext
from familysupport.prepare.content import read_safety
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
