"""Rehearsal's words for lengths of time and for statements without a name."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from familysupport.statements.model import Part, Statement

_LENGTH = re.compile(r"\s*(?:(\d{1,3})\s*[:.,]\s*)?(\d{1,5})\s*")
_MINUTES = 15


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


def seconds_of(text: str) -> int | None:
    """Return the seconds of a typed length, `2:30` or `150`; nothing for anything else.

    A small number alone is meant as minutes.
    """
    hit = _LENGTH.fullmatch(text)
    if hit is None:
        return None
    minutes, rest = int(hit[1] or 0), int(hit[2])
    return rest * 60 if hit[1] is None and rest <= _MINUTES else minutes * 60 + rest


def part_name(part: Part) -> str:
    """Return what a part of a letter is called."""
    return {
        Part.LOVE: _tr("Love"),
        Part.MEMORY: _tr("A memory"),
        Part.SAW: _tr("What I saw"),
        Part.FELT: _tr("How I felt"),
        Part.UNDERSTAND: _tr("What I understand"),
        Part.MY_PART: _tr("My part"),
        Part.STOPS: _tr("What I stop doing"),
        Part.ASK: _tr("The ask"),
        Part.HOPE: _tr("Hope"),
    }[part]


def statement_name(statement: Statement) -> str:
    """Return what to call a statement."""
    if statement.title.strip():
        return statement.title
    if statement.author.strip():
        return _tr("{name}’s statement").format(name=statement.author)
    return _tr("Statement without a name")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rehearse", text)
