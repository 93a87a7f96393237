"""Shows the recovery code in numbered groups, and finds a slip where it was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from familysupport.vault.keys import GROUPS

_SIGNS = 5
_A_LINE = 4


def code_lines(code: str) -> list[tuple[str, str]]:
    """Return the code in lines of four groups, each with the numbers of its groups."""
    groups = code.split("-")
    lines = []
    for start in range(0, len(groups), _A_LINE):
        part = groups[start : start + _A_LINE]
        last = start + len(part)
        numbers = f"{start + 1}–{last}" if len(part) > 1 else str(last)
        lines.append((numbers, " ".join(part)))
    return lines


def group_span(typed: str, number: int) -> tuple[int, int]:
    """Return where group `number` starts and ends in what was typed; empty where it is missing."""
    parts = [found.span() for found in re.finditer(r"[^\W_]+", typed)]
    if len(parts) == GROUPS:
        return parts[number - 1]
    places = [place for place, sign in enumerate(typed) if sign.isalnum()]
    mine = places[(number - 1) * _SIGNS : number * _SIGNS]
    return (mine[0], mine[-1] + 1) if mine else (len(typed), len(typed))


def is_like_a_code(typed: str) -> bool:
    """Tell whether this was meant as a recovery code: as long as one, or nearly, in its groups."""
    parts = re.findall(r"[^\W_]+", typed)
    signs = sum(map(len, parts))
    is_long = signs >= (GROUPS - 1) * _SIGNS
    return is_long and (len(parts) == 1 or all(len(part) <= _SIGNS + 1 for part in parts))


def slip_words(typed: str, groups: Sequence[int]) -> str:
    """Return which groups to look at again, and what was typed there."""
    if len(groups) > 1:
        numbers = ", ".join(map(str, groups))
        return _tr("Look again at groups {numbers}.").format(numbers=numbers)
    start, end = group_span(typed, groups[0])
    if start == end:
        said = _tr("Group {number} is missing. The code has {all} groups.")
        return said.format(number=groups[0], all=GROUPS)
    said = _tr("Look again at group {number}. You typed {typed}.")
    return said.format(number=groups[0], typed=typed[start:end])


def mark_slip(field: QLineEdit, number: int) -> None:
    """Put the cursor on group `number`, so that it can be typed over."""
    start, end = group_span(field.text(), number)
    field.setFocus()
    field.setCursorPosition(start)
    field.setSelection(start, end - start)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slips", text)
