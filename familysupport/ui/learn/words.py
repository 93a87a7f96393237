"""Words that several parts of Learn share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from familysupport.content.model import Lesson
from familysupport.learn.model import Reading
from familysupport.learn.progress import minutes_left, read_count
from familysupport.ui.kit.theme import text_scale

_LARGE = 1.4


def unit_words(lessons: Sequence[Lesson], readings: Mapping[str, Reading] | None) -> str:
    """Say how long a unit is, and while unlocked how much of it is left."""
    if readings is None:
        return _tr("{minutes} min").format(minutes=minutes_left(lessons, {}))
    read, left = read_count(lessons, readings), minutes_left(lessons, readings)
    if read == len(lessons):
        return _tr("all read")
    words = _tr("{read} of {total} read · {minutes} min left")
    return words.format(read=read, total=len(lessons), minutes=left)


def more_pages(unlocked: bool, waiting: int) -> tuple[tuple[str, str, str], ...]:
    """Return the pages beside the lessons: name, drawing and words of each."""
    pages = [
        ("timeline", "clock", _tr("Withdrawal timeline")),
        ("words", "tag", _tr("Words explained")),
        ("booklet", "print", _tr("Print for someone else")),
    ]
    if unlocked and waiting:
        pages.append(("again", "redo", _tr("Look at again ({count})").format(count=waiting)))
    if unlocked:
        pages.append(("saved", "bookmark", _tr("Bookmarks and notes")))
    return tuple(pages)


def is_large() -> bool:
    """Say whether text is so large that less fits side by side."""
    return text_scale() >= _LARGE


def slim(*buttons: QPushButton) -> None:
    """Leave the drawings alone where large text has no room for words; tools say them still."""
    if not is_large():
        return
    for one in buttons:
        one.setToolTip(one.toolTip() or one.text())
        one.setText("")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Learn", text)
