"""Over time: moods, sleep, energy, words and kinds, habits and limits, each with its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from familysupport.context import AppContext
from familysupport.journal.calendar import last_weeks, marks
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.seeing import By, Period, Reach, Seen, periods, seen, steps_of
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.journal.calendar_words import first_weekday
from familysupport.ui.journal.seeing_card import SeeingCard, Shown
from familysupport.ui.journal.seeing_parts import (
    EnergyCard,
    HabitsCard,
    KindsCard,
    LimitsCard,
    MoodCard,
    SleepCard,
    WordsCard,
    YearCard,
)
from familysupport.ui.journal.seeing_print import preview_seen
from familysupport.ui.journal.seeing_words import by_word, reach_word
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.widgets import Page, body, button, muted, row, title

_WEEKS_OF_A_YEAR = 53
_AT_ONCE = 200
_A_MOMENT = 0.03
_DONE = object()


class SeeingPage(Page):
    """Counts what was told and draws nothing that was not."""

    closed = Signal()
    day_asked = Signal(date)

    def __init__(
        self,
        store: FindingStore,
        recovery: RecoveryStore,
        context: AppContext,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._recovery = store, recovery
        self._context, self._machine = context, machine
        self._reach = QComboBox()
        self._reach.setAccessibleName(self.tr("How far back"))
        for reach in Reach:
            self._reach.addItem(reach_word(reach), reach)
        self._by = QComboBox()
        self._by.setAccessibleName(self.tr("By week, month or year"))
        self._reach.activated.connect(self._reach_chosen)
        self._by.activated.connect(self.refresh)
        self._none = muted(self.tr("There is no entry to look at yet."))
        self._counting = muted(self.tr("Counting…"))
        self._counting.hide()
        self._work: Iterator[None] = iter(())
        self._between = QTimer(self)
        self._between.setInterval(0)
        self._between.timeout.connect(self._go_on)
        self.year = YearCard()
        self.year.map.opened.connect(self.day_asked)
        self._words = WordsCard()
        self.cards: tuple[SeeingCard, ...] = (
            MoodCard(),
            self.year,
            SleepCard(),
            EnergyCard(),
            self._words,
            KindsCard(),
            HabitsCard(),
            LimitsCard(),
        )
        self._lay_out()

    def refresh(self) -> None:
        """Read afresh what is shown."""
        today = self._context.clock.today()
        begun = self._begun(today)
        by = self._show_steps(begun, today)
        spans = periods(self._reach.currentData(), by, today, begun, first_weekday())
        self._work = self._look(by, spans)
        self._go_on()
        self._show_year(today)

    def flush(self) -> None:
        """Nothing is written here."""

    def focus_first(self) -> None:
        """Go to how far back."""
        self._reach.setFocus()
        self.verticalScrollBar().setValue(0)

    def _begun(self, today: date) -> date:
        span = self._store.span()
        return min(span[0], today) if span else today

    def _show_steps(self, begun: date, today: date) -> By:
        """Offer the steps that suit the reach, and return the one in force."""
        steps = steps_of(self._reach.currentData(), begun, today)
        offered = [self._by.itemData(place) for place in range(self._by.count())]
        if set(offered) != set(steps):
            self._by.clear()
            for by in steps:
                self._by.addItem(by_word(by), by)
        found: By = self._by.currentData()
        return found

    def _reach_chosen(self) -> None:
        self._by.clear()
        self.refresh()

    def _look(self, by: By, spans: Sequence[Period]) -> Iterator[None]:
        """Count span after span; between two the window may go on."""
        found: list[Seen] = []
        for span in spans:
            told = self._store.told(span.first, span.last)
            ids = [one.id for one in told]
            known = self._store.words(ids)
            missing = [one for one in ids if one not in known]
            for at in range(0, len(missing), _AT_ONCE):
                yield
                self._store.count_words(missing[at : at + _AT_ONCE])
            words = self._store.words(ids) if missing else known
            found.extend(seen(told, [span], words))
            yield
        self._none.setVisible(not any(one.entries for one in found))
        shown = Shown(
            by=by,
            seen=found,
            habit_days=self._recovery.habit_days(spans[0].first, spans[-1].last),
            limit_weeks=self._recovery.limit_weeks(spans[0].first, spans[-1].last),
        )
        for card in self.cards:
            card.show()  # one with nothing of its own hides again
            card.show_seen(shown)

    def _go_on(self) -> None:
        """Work for a moment, and come back soon where that was not all."""
        ticks = self._context.clock.ticks
        end = ticks() + _A_MOMENT
        is_done = next(self._work, _DONE) is _DONE
        while not is_done and ticks() <= end:
            is_done = next(self._work, _DONE) is _DONE
        self._counting.setVisible(not is_done)
        if is_done:
            self._between.stop()
        else:
            self._between.start()

    def _show_year(self, today: date) -> None:
        weeks = last_weeks(today, _WEEKS_OF_A_YEAR, first_weekday())
        first = next(day for week in weeks for day in week if day)
        self.year.show_days(weeks, marks(self._store.told(first, today)), today)

    # ------------------------------------------------------------------ the page

    def _lay_out(self) -> None:
        close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        paper = button(self.tr("Print…"), "print")
        paper.clicked.connect(self._print)
        self.body.addLayout(row(close, 1))
        self.body.addWidget(title(self.tr("Over time")))
        self.body.addWidget(
            body(
                self.tr(
                    "What your entries tell, counted. Days that tell nothing are left open. It"
                    " does not say why, or what to do."
                )
            )
        )
        self.body.addLayout(Flow(self._reach, self._by, paper))
        self.body.addWidget(self._none)
        self.body.addWidget(self._counting)
        for card in self.cards:
            card.hide()
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _print(self) -> None:
        about = f"{self._reach.currentText()}, {self._by.currentText()}"
        preview_seen(self.cards, about, self._context, self.window(), self._machine)
