"""The leaf "For me": what can be done for oneself, each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.context import AppContext
from familysupport.for_me.check_in import told
from familysupport.for_me.content import read_check_in, read_exercises
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.check_in import CheckInPage
from familysupport.ui.for_me.crisis_plan import CrisisPlanPage
from familysupport.ui.for_me.exercise import ExercisePage
from familysupport.ui.for_me.exercises import ExercisesPage
from familysupport.ui.for_me.home import CHECK_IN, EXERCISES, LOOK_BACK, PLAN, REMINDERS, Home
from familysupport.ui.for_me.look_back import Journal, LookBackPage
from familysupport.ui.for_me.reminders import RemindersPage
from familysupport.ui.for_me.room import Room
from familysupport.ui.kit.preview import Machine


class ForMePage(QStackedWidget):
    """Opens on what there is, and builds a page when it is first entered."""

    closed = Signal()
    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    written = Signal(str, str)
    reminders_changed = Signal()

    def __init__(
        self,
        store: ForMeStore,
        context: AppContext,
        journal: Journal,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        store.purge_old()
        self._store = store
        self._context = context
        self._journal = journal
        self._machine = machine
        self._guide = read_check_in(context.content)
        self._exercises = {one.id: one for one in read_exercises(context.content)}
        self._rooms: dict[str, Room] = {}
        self._last = CHECK_IN
        self._home = Home()
        self._home.asked.connect(self.open_room)
        self._home.closed.connect(self.closed)
        self._home.emergency_asked.connect(self.emergency_asked)
        self._home.lesson_asked.connect(self.lesson_asked)
        self.addWidget(self._home)

    def refresh(self) -> None:
        """Begin with what there is to do here."""
        self.flush()
        self._go_home()

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        for room in self._rooms.values():
            room.flush()

    def focus_first(self) -> None:
        """Go to the first thing to do."""
        self._home.focus_on(CHECK_IN)

    def open_room(self, name: str) -> None:
        """Show one of the pages, made when it is first asked for."""
        if name not in self._rooms:
            self._rooms[name] = self._new_room(name)
            self.addWidget(self._rooms[name])
        room = self._rooms[name]
        self._last = name
        room.refresh()
        self.setCurrentWidget(room)
        room.focus_first()

    def show_reminders_anew(self) -> None:
        """Read the reminders afresh, after one was done or put off elsewhere."""
        if REMINDERS in self._rooms:
            self._rooms[REMINDERS].refresh()

    def _new_room(self, name: str) -> Room:
        makers: dict[str, Callable[[], Room]] = {
            CHECK_IN: self._new_check_in,
            PLAN: lambda: CrisisPlanPage(self._store, self._context, self._machine),
            EXERCISES: self._new_exercises,
            LOOK_BACK: self._new_look_back,
            REMINDERS: self._new_reminders,
        }
        if name in self._exercises:
            return self._new_exercise(name)
        room = makers[name]()
        room.closed.connect(self._come_home)
        room.emergency_asked.connect(self.emergency_asked)
        return room

    def _new_look_back(self) -> Room:
        page = LookBackPage(self._store, self._journal, self._guide, self._context)
        page.written.connect(self.written)
        return page

    def _new_reminders(self) -> Room:
        page = RemindersPage(self._store, self._context.clock)
        page.changed.connect(self.reminders_changed)
        return page

    def _new_exercises(self) -> Room:
        page = ExercisesPage(list(self._exercises.values()))
        page.asked.connect(self.open_room)
        return page

    def _new_exercise(self, name: str) -> Room:
        page = ExercisePage(self._exercises[name], self._store, self._context)
        page.closed.connect(lambda: self._leave_exercise(name))
        page.written.connect(self.written)
        return page

    def _leave_exercise(self, name: str) -> None:
        self._rooms[name].flush()
        self.open_room(EXERCISES)
        cast("ExercisesPage", self._rooms[EXERCISES]).focus_on(name)

    def _new_check_in(self) -> Room:
        page = CheckInPage(self._store, self._guide, self._context)
        page.plan_asked.connect(lambda: self.open_room(PLAN))
        return page

    def _come_home(self) -> None:
        cast("Room", self.currentWidget()).flush()
        self._go_home()
        self._home.focus_on(self._last)

    def _go_home(self) -> None:
        today = self._store.check_in(self._context.clock.today())
        self._home.show_today(" · ".join(told(today, self._guide)))
        self.setCurrentWidget(self._home)
