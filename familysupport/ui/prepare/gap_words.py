"""The words for what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.checklist import Gap, Missing


def gap_words(one: Missing) -> str:
    """Return one missing thing as something to do."""
    names = ", ".join(one.names) or QCoreApplication.translate("PrepareGaps", "Somebody")
    return (_before() | _after())[one.gap].format(names=names, count=one.count)


def _before() -> dict[Gap, str]:
    say = QCoreApplication.translate
    return {
        Gap.SAFETY_STOP: say("PrepareGaps", "Read why a meeting is not safe now."),
        Gap.SAFETY_BEGIN: say("PrepareGaps", "Answer the safety questions."),
        Gap.SAFETY_OLD: say("PrepareGaps", "Answer the safety questions again: {count} are old."),
        Gap.SAFETY_BLANK: say("PrepareGaps", "Safety questions left blank: {count}."),
        Gap.NOTHING_TRIED: say("PrepareGaps", "Try the gentlest road first, and note how it went."),
        Gap.NO_PEOPLE: say("PrepareGaps", "List the people who could come."),
        Gap.PEOPLE_LOOK: say("PrepareGaps", "Look at who does what: {count} to look at."),
        Gap.NO_STATEMENT: say("PrepareGaps", "Still without a statement: {names}."),
    }


def _after() -> dict[Gap, str]:
    say = QCoreApplication.translate
    return {
        Gap.NO_CANDIDATE: say("PrepareGaps", "Look for a professional: call two or three."),
        Gap.NOBODY_CHOSEN: say("PrepareGaps", "Choose a professional among those you compared."),
        Gap.SIGNS: say("PrepareGaps", "Warning signs about {names}: {count}. Look again."),
        Gap.NO_PLACE_HELD: say("PrepareGaps", "Find a treatment place and have it held."),
        Gap.PLACE_UNKNOWN: say("PrepareGaps", "Ask {names} for a phone number and an hour."),
        Gap.NO_SECOND_WAY: say("PrepareGaps", "Choose a second way that needs no bed."),
        Gap.NO_DRIVER: say("PrepareGaps", "Choose driver, second adult, naloxone in the car."),
        Gap.NO_BAG: say("PrepareGaps", "Write the list for the bag."),
        Gap.NO_STOPS: say("PrepareGaps", "Write down what you stop, and what you do instead."),
        Gap.VITAL_STOP: say("PrepareGaps", "Look again at what could keep them alive: {count}."),
        Gap.NO_INSTEAD: say("PrepareGaps", "What do you do instead? Open: {count}."),
        Gap.NO_LIMITS: say("PrepareGaps", "Write down the limits you can keep."),
        Gap.NOT_SAID: say("PrepareGaps", "The day is past. Note what happened."),
        Gap.OPEN_ANSWERS: say(
            "PrepareGaps", "Make answers ready, with who says them. Open: {count}."
        ),
        Gap.LONG_ANSWERS: say("PrepareGaps", "Shorten the answers that are too long: {count}."),
        Gap.OPEN_OBJECTIONS: say("PrepareGaps", "Answer the objections you expect: {count}."),
        Gap.NO_DAY: say("PrepareGaps", "Choose the day, when the rest is ready."),
        Gap.DAY_PAST: say("PrepareGaps", "The day is past: choose a new one."),
        Gap.NO_MEETING_PLACE: say("PrepareGaps", "Choose a quiet place to meet."),
        Gap.NO_RULES: say("PrepareGaps", "Agree on ground rules."),
        Gap.NO_THEN: say("PrepareGaps", "What if a limit gets hard to keep? Open: {count}."),
    }
