"""The words for what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.checklist import Gap, Missing


def gap_words(one: Missing) -> str:
    """Return one missing thing as something to do."""
    names = ", ".join(one.names) or QCoreApplication.translate("PrepareGaps", "Somebody")
    return _words()[one.gap].format(names=names, count=one.count)


def _words() -> dict[Gap, str]:
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
