"""The words for what a practice talk shows: what a reply did, how somebody looks, how it ended."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from familysupport.rehearse.mood import Code, Difficulty, Mood
from familysupport.rehearse.roleplay import Outcome

_HOT, _WARM, _OPEN, _ASHAMED = 7.0, 4.5, 5.0, 6.0
_NOTICED = 0.1


def did_words(codes: Iterable[Code]) -> str:
    """Return what a reply did, in a few words; nothing found is said as such."""
    found = [_code_words()[code] for code in codes]
    return " · ".join(found) if found else _tr("not rated")


def look_words(mood: Mood) -> str:
    """Return how the made-up person looks in a mood."""
    if mood.heat >= _HOT:
        return _tr("very angry")
    if mood.heat >= _WARM:
        return _tr("tense")
    if mood.openness >= _OPEN:
        return _tr("listening")
    return _tr("looking down") if mood.shame >= _ASHAMED else _tr("guarded")


def compared_words(first: Mood, now: Mood, name: str) -> str:
    """Return how somebody is after the second way, compared with the first."""
    found = []
    for change, more, less in (
        (first.heat - now.heat, _tr("calmer"), _tr("more tense")),
        (now.trust - first.trust, _tr("more trusting"), _tr("less trusting")),
        (now.openness - first.openness, _tr("more open"), _tr("less open")),
    ):
        if abs(change) >= _NOTICED:
            found.append(more if change > 0 else less)
    if not found:
        return _tr("{name} took both in much the same way.").format(name=name)
    return _tr("This time {name} is {how}.").format(name=name, how=", ".join(found))


def difficulty_words(difficulty: Difficulty) -> str:
    """Return the name of a difficulty."""
    return {
        Difficulty.EASY: _tr("Gentler than usual"),
        Difficulty.TYPICAL: _tr("As people often are"),
        Difficulty.HARD: _tr("Harder than usual"),
    }[difficulty]


def end_words(outcome: Outcome | None, name: str) -> str:
    """Return how a talk ended."""
    words = {
        Outcome.AGREED: _tr("{name} said yes today."),
        Outcome.PARTLY: _tr("{name} said yes to a part of it. Any step counts."),
        Outcome.NOT_TODAY: _tr("{name} said not today. The offer stands."),
        Outcome.REFUSED: _tr("{name} said no. The offer stands."),
        Outcome.WALKED_OUT: _tr("{name} left. The offer stands."),
        Outcome.PRACTISED: _tr("You practiced three turns."),
        Outcome.STOPPED: _tr("You stopped. That is always all right."),
    }
    return words[outcome or Outcome.STOPPED].format(name=name)


def practice_only() -> str:
    """Return the sentence that stands under every talk."""
    return _tr("This is practice with a made-up person. It cannot tell what yours will do.")


def _code_words() -> dict[Code, str]:
    return {
        Code.LISTEN: _tr("listened"),
        Code.AFFIRM: _tr("saw something good"),
        Code.AUTONOMY: _tr("left the choice"),
        Code.FEEL: _tr("said what you feel"),
        Code.FACT: _tr("one thing you saw"),
        Code.OWN: _tr("owned your part"),
        Code.OFFER: _tr("offered help"),
        Code.ASK: _tr("asked"),
        Code.HOLD: _tr("held your line"),
        Code.PAUSE: _tr("gave time"),
        Code.HANDOVER: _tr("let another speak"),
        Code.SAFE: _tr("kept safe"),
        Code.CONFRONT: _tr("accused"),
        Code.LECTURE: _tr("explained too much"),
        Code.DEBATE: _tr("argued"),
        Code.THREAT: _tr("threatened"),
        Code.CAVE: _tr("gave up the ask"),
        Code.RESCUE: _tr("covered or paid"),
        Code.GUILT: _tr("made it heavy"),
        Code.SARCASM: _tr("mocked"),
        Code.BLOCK: _tr("stood in the way"),
        Code.SECRET: _tr("promised silence"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("RehearseTalk", text)
