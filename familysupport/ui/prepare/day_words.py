"""The words for what is odd about an hour, and for how many days are left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.day import Odd, days_left
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import may_schedule


def odd_words() -> dict[Odd, str]:
    """Return what is odd about an hour, and what to do about it."""
    say = QCoreApplication.translate
    return {
        Odd.PAST: say("PrepareDay", "This day is past. Choose a new one, or note what happened."),
        Odd.NO_SUCH_HOUR: say(
            "PrepareDay",
            "The clocks are put forward that night: this hour does not exist. The times below "
            "start one hour later.",
        ),
        Odd.HOUR_TWICE: say(
            "PrepareDay",
            "The clocks are put back that night: this hour comes twice. Say clearly which one you "
            "mean; below it is the first.",
        ),
        Odd.OVER_MIDNIGHT: say(
            "PrepareDay", "The meeting would go past midnight. Choose an hour when all are awake."
        ),
        Odd.CLOCKS_CHANGE: say("PrepareDay", "The clocks change during the meeting."),
    }


def days_until(plan: Plan) -> str:
    """Return how long it is until the day; nothing while choosing one is closed."""
    if not may_schedule(plan.advice, plan.people):
        return ""
    return days_words(days_left(plan.day, plan.now.date()))


def days_words(days: int | None) -> str:
    """Return how long it is until the day, or nothing while none is set."""
    say = QCoreApplication.translate
    if days is None:
        return ""
    if days == 0:
        return say("PrepareDay", "The meeting is today.")
    if days == 1:
        return say("PrepareDay", "The meeting is tomorrow.")
    if days > 1:
        return say("PrepareDay", "{count} days until the meeting.").format(count=days)
    if days == -1:
        return say("PrepareDay", "The day was yesterday.")
    return say("PrepareDay", "The day was {count} days ago.").format(count=-days)
