"""Limits: what was agreed, taken over when asked, and how each week went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.recovery.model import Limit, LimitWeek, WeekAnswer, monday_of
from familysupport.recovery.store import RecoveryStore
from familysupport.recovery.weeks import answer_of, weeks_kept
from familysupport.ui.kit.widgets import Card, body, button, empty, heading, muted, row
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.limits import WeekQuestion
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.words import full_day, kept_words, until_words

Offered = Callable[[], Sequence[Limit]]
_WEEK = timedelta(days=7)


class LimitsSection(Section):
    """Keeps the limits and asks about this week and the last one."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        offered: Offered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._offered = store, clock, offered
        self._weeks: list[LimitWeek] = []
        self._listed = Records(store, self._kind(), self._new, clock.today, self)
        self._offer = QVBoxLayout()
        self.body.addWidget(heading(self.tr("Limits we agreed")))
        self.body.addWidget(
            muted(
                self.tr(
                    "A limit is about what we do ourselves. A week in which it was not kept takes"
                    " nothing away: it shows where help is needed, or a limit that fits better."
                )
            )
        )
        self.body.addLayout(self._offer)
        self.body.addWidget(self._listed)
        self.hold(self._listed)

    def refresh(self) -> None:
        """Read the limits and their weeks afresh."""
        self._weeks = self._store.limit_weeks(date.min, monday_of(self._clock.today()))
        super().refresh()

    def look_again(self) -> None:
        """Offer the limits that were written before and are not here yet."""
        empty(self._offer)
        here = {one.uid for one in self._store.items(Limit) if one.uid}
        found = [one for one in self._offered() if one.uid not in here]
        if not found:
            return
        card = Card("soft")
        card.body.addWidget(body(self.tr("These limits stand in Prepare:")))
        for one in found:
            card.body.addWidget(body(f"•  {one.words}"))
        take = button(self.tr("Take them over"))
        take.clicked.connect(lambda: self._listed.add_all(found))
        card.body.addLayout(row(take, 1))
        self._offer.addWidget(card)

    def _kind(self) -> Kind[Limit]:
        fields = (
            Field("words", self.tr("The limit"), help=self.tr("For example: I give no cash.")),
            Field("since", self.tr("From"), "day"),
            Field("until", self.tr("Until"), "open-day", tick=self.tr("It ended on")),
        )
        words = Words(
            add=self.tr("Add a limit"),
            nothing=self.tr("No limit is written here yet."),
            gone=self.tr(
                "The limit was deleted, with its weeks. If it only ended, undo this, choose Change"
                " and tick that it ended."
            ),
        )
        return Kind(Limit, fields, self._shown, words, ("words",), below=self._questions)

    def _shown(self, one: Limit) -> Shown:
        kept = weeks_kept(self._weeks)[one.id]
        when = self.tr("since {day}").format(day=full_day(one.since))
        if one.until:
            when = f"{when} · {until_words(one.until)}"
        return Shown(one.words, when, kept_words(kept) if kept else "", "done")

    def _new(self) -> Limit:
        return Limit(since=self._clock.today())

    def _questions(self, limit: Limit) -> QWidget | None:
        if limit.is_over(self._clock.today()):
            return None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        this = monday_of(self._clock.today())
        asked = [(self.tr("This week"), this)]
        if limit.since < this:
            asked.append((self.tr("Last week"), this - _WEEK))
        for name, monday in asked:
            question = WeekQuestion(limit, name, monday, answer_of(self._weeks, limit, monday))
            question.answered.connect(
                lambda answer, monday=monday: self._answer(limit, monday, answer)
            )
            column.addWidget(question)
        return holder

    def _answer(self, limit: Limit, monday: date, answer: WeekAnswer | None) -> None:
        self._store.answer_week(limit.id, monday, answer)
        pressed = QApplication.focusWidget()
        name = pressed.accessibleName() if pressed is not None else ""
        self.refresh()
        again = [one for one in self.findChildren(QPushButton) if one.accessibleName() == name]
        if name and again:
            again[-1].setFocus()  # the newest one: those before it are on their way out
        self.changed.emit()
