"""The words for what the course of an overdose says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.emergency.overdose import (
    BreathCount,
    Breathing,
    DoseState,
    Happening,
    LogLine,
    NextDose,
)


def _tr(text: str) -> str:
    return str(QCoreApplication.translate("Emergency", text))


def span(seconds: int) -> str:
    """Return a span as minutes and seconds, 1:24."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def dose_words(dose: NextDose) -> str:
    """Return what to think of the next dose."""
    if dose.state is DoseState.WAIT:
        if dose.seconds >= 90:
            return _tr("Keep on with CPR or breaths. Look again in about 2 minutes.")
        if dose.seconds >= 45:
            return _tr("Keep on with CPR or breaths. Look again in about 1 minute.")
        return _tr("Keep on with CPR or breaths. Look again within a minute.")
    return {
        DoseState.NONE_GIVEN: "",
        DoseState.LOOK: _tr("Count breaths now. Under 1 in 6 seconds: give the next dose."),
        DoseState.DUE: _tr("Over 3 minutes. Under 1 breath in 6 seconds: next dose now."),
    }[dose.state]


def breath_words(count: BreathCount) -> str:
    """Return what the counted breaths mean for the helper."""
    text = {
        Breathing.NOT_COUNTED: "",
        Breathing.COUNTING: _tr("Go on tapping."),
        Breathing.ENOUGH: _tr("One every {seconds} s: enough for now. On the side, keep looking."),
        Breathing.TOO_SLOW: _tr("One every {seconds} s: breathe for them."),
        Breathing.NONE_SEEN: _tr("None for {seconds} s. No breath, or only gasps: CPR."),
    }[count.state]
    return text.format(seconds=count.seconds)


def log_words(line: LogLine) -> str:
    """Return one line of the log, without its time."""
    text = {
        Happening.STARTED: _tr("Clock started"),
        Happening.DOSE: _tr("Naloxone, dose {number}"),
        Happening.BREATHS: _tr("Rescue breaths began"),
        Happening.PUSHES: _tr("CPR began"),
    }[line.what]
    return text.format(number=line.number)
