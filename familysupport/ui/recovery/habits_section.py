"""Habits: this week to tick, and which ones there are; weeks without a tick are not spoken of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.content.recovery import SupportFile
from familysupport.recovery.model import Habit, Per
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, button, empty, heading, label, muted
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.habits import HabitTicks
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.words import until_words


class HabitsSection(Section):
    """Keeps the habits of the family and ticks them for this week."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        texts: SupportFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._texts, self._clock = store, texts, clock
        self._ticks = HabitTicks(store, clock)
        self._ticks.changed.connect(self.changed)
        self._week = Card()
        self._week.body.addWidget(label(self.tr("This week"), "strong"))
        self._week.body.addWidget(self._ticks)
        self._listed = Records(store, self._kind(), Habit, clock.today, self)
        self._offer = Flow(spacing=6)
        self._offer_name = muted(self.tr("One press takes over what many families do:"))
        self.body.addWidget(heading(self.tr("Our habits")))
        self.body.addWidget(
            muted(
                self.tr(
                    "What carries the family through the week. A week without a tick is just a"
                    " week without a tick."
                )
            )
        )
        self.body.addWidget(self._week)
        self.body.addWidget(self._offer_name)
        self.body.addLayout(self._offer)
        self.body.addWidget(self._listed)
        self.hold(self._listed)

    def look_again(self) -> None:
        """Show this week, and offer the habits that are not here yet."""
        self._ticks.refresh()
        self._week.setVisible(self._ticks.has_any())
        today = self._clock.today()
        there = [one for one in self._store.items(Habit) if not one.is_over(today)]
        here = {one.name.casefold() for one in there}
        found = [one.name for one in self._texts.habit if one.name.casefold() not in here]
        empty(self._offer)
        self._offer_name.setVisible(bool(found))
        for name in found:
            take = button(name, "plus", "choice")
            take.setAccessibleName(self.tr("Take over: {name}").format(name=name))
            take.clicked.connect(lambda _on, name=name: self._listed.add_all([Habit(name=name)]))
            self._offer.addWidget(take)

    def _kind(self) -> Kind[Habit]:
        often = (
            (self.tr("Once a week"), Per.WEEK),
            (self.tr("Every day"), Per.DAY),
        )
        fields = (
            Field("name", self.tr("What we do")),
            Field("per", self.tr("How often"), "choice", choices=often),
            Field("until", self.tr("Until"), "open-day", tick=self.tr("It ended on")),
        )
        words = Words(
            add=self.tr("Add a habit of our own"),
            nothing="",
            gone=self.tr(
                "The habit was deleted, with its ticks. If it only ended, undo this, choose Change"
                " and tick that it ended."
            ),
        )
        return Kind(Habit, fields, self._shown, words, ("name",))

    def _shown(self, one: Habit) -> Shown:
        often = self.tr("every day") if one.per is Per.DAY else self.tr("once a week")
        return Shown(one.name, f"{often} · {until_words(one.until)}" if one.until else often)
