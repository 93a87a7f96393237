"""The words for roads, for what happened on them, and for what is best done next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.road import Next, Result, Road


def road_words() -> dict[Road, str]:
    """Return what each road is called in short."""
    say = QCoreApplication.translate
    return {
        Road.TALK: say("PrepareRoad", "Talk"),
        Road.INVITATION: say("PrepareRoad", "Open invitation"),
        Road.MEETING: say("PrepareRoad", "Prepared meeting"),
    }


def result_words() -> dict[Result, str]:
    """Return the ways in which a try can go."""
    say = QCoreApplication.translate
    return {
        Result.LISTENED: say("PrepareRoad", "They listened"),
        Result.STEP: say("PrepareRoad", "They said yes to a small step"),
        Result.YES: say("PrepareRoad", "They said yes to treatment"),
        Result.NO: say("PrepareRoad", "They said no, or would not talk"),
        Result.UNSAFE: say("PrepareRoad", "It did not feel safe"),
    }


def next_in_short() -> dict[Next, str]:
    """Return what is next in a few words, for a list."""
    say = QCoreApplication.translate
    return {
        Next.HELP_NOW: say("PrepareRoad", "get help now"),
        Next.ADVOCATE: say("PrepareRoad", "advice in private first"),
        Next.SAFETY_FIRST: say("PrepareRoad", "look at safety again"),
        Next.WAIT: say("PrepareRoad", "wait, and change this first"),
        Next.ACT_TODAY: say("PrepareRoad", "go today"),
        Next.SUPPORT_STEP: say("PrepareRoad", "help with the small step"),
        Next.TALK: say("PrepareRoad", "next: talk"),
        Next.INVITATION: say("PrepareRoad", "next: open invitation"),
        Next.MEETING: say("PrepareRoad", "next: prepared meeting"),
        Next.PROFESSIONAL: say("PrepareRoad", "next: a professional’s advice"),
    }


def next_words() -> dict[Next, tuple[str, str]]:
    """Return what is best done next, and why."""
    return _stops() | _acts() | _roads()


def _stops() -> dict[Next, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Next.HELP_NOW: (
            say("PrepareRoad", "Get help now"),
            say("PrepareRoad", "This is an emergency. No road goes past that."),
        ),
        Next.ADVOCATE: (
            say("PrepareRoad", "First get advice in private"),
            say(
                "PrepareRoad",
                "Somebody may be in danger. Talk with a domestic violence line and a professional "
                "before you try any road.",
            ),
        ),
        Next.SAFETY_FIRST: (
            say("PrepareRoad", "First look at safety again"),
            say(
                "PrepareRoad",
                "The last try did not feel safe. Answer the safety questions again, and talk with "
                "somebody who knows about it, before you try anything else.",
            ),
        ),
        Next.WAIT: (
            say("PrepareRoad", "Wait, and change this first"),
            say(
                "PrepareRoad",
                "Your answers to the safety questions say why. While you wait you can learn to "
                "talk so that it can be heard, and look after yourself.",
            ),
        ),
    }


def _acts() -> dict[Next, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Next.ACT_TODAY: (
            say("PrepareRoad", "They said yes: go today"),
            say(
                "PrepareRoad",
                "A yes fades fast. Call the place, go with them, and take naloxone along. A "
                "meeting is not needed any more.",
            ),
        ),
        Next.SUPPORT_STEP: (
            say("PrepareRoad", "Help with the small step"),
            say(
                "PrepareRoad",
                "Any step counts. Book it, drive them, thank them. The next step is easier to ask "
                "for afterwards.",
            ),
        ),
        Next.PROFESSIONAL: (
            say("PrepareRoad", "Talk it over with a professional"),
            say(
                "PrepareRoad",
                "Two meetings brought a no. Do not try harder by yourselves. Go on with your own "
                "help, keep the offer open, and let somebody trained look at it with you.",
            ),
        ),
    }


def _roads() -> dict[Next, tuple[str, str]]:
    say = QCoreApplication.translate
    return {
        Next.TALK: (
            say("PrepareRoad", "Next: talk"),
            say(
                "PrepareRoad",
                "The gentlest road has the best results in studies. One no is not the end of it: "
                "the right moment may be another one.",
            ),
        ),
        Next.INVITATION: (
            say("PrepareRoad", "Next: an open invitation"),
            say(
                "PrepareRoad",
                "Invite them to talk with you and a trained helper, and say who will be there and "
                "why.",
            ),
        ),
        Next.MEETING: (
            say("PrepareRoad", "Next: a prepared meeting"),
            say(
                "PrepareRoad",
                "With a professional, with treatment ready that day, and with an answer ready for "
                "a no. The other parts of this plan lead you through it.",
            ),
        ),
    }
