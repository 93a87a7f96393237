"""The words before and after a practice meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from familysupport.rehearse.meeting import Meeting
from familysupport.ui.rehearse.cast import Cast
from familysupport.ui.rehearse.talk_words import practice_only
from familysupport.ui.rehearse.words import length_words

LONG_SECONDS = 300.0


def start_words(names: Sequence[str], enough: bool) -> tuple[str, str]:
    """Return what stands on the first page: who reads, and what to expect."""
    if not enough:
        return (
            _tr("Two letters are needed"),
            _tr(
                "Name in Prepare who speaks at the meeting, and write a letter for at least two of"
                " them in Statements. Then you can practice the whole meeting here."
            ),
        )
    order = _tr("In this order: {names}").format(names=", ".join(names))
    about = _tr(
        "All of you at one computer, handed from reader to reader; only the letter being read is"
        " shown. A made-up person may break in. Then come the ask, and what follows a yes or a no."
        " Anger and a no may come up. Escape stops at once, and you can go on later."
    )
    return order, about


def over_words(meeting: Meeting, cast: Cast) -> tuple[str, str]:
    """Return what came of it, and what is still missing for the real day."""
    state = meeting.state
    lines = [
        _tr("It ended with a yes, and you left.")
        if state.agreed
        else _tr("It ended with a no, and you kept calm to the end. That is well done."),
        _tr("Letters read: {read} of {all}, in {length}.").format(
            read=len(state.read),
            all=len(state.letters),
            length=length_words(sum(state.seconds)),
        ),
    ]
    long = [
        cast.readers.get(letter, "")
        for letter, seconds in zip(state.read, state.seconds, strict=True)
        if seconds > LONG_SECONDS
    ]
    if long:
        lines.append(_tr("Longer than five minutes: {names}.").format(names=", ".join(long)))
    lines += ["", _tr("Still missing for the real day:")] if cast.missing else []
    lines += [f"• {one}" for one in cast.missing]
    if not cast.missing:
        lines.append(_tr("Nothing on the list is missing for the real day."))
    return "\n".join(lines), practice_only()


def computer_words() -> str:
    """Return who reads where the computer's voice does."""
    return _tr("The computer’s voice")


def silence_words() -> str:
    """Return who reads where the text runs in silence."""
    return _tr("Silence")


def reads_words(name: str, stand_in: str) -> str:
    """Return who reads now, and for whom."""
    if stand_in == silence_words():
        return _tr("{name}’s letter, in silence").format(name=name)
    said = _tr("{stand_in} reads for {name}") if stand_in else _tr("{name} reads")
    return said.format(stand_in=stand_in, name=name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meeting", text)
