"""The mood in the middle of each of the last twelve weeks, as a small line beside the entries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.seeing import FEW, By, Reach, periods, seen
from familysupport.ui.journal.calendar_words import first_weekday
from familysupport.ui.journal.leaves import small
from familysupport.ui.journal.seeing_chart import LineChart, Scale
from familysupport.ui.journal.seeing_words import (
    middle_words,
    mood_words,
    period_words,
    step_name,
)
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button, heading, label

_TALL = 120


class TwelveWeeks(QWidget):
    """Shows the line where two weeks at least can be joined, else says that it is too early."""

    seeing_asked = Signal()

    def __init__(self, store: FindingStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self.line = _LowLine(_tr("The mood in the middle of the last twelve weeks"))
        self.line.looked_at.connect(self._look)
        self.words = label("", "small")
        self._about = ""
        more = small(button(_tr("See more over time"), kind="link"))
        more.clicked.connect(self.seeing_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading(_tr("Twelve weeks")))
        layout.addWidget(self.line)
        layout.addWidget(self.words)
        layout.addLayout(Flow(more))

    def refresh(self) -> None:
        """Read the weeks afresh."""
        today = self._clock.today()
        spans = periods(Reach.TWELVE_WEEKS, By.WEEK, today, today, first_weekday())
        weeks = seen(self._store.told(spans[0].first, today), spans, {})
        middles = [one.mood for one in weeks]
        known = sum(one is not None for one in middles)
        words = mood_words()
        said = [
            f"{period_words(one.period, By.WEEK)}: {middle_words(one.mood, sum(one.moods), words)}"
            for one in weeks
        ]
        self._about = _tr("The middle mood of each week that tells of {few} days or more.").format(
            few=FEW
        )
        if known < 2:
            self._about = _tr("Too few days tell a mood to draw a line.")
        self.line.setVisible(known > 1)
        self.words.setText(self._about)
        ends = ((0.0, words[0]), (len(words) - 1.0, words[-1]))
        names = [step_name(one.period, By.WEEK) for one in weeks]
        self.line.show_line(
            Scale(names, said, ends, len(words) - 1), f"{self._about} {'. '.join(said)}.", middles
        )

    def _look(self, words: str) -> None:
        self.words.setText(words or self._about)


class _LowLine(LineChart):
    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(_TALL))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
