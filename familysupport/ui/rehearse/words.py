"""Rehearsal's words for lengths of time and for statements without a name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.statements.model import Statement


def length_words(seconds: float) -> str:
    """Return a length of time in words: `2 min 5 s`, or `40 s`."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    return _tr("{seconds} s").format(seconds=rest)


def clock_words(seconds: float) -> str:
    """Return a length of time as a clock shows it: `2:05`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def statement_name(statement: Statement) -> str:
    """Return what to call a statement."""
    if statement.title.strip():
        return statement.title
    if statement.author.strip():
        return _tr("{name}’s statement").format(name=statement.author)
    return _tr("Statement without a name")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rehearse", text)
