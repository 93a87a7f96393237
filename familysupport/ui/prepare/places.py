"""The sections by name, in their groups and their order."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.checklist import Place


def place_words() -> dict[Place, str]:
    """Return the name of each section."""
    say = QCoreApplication.translate
    return {
        Place.SAFETY: say("PreparePlaces", "Is a meeting safe?"),
        Place.ROAD: say("PreparePlaces", "Which road?"),
        Place.INTERVENTIONIST: say("PreparePlaces", "Choosing a professional"),
        Place.TREATMENT: say("PreparePlaces", "Treatment ready today"),
        Place.STOPS: say("PreparePlaces", "What we stop, what we do instead"),
        Place.LIMITS: say("PreparePlaces", "Limits we will keep"),
        Place.DAY: say("PreparePlaces", "Time and place"),
        Place.ANSWERS: say("PreparePlaces", "If it goes another way"),
        Place.AFTER: say("PreparePlaces", "Afterwards"),
        Place.NEXT: say("PreparePlaces", "What is missing"),
        Place.PAPER: say("PreparePlaces", "Print the plan"),
        Place.SHARE: say("PreparePlaces", "Share with a relative"),
        Place.PEOPLE: say("PreparePlaces", "People and order"),
    }


def groups() -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Return the groups of sections as they stand at the left."""
    say = QCoreApplication.translate
    return (
        (say("PreparePlaces", "Before anything"), (Place.SAFETY, Place.ROAD)),
        (
            say("PreparePlaces", "Who and where"),
            (Place.PEOPLE, Place.INTERVENTIONIST, Place.TREATMENT),
        ),
        (say("PreparePlaces", "What changes"), (Place.STOPS, Place.LIMITS)),
        (say("PreparePlaces", "The day"), (Place.DAY, Place.ANSWERS, Place.AFTER)),
        (say("PreparePlaces", "The whole"), (Place.NEXT, Place.PAPER, Place.SHARE)),
    )
