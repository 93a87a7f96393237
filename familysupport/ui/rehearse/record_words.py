"""The words around recording: what it asks, and why there is no sound."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.ui.rehearse.sound import Trouble


def question_words() -> str:
    """Return what one ought to know before the microphone goes on."""
    return _tr(
        "The microphone is on only while the text moves, 15 minutes at most. The sound stays in"
        " your vault, locked like all you write. It never becomes a file of its own."
    )


def trouble_words(trouble: Trouble) -> str:
    """Return why there is no sound, what goes on, and what helps."""
    return {
        Trouble.NOT_INSTALLED: _tr(
            "The part for sound is not installed here. Everything else works. It is called"
            " PySide6-Addons, and comes with the extra “sound”."
        ),
        Trouble.NO_MICROPHONE: _tr(
            "There is no microphone here. Reading goes on without it. Plug one in, then try again."
        ),
        Trouble.REFUSED: _tr(
            "The system did not let the microphone be used. Reading goes on without it. Its"
            " settings for privacy can change that."
        ),
        Trouble.TAKEN_AWAY: _tr(
            "The microphone went away. What was recorded so far is still here, and reading goes on."
        ),
        Trouble.NO_SPEAKER: _tr(
            "There is no loudspeaker here to listen with. The recording is safe in the vault."
        ),
    }[trouble]


def tone_words(trouble: Trouble) -> str:
    """Return why there is no tone, and that the picture shows the same."""
    if trouble is Trouble.NO_SPEAKER:
        return _tr("There is no loudspeaker here. The picture shows the same.")
    return trouble_words(trouble)


def full_words() -> str:
    """Return that nothing more fits."""
    return _tr("15 minutes are recorded; no more fits. Reading goes on without the microphone.")


def flat_words() -> str:
    """Return that nothing is heard."""
    return _tr("Nothing is heard. Perhaps the microphone is muted?")


def loud_words(level: float) -> str:
    """Return how loud it is, in a word or two."""
    if level < _SOFT:
        return _tr("very soft")
    return _tr("very loud") if level > _LOUD else _tr("well heard")


_SOFT, _LOUD = 0.03, 0.9


def _tr(text: str) -> str:
    return QCoreApplication.translate("RehearseRecord", text)
