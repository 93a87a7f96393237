"""Which day it is, what comes next, and how far it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from familysupport.recovery.days import Count, marks, next_mark
from familysupport.recovery.model import Milestone
from familysupport.ui.kit.widgets import empty, heading, label, muted
from familysupport.ui.recovery.words import count_lines, count_words, next_words, reached_words

BREAK_LESSON = "danger-after-a-break"


class CountView(QWidget):
    """Says which day it is, what comes next, and how far it is, in words and as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)

    def show_count(self, count: Count, days: list[Milestone], today: date) -> None:
        """Show `count`, the marks of today, and the one that comes next."""
        empty(self._lines)
        self._lines.addWidget(heading(count_words(count)))
        found = marks(count.since, days)
        coming = next_mark(found, today)
        reached = reached_words([one for one in found if one.day == today])
        if reached:
            self._lines.addWidget(label(reached, "strong"))
        for line in count_lines(count, today):
            self._lines.addWidget(muted(line))
        if coming is None:
            return
        self._lines.addWidget(muted(next_words(coming, today)))
        bar = QProgressBar()
        bar.setRange(0, (coming.day - count.since).days + 1)
        bar.setValue(count.day)
        bar.setTextVisible(False)
        bar.setAccessibleName(next_words(coming, today))
        self._lines.addWidget(bar)
