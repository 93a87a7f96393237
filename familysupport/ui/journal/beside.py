"""Beside the entries: which day it is, this week, the limits, what is next, and the plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.return_plan import NAME
from familysupport.journal.store import JournalStore
from familysupport.recovery.days import count_of, treatment_end
from familysupport.recovery.model import (
    Appointment,
    Limit,
    Milestone,
    Stay,
    Supply,
    SupplyKind,
    monday_of,
)
from familysupport.recovery.shelf import Standing, standing
from familysupport.recovery.store import RecoveryStore
from familysupport.recovery.weeks import weeks_kept
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import body, button, chip, empty, heading, muted, row
from familysupport.ui.recovery.count_view import BREAK_LESSON, CountView
from familysupport.ui.recovery.habits import HabitTicks
from familysupport.ui.recovery.order import put_in_order
from familysupport.ui.recovery.part import Part
from familysupport.ui.recovery.words import (
    appointment_words,
    expiry_words,
    kept_words,
    supply_words,
)

_SOON = 2


class Block(QWidget):
    """One part of the column with its name; it is there only when it has something to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if name:
            column.addWidget(heading(name))
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column.addLayout(self.body)


class Beside(QScrollArea):
    """Shows what is kept beside the journal; put further parts into `body`, above its end."""

    part_asked = Signal(object)
    begin_asked = Signal()
    lesson_asked = Signal(str)
    plan_asked = Signal()
    changed = Signal()

    def __init__(
        self,
        journal: JournalStore,
        recovery: RecoveryStore,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._recovery, self._clock = journal, recovery, clock
        self._count = CountView()
        self._begin = button(self.tr("Add the day treatment began"), kind="link")
        self._begin.clicked.connect(self.begin_asked)
        self._leaving = self._make_leaving()
        self._next = Block(self.tr("Coming up"))
        self._ticks = HabitTicks(recovery, clock)
        self._ticks.changed.connect(self.changed)
        self._week = Block(self.tr("This week"))
        self._week.body.addWidget(self._ticks)
        self._limits = Block(self.tr("Limits we agreed"))
        self._plan = Block(self.tr("If they use again"))
        self._plan_words = muted("")
        open_plan = button(self.tr("Open the plan"))
        open_plan.clicked.connect(self.plan_asked)
        self._plan.body.addWidget(self._plan_words)
        self._plan.body.addLayout(row(open_plan, 1))
        self._lay_out()

    def refresh(self) -> None:
        """Read afresh what is kept."""
        self._show_count()
        self._show_next()
        self._ticks.refresh()
        self._week.setVisible(self._ticks.has_any())
        self._show_limits()
        self._show_plan()
        put_in_order(self)

    def _lay_out(self) -> None:
        inner = QFrame()
        inner.setObjectName("beside")
        inner.setStyleSheet(f"QFrame#beside {{ background: {current_theme().card}; }}")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(18, 20, 18, 20)
        self.body.setSpacing(22)
        first = (self._count, self._leaving, self._begin, self._next)
        for one in (*first, self._week, self._limits, self._plan):
            self.body.addWidget(one)
        self.body.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Beside the journal"))
        self.setWidget(inner)

    def _make_leaving(self) -> Block:
        block = Block("")
        block.body.addWidget(
            body(self.tr("Around the end of treatment: naloxone at hand, nobody alone."))
        )
        read = button(self.tr("Danger after a break"), kind="link")
        read.clicked.connect(lambda: self.lesson_asked.emit(BREAK_LESSON))
        block.body.addLayout(row(read, 1))
        return block

    def _show_count(self) -> None:
        today = self._clock.today()
        stays, days = self._recovery.items(Stay), self._recovery.items(Milestone)
        count = count_of(stays, days, today)
        self._count.setVisible(count is not None)
        if count is not None:
            self._count.show_count(count, days, today)
        self._leaving.setVisible(treatment_end(stays, today) is not None)
        self._begin.setVisible(not stays)

    def _show_next(self) -> None:
        today = self._clock.today()
        found = [one for one in self._recovery.items(Appointment) if one.day >= today]
        empty(self._next.body)
        for one in found[:_SOON]:
            self._next.body.addWidget(body(appointment_words(one, today)))
            if one.place:
                self._next.body.addWidget(muted(one.place))
        expiring = [one for one in self._recovery.items(Supply) if self._is_near(one, today)]
        for supply in expiring:
            self._next.body.addWidget(body(self._expiry(supply, today)))
        if expiring:
            look = button(self.tr("Look at the dates"), kind="link")
            look.clicked.connect(lambda: self.part_asked.emit(Part.SUPPLIES))
            self._next.body.addLayout(row(look, 1))
        self._next.setVisible(bool(found or expiring))

    @staticmethod
    def _is_near(one: Supply, today: date) -> bool:
        return standing(one.expires, today) in (Standing.SOON, Standing.OVER)

    @staticmethod
    def _expiry(one: Supply, today: date) -> str:
        name = supply_words()[one.kind]
        if one.kind is SupplyKind.MEDICINE and one.name:
            name = one.name
        return f"{name}: {expiry_words(one.expires, standing(one.expires, today), today)}"

    def _show_limits(self) -> None:
        limits = self._recovery.items(Limit)
        monday = monday_of(self._clock.today())
        first = min((monday_of(one.since) for one in limits), default=monday)
        kept = weeks_kept(self._recovery.limit_weeks(first, monday))
        empty(self._limits.body)
        for one in limits:
            self._limits.body.addWidget(body(one.words))
            if kept[one.id]:
                self._limits.body.addLayout(row(chip(kept_words(kept[one.id]), "done"), 1))
        if limits:
            how = button(self.tr("How was the week?"), kind="link")
            how.clicked.connect(lambda: self.part_asked.emit(Part.LIMITS))
            self._limits.body.addLayout(row(how, 1))
        self._limits.setVisible(bool(limits))

    def _show_plan(self) -> None:
        parts = [one for one in self._journal.page(NAME).values() if one.strip()]
        self._plan.setVisible(bool(parts) or bool(self._recovery.items(Stay)))
        if not parts:
            said = self.tr("There is no plan yet. A few words for each part are enough.")
        elif len(parts) == 1:
            said = self.tr("Your plan: 1 part written")
        else:
            said = self.tr("Your plan: {count} parts written").format(count=len(parts))
        self._plan_words.setText(said)
