"""The habits of this week, to tick; nothing is said about weeks without a tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.recovery.model import Habit, Per
from familysupport.recovery.store import RecoveryStore
from familysupport.recovery.weeks import HabitWeek, habit_weeks, week_of
from familysupport.ui.kit.widgets import empty
from familysupport.ui.recovery.tick import Tick
from familysupport.ui.recovery.words import days_words


class HabitTicks(QWidget):
    """A box for each habit; `changed` follows each tick."""

    changed = Signal()

    def __init__(self, store: RecoveryStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._boxes = QVBoxLayout(self)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(2)
        self._ticks: dict[Habit, Tick] = {}

    def refresh(self) -> None:
        """Read the habits afresh; boxes that are there stay, and the keyboard with them."""
        today = self._clock.today()
        habits = [one for one in self._store.items(Habit) if not one.is_over(today)]
        found = habit_weeks(habits, self._store.ticked(*week_of(today)), today)
        if [one.habit for one in found] != list(self._ticks):
            self._build([one.habit for one in found])
        for one in found:
            self._ticks[one.habit].show_state(self._detail(one), is_on=one.is_on)

    def has_any(self) -> bool:
        """Return whether there is a habit to tick."""
        return bool(self._ticks)

    def _build(self, habits: list[Habit]) -> None:
        empty(self._boxes)
        self._ticks = {}
        for habit in habits:
            tick = Tick(habit.name)
            tick.toggled.connect(lambda is_on, habit=habit: self._set(habit, is_on))
            self._ticks[habit] = tick
            self._boxes.addWidget(tick)

    def _detail(self, one: HabitWeek) -> str:
        if one.habit.per is Per.WEEK:
            return ""
        if not one.days:
            return self.tr("today")
        return self.tr("today · {days} this week").format(days=days_words(one.days))

    def _set(self, habit: Habit, is_on: bool) -> None:
        today = self._clock.today()
        if is_on:
            self._store.tick(habit.id, today)
        elif habit.per is Per.DAY:
            self._store.untick(habit.id, today, today)
        else:
            self._store.untick(habit.id, *week_of(today))
        self.refresh()
        self.changed.emit()
