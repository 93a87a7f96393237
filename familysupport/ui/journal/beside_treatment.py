"""Beside the entries: which day of treatment it is, what is next, this week, the limits."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
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
from familysupport.ui.journal.block import Block
from familysupport.ui.kit.widgets import body, button, chip, empty, muted, row
from familysupport.ui.recovery.count_view import BREAK_LESSON, CountView
from familysupport.ui.recovery.habits import HabitTicks
from familysupport.ui.recovery.part import Part
from familysupport.ui.recovery.words import (
    appointment_words,
    expiry_words,
    kept_words,
    supply_words,
)

_SOON = 2


class BesideTreatment(QWidget):
    """Shows each part only when it has something to say."""

    part_asked = Signal(object)
    lesson_asked = Signal(str)
    changed = Signal()

    def __init__(
        self, recovery: RecoveryStore, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._recovery, self._clock = recovery, clock
        self._count = CountView()
        self._leaving = self._make_leaving()
        self._next = Block(_tr("Coming up"))
        self._ticks = HabitTicks(recovery, clock)
        self._ticks.changed.connect(self.changed)
        self._week = Block(_tr("This week"))
        self._week.body.addWidget(self._ticks)
        self._limits = Block(_tr("Limits we agreed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(22)
        self._parts = (self._count, self._leaving, self._next, self._week, self._limits)
        for one in self._parts:
            column.addWidget(one)

    def refresh(self) -> None:
        """Read afresh what is kept."""
        self._show_count()
        self._show_next()
        self._ticks.refresh()
        self._week.setVisible(self._ticks.has_any())
        self._show_limits()
        self.setVisible(any(not one.isHidden() for one in self._parts))

    def _make_leaving(self) -> Block:
        block = Block("")
        block.body.addWidget(
            body(_tr("Around the end of treatment: naloxone at hand, nobody alone."))
        )
        read = button(_tr("Danger after a break"), kind="link")
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
            look = button(_tr("Look at the dates"), kind="link")
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
        today = self._clock.today()
        limits = [one for one in self._recovery.items(Limit) if not one.is_over(today)]
        monday = monday_of(today)
        first = min((monday_of(one.since) for one in limits), default=monday)
        kept = weeks_kept(self._recovery.limit_weeks(first, monday))
        empty(self._limits.body)
        for one in limits:
            self._limits.body.addWidget(body(one.words))
            if kept[one.id]:
                self._limits.body.addLayout(row(chip(kept_words(kept[one.id]), "done"), 1))
        if limits:
            how = button(_tr("How was the week?"), kind="link")
            how.clicked.connect(lambda: self.part_asked.emit(Part.LIMITS))
            self._limits.body.addLayout(row(how, 1))
        self._limits.setVisible(bool(limits))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Beside", text)
