"""The words for what the safety questions lead to, and for the answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.safety import Outcome, Reply


def outcome_words() -> dict[Outcome, tuple[str, str]]:
    """Return for each outcome its name and what it means for the family."""
    return _open() | _closed()


def outcome_in_short() -> dict[Outcome, str]:
    """Return each outcome in a few words, for a list."""
    say = QCoreApplication.translate
    return {
        Outcome.NOTHING: say("PrepareSafety", "not begun"),
        Outcome.GO_ON: say("PrepareSafety", "go on with a professional"),
        Outcome.UNFINISHED: say("PrepareSafety", "it cannot be said yet"),
        Outcome.NOT_NOW: say("PrepareSafety", "not now"),
        Outcome.DANGER: say("PrepareSafety", "not now: somebody may be in danger"),
        Outcome.EMERGENCY: say("PrepareSafety", "stop: this is an emergency"),
    }


def reply_words() -> dict[Reply, str]:
    """Return the answers in the order in which they are offered."""
    say = QCoreApplication.translate
    return {
        Reply.YES: say("PrepareSafety", "Yes"),
        Reply.UNSURE: say("PrepareSafety", "Not sure"),
        Reply.NO: say("PrepareSafety", "No"),
    }


def _open() -> dict[Outcome, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Outcome.NOTHING: (
            say("PrepareSafety", "Before anything else"),
            say(
                "PrepareSafety",
                "Some meetings do harm. These questions help you see if yours could. Answer yes, "
                "no or not sure, or leave a question blank. Some of them are hard: answer them "
                "where nobody looks over your shoulder. They are not a test, and there is no "
                "score.",
            ),
        ),
        Outcome.GO_ON: (
            say("PrepareSafety", "Go on with a professional"),
            say(
                "PrepareSafety",
                "Nothing in your answers speaks against planning. That does not make a meeting "
                "safe. A professional sees what a family cannot see: talk your answers over with "
                "one before you choose a day.",
            ),
        ),
        Outcome.UNFINISHED: (
            say("PrepareSafety", "It cannot be said yet"),
            say(
                "PrepareSafety",
                "Some questions that could stop a meeting have no answer, or their answer is old. "
                "If you cannot answer one, “not sure” is an answer too.",
            ),
        ),
    }


def _closed() -> dict[Outcome, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Outcome.NOT_NOW: (
            say("PrepareSafety", "Not now"),
            say(
                "PrepareSafety",
                "As things stand, do not hold a meeting. Below is why, what can be done about it, "
                "and whom to call. You can help in other ways while you wait.",
            ),
        ),
        Outcome.DANGER: (
            say("PrepareSafety", "Not now: somebody may be in danger"),
            say(
                "PrepareSafety",
                "Do not plan a meeting by yourselves. Talk with a domestic violence line and with "
                "a professional first, alone, from a phone that nobody else looks at. Choosing a "
                "day opens here when a professional with a name is among the people of the plan. "
                "You can read everything.",
            ),
        ),
        Outcome.EMERGENCY: (
            say("PrepareSafety", "Stop. This is an emergency"),
            say("PrepareSafety", "Leave the plan. Get help now."),
        ),
    }
