"""The words for relations, parts and what is worth a look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.model import Part, Relation
from familysupport.prepare.order import Look, Notice


def relation_words() -> dict[Relation, str]:
    """Return what each relation is called on the screen, in the order it is offered."""
    say = QCoreApplication.translate
    return {
        Relation.PARENT: say("PrepareWords", "Parent"),
        Relation.PARTNER: say("PrepareWords", "Partner"),
        Relation.SIBLING: say("PrepareWords", "Brother or sister"),
        Relation.GRANDPARENT: say("PrepareWords", "Grandparent"),
        Relation.GROWN_CHILD: say("PrepareWords", "Grown son or daughter"),
        Relation.OTHER_RELATIVE: say("PrepareWords", "Other relative"),
        Relation.FRIEND: say("PrepareWords", "Friend"),
        Relation.PROFESSIONAL: say("PrepareWords", "Professional"),
    }


def part_words() -> dict[Part, str]:
    """Return what each part is called on the screen, in the order it is offered."""
    say = QCoreApplication.translate
    return {
        Part.SPEAKS: say("PrepareWords", "Reads a statement"),
        Part.ASKS: say("PrepareWords", "Reads a statement and makes the ask"),
        Part.LEADS: say("PrepareWords", "Leads the meeting"),
        Part.SAFETY: say("PrepareWords", "Safety person"),
        Part.DRIVES: say("PrepareWords", "Drives to treatment"),
        Part.CHILDREN: say("PrepareWords", "Minds the children, elsewhere"),
        Part.AWAY: say("PrepareWords", "Stays away"),
    }


def part_help() -> dict[Part, str]:
    """Return one sentence on what each part asks of a person (FACTS I-96)."""
    say = QCoreApplication.translate
    return {
        Part.SPEAKS: say("PrepareWords", "Reads out what they wrote, in the order of this list."),
        Part.ASKS: say(
            "PrepareWords", "Reads last, then asks the one question: will you go today?"
        ),
        Part.LEADS: say(
            "PrepareWords",
            "Opens the meeting, keeps it calm, and ends it if it stops being safe.",
        ),
        Part.SAFETY: say(
            "PrepareWords",
            "Has naloxone and a phone, sits near the door, watches the mood.",
        ),
        Part.DRIVES: say("PrepareWords", "Has the car ready, with a second adult beside them."),
        Part.CHILDREN: say("PrepareWords", "Looks after the children in another place."),
        Part.AWAY: say("PrepareWords", "Is not in the room. The note can say why."),
    }


def notice_words(notice: Notice) -> tuple[str, str]:
    """Return what is worth a look, and what can be done about it."""
    what, todo = _notices()[notice.look]
    return what.format(names=_listed(notice.names)), todo


def _notices() -> dict[Look, tuple[str, str]]:
    return _roles() | _voices() | _names()


def _roles() -> dict[Look, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Look.NOBODY_LEADS: (
            say("PrepareWords", "Nobody leads the meeting yet."),
            say("PrepareWords", "A trained professional is the safest choice."),
        ),
        Look.TWO_LEAD: (
            say("PrepareWords", "More than one person leads: {names}."),
            say("PrepareWords", "Agree on one, so that everybody knows whom to follow."),
        ),
        Look.NO_PROFESSIONAL: (
            say("PrepareWords", "{names} leads, and no professional is on the list."),
            say("PrepareWords", "Talk the plan over with a trained professional first."),
        ),
        Look.NOBODY_ASKS: (
            say("PrepareWords", "Nobody makes the ask yet."),
            say("PrepareWords", "Choose the one who asks: will you go today?"),
        ),
        Look.TWO_ASK: (
            say("PrepareWords", "More than one person makes the ask: {names}."),
            say("PrepareWords", "One clear question from one person is easier to answer."),
        ),
        Look.ASKS_TOO_EARLY: (
            say("PrepareWords", "{names} makes the ask before everybody has read."),
            say("PrepareWords", "Move them to the end of the speaking order."),
        ),
        Look.NO_SAFETY_PERSON: (
            say("PrepareWords", "There is no safety person yet."),
            say("PrepareWords", "Choose somebody who has naloxone and a phone and stays calm."),
        ),
    }


def _voices() -> dict[Look, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Look.CHILD_IN_ROOM: (
            say("PrepareWords", "A child would be in the room: {names}."),
            say("PrepareWords", "Let somebody mind them in another place, or set “Stays away”."),
        ),
        Look.ANGRY_FIRST: (
            say("PrepareWords", "{names} speaks first and may get angry."),
            say("PrepareWords", "Let the calmest and most trusted voice begin."),
        ),
        Look.ANGRY_THERE: (
            say("PrepareWords", "{names} may get angry in the room."),
            say("PrepareWords", "A letter read by somebody else can say the same, calmly."),
        ),
        Look.NOT_READY: (
            say("PrepareWords", "Not sure to go through with it: {names}."),
            say("PrepareWords", "Ask what they fear most, and practice just that with them."),
        ),
    }


def _names() -> dict[Look, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Look.SAME_NAME: (
            say("PrepareWords", "{names} is on the list more than once."),
            say("PrepareWords", "If these are two people, tell their names apart."),
        ),
        Look.NO_NAME: (
            say("PrepareWords", "Somebody on the list has no name yet."),
            say("PrepareWords", "Add the name, or delete the line."),
        ),
    }


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or QCoreApplication.translate("PrepareWords", "Somebody")
