"""The Journal tab: what was written on the left, the entry itself in the middle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.journal.calendar import moment_on
from familysupport.journal.model import Entry, Kind, Template
from familysupport.journal.prompts import read_beginnings
from familysupport.session import Session
from familysupport.ui.for_me.strip import ReminderStrip
from familysupport.ui.for_me.waiting import WaitingList
from familysupport.ui.journal.beside import Beside
from familysupport.ui.journal.editor import EntryEditor
from familysupport.ui.journal.entries import (
    CALENDAR,
    FOR_ME,
    IN_AND_OUT,
    PLAN,
    RECOVERY,
    SEEING,
    SUMMARY,
    Entries,
)
from familysupport.ui.journal.files_strip import FilesStrip
from familysupport.ui.journal.twelve_weeks import TwelveWeeks
from familysupport.ui.journal.welcome import Welcome
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.tab import Leaf, Tab
from familysupport.ui.recovery.part import Part, part_of

if TYPE_CHECKING:  # a leaf is fetched when it is first opened, so that the tab itself comes at once
    from familysupport.recovery.due import Due
    from familysupport.ui.for_me.leaf import ForMePage
    from familysupport.ui.journal.calendar_page import CalendarPage
    from familysupport.ui.kit.preview import Machine
    from familysupport.ui.recovery.page import RecoveryPage


class JournalTab(Tab):
    """Lays out the list and the editor and ties them together."""

    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    lock_asked = Signal()

    def __init__(
        self,
        session: Session,
        context: AppContext,
        parent: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = session.journal
        self._store.purge_old()
        session.recovery.purge_old()
        self._entries = Entries(session.journal, session.finding, context.clock)
        self._editor = EntryEditor(session.journal, context.clock, read_beginnings(context.content))
        self._files = FilesStrip(
            session.files, self._editor.keep, machine.choose if machine else None
        )
        self._editor.below.addWidget(self._files)
        self._files.welcome_to(self._editor)
        self._context = context
        self._machine = machine
        self._leaves: dict[str, QWidget] = {}
        self._undo = UndoBar()
        self._begun = False
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._undo)
        column.addWidget(self._editor, 1)
        self._stack = QStackedWidget()
        welcome = Welcome()
        welcome.write_asked.connect(self.write)
        welcome.leaf_asked.connect(self.open_leaf)
        self._stack.addWidget(welcome)
        self._middle = FrontStack()
        self._middle.addWidget(middle)
        self._beside = Beside(session.journal, session.recovery, context.clock)
        self._twelve = TwelveWeeks(session.finding, context.clock)
        self._beside.body.insertWidget(self._beside.body.count() - 1, self._twelve)
        self._stack.addWidget(Columns(self._entries, self._middle, self._beside))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        waiting = WaitingList(session.for_me, session.recovery, context.clock)
        self._strip = ReminderStrip(waiting, _due_words, context.clock)
        layout.addWidget(self._strip)
        layout.addWidget(self._stack, 1)
        self._tie()

    def _tie(self) -> None:
        self._entries.chosen.connect(self._show)
        self._entries.opened.connect(self._editor.focus_text)
        self._entries.write_asked.connect(self.write)
        self._entries.leaf_asked.connect(self.open_leaf)
        self._entries.day_asked.connect(self._open_day)
        self._entries.print_asked.connect(self._print_found)
        self._editor.print_asked.connect(self._print_entry)
        self._editor.plan_asked.connect(lambda: self.open_leaf(PLAN))
        self._beside.plan_asked.connect(lambda: self.open_leaf(PLAN))
        self._beside.part_asked.connect(self._open_part)
        self._beside.begin_asked.connect(lambda: self._open_part(Part.DAYS, begin=True))
        self._beside.changed.connect(self._refresh_recovery)
        self._beside.lesson_asked.connect(self.lesson_asked)
        self._editor.saved.connect(self._entries.show_saved)
        self._editor.saved.connect(self._twelve.refresh)
        self._twelve.seeing_asked.connect(lambda: self.open_leaf(SEEING))
        self._editor.shown.connect(self._files.show_entry)
        self._editor.emergency_asked.connect(self.emergency_asked)
        self._editor.lesson_asked.connect(self.lesson_asked)
        self._editor.delete_asked.connect(self._delete)
        self._editor.lock_asked.connect(self.lock_asked)
        self._editor.begin_asked.connect(self._write_with)
        self._strip.opened.connect(self._open_reminded)
        self._strip.due_opened.connect(lambda one: self._open_part(part_of(one)))

    def refresh(self) -> None:
        """Read the list afresh; with no entry yet, show how to begin."""
        self._editor.flush()
        current = self._editor.entry.id
        self._entries.refresh(current)
        self._beside.refresh()
        self._twelve.refresh()
        self._strip.refresh()
        if not current and not self._begun:
            self._show(self._entries.newest())
        is_open = self._begun or self._middle.currentIndex() or self._store.count()
        self._stack.setCurrentIndex(1 if is_open else 0)

    def flush(self) -> None:
        """Save what is being written."""
        self._editor.end_alone()
        self._editor.flush()
        self._files.flush()
        for leaf in self._leaves.values():
            cast("Leaf", leaf).flush()

    def place(self) -> tuple[int, str]:
        """Return the entry that is shown, and the page in front of it if there is one."""
        front = self._middle.currentWidget()
        names = [name for name, leaf in self._leaves.items() if leaf is front]
        return self._editor.entry.id, "".join(names)

    def go_to(self, item: int, page: str) -> None:
        """Show an entry, and a page in front of it if one is named."""
        self._show(item)
        if page:
            self.open_leaf(page)

    def write(self) -> None:
        """Show a new entry, ready to type."""
        self._write_at(self._context.clock.now())

    def _write_with(self, template: Template) -> None:
        self.write()
        self._editor.begin_with(template)

    def write_on(self, day: date) -> None:
        """Show a new entry of a day, ready to type."""
        self._write_at(moment_on(day, self._context.clock.now()))

    def _write_at(self, moment: datetime) -> None:
        self._begun = True
        self.close_leaf()
        self._stack.setCurrentIndex(1)
        self._entries.clear_search()
        self._editor.show_entry(Entry(0, moment))
        self._entries.mark(0)
        self._editor.focus_text()

    def _show(self, entry_id: int) -> None:
        entry = self._store.entry(entry_id)
        if entry:
            self._begun = False
            self.close_leaf()
            self._editor.show_entry(entry)
            self._entries.mark(entry_id)

    def open_leaf(self, name: str) -> None:
        """Show the page `name` of the journal in the middle, made when it is first asked for."""
        self._editor.flush()
        self._stack.setCurrentIndex(1)
        if name not in self._leaves:
            self._leaves[name] = self._new_leaf(name)
            self._middle.addWidget(self._leaves[name])
        widget = self._leaves[name]
        leaf = cast("Leaf", widget)
        leaf.refresh()
        self._beside.refresh()
        self._middle.setCurrentWidget(widget)
        self._entries.mark(0)
        leaf.focus_first()

    def _open_day(self, day: date) -> None:
        self.open_leaf(CALENDAR)
        cast("CalendarPage", self._leaves[CALENDAR]).show_day(day)

    def close_leaf(self) -> None:
        """Go back to the entry, keeping what was written on the page in front."""
        if self._middle.currentIndex():
            widget, focused = self._middle.currentWidget(), self.focusWidget()
            cast("Leaf", widget).flush()
            self._middle.setCurrentIndex(0)
            self._beside.refresh()
            self._entries.mark(self._editor.entry.id)
            if widget and focused and widget.isAncestorOf(focused):
                self._editor.focus_text()  # left to itself it is the day, which arrows change

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the page in front on Escape, where nothing on it needs the key."""
        if event.key() == Qt.Key.Key_Escape and self._middle.currentIndex():
            self.close_leaf()
        else:
            super().keyPressEvent(event)

    def _new_leaf(self, name: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            CALENDAR: self._new_calendar,
            SEEING: self._new_seeing,
            RECOVERY: self._new_recovery,
            PLAN: self._new_plan,
            FOR_ME: self._new_for_me,
            IN_AND_OUT: self._new_in_and_out,
            SUMMARY: self._new_summary,
        }
        leaf = makers[name]()
        cast("Leaf", leaf).closed.connect(self.close_leaf)
        return leaf

    def _new_calendar(self) -> QWidget:
        from familysupport.ui.journal.calendar_page import CalendarPage

        leaf = CalendarPage(self._session.finding, self._context.clock)
        leaf.entry_asked.connect(self._show)
        leaf.begin_asked.connect(self.write_on)
        return leaf

    def _new_recovery(self) -> QWidget:
        from familysupport.ui.journal.support import new_recovery_page

        leaf = new_recovery_page(self._session, self._context, self._machine)
        leaf.changed.connect(self._beside.refresh)
        leaf.changed.connect(self._strip.refresh)
        leaf.plan_asked.connect(lambda: self.open_leaf(PLAN))
        leaf.emergency_asked.connect(self.emergency_asked)
        leaf.lesson_asked.connect(self.lesson_asked)
        return leaf

    def _new_plan(self) -> QWidget:
        from familysupport.ui.journal.return_plan import ReturnPlanPage
        from familysupport.ui.journal.support import plan_offers

        offers = plan_offers(self._session)
        leaf = ReturnPlanPage(self._store, self._context, self._machine, offers)
        leaf.emergency_asked.connect(self.emergency_asked)
        leaf.lesson_asked.connect(self.lesson_asked)
        return leaf

    def _open_part(self, part: Part, *, begin: bool = False) -> None:
        self.open_leaf(RECOVERY)
        leaf = cast("RecoveryPage", self._leaves[RECOVERY])
        if begin:
            leaf.begin(part)
        else:
            leaf.show_part(part)
            leaf.focus_first()

    def _refresh_recovery(self) -> None:
        if RECOVERY in self._leaves:
            cast("Leaf", self._leaves[RECOVERY]).refresh()

    def _new_seeing(self) -> QWidget:
        from familysupport.ui.journal.seeing_page import SeeingPage

        session = self._session
        leaf = SeeingPage(session.finding, session.recovery, self._context, self._machine)
        leaf.day_asked.connect(self._open_day)
        return leaf

    def _new_for_me(self) -> QWidget:
        from familysupport.ui.for_me.leaf import ForMePage
        from familysupport.ui.journal.summary_week import week_told

        told = partial(week_told, self._session.finding)
        leaf = ForMePage(self._session.for_me, self._context, told, self._machine)
        leaf.emergency_asked.connect(self.emergency_asked)
        leaf.lesson_asked.connect(self.lesson_asked)
        leaf.written.connect(self._keep_words)
        leaf.reminders_changed.connect(self._strip.refresh)
        self._strip.acted.connect(leaf.show_reminders_anew)
        return leaf

    def _new_summary(self) -> QWidget:
        from familysupport.ui.journal.summary_lines import SummaryLines
        from familysupport.ui.journal.summary_page import SummaryPage

        lines = SummaryLines(self._session, self._context)
        return SummaryPage(lines, self._store, self._context, self._machine)

    def _open_reminded(self, name: str) -> None:
        """Open what a reminder is about."""
        self.open_leaf(FOR_ME)
        cast("ForMePage", self._leaves[FOR_ME]).open_room(name)

    def _keep_words(self, title: str, text: str) -> None:
        """Keep words from For me as an entry and go on writing there."""
        now = self._context.clock.now()
        entry = self._store.save(Entry(0, now, Kind.FOR_ME, title=title, text=text))
        self._entries.clear_search()
        self._entries.refresh(entry.id)
        self._show(entry.id)
        self._editor.focus_text()

    def _new_in_and_out(self) -> QWidget:
        from familysupport.ui.journal.in_and_out import InAndOutPage

        page = InAndOutPage(self._session, self._context, self._machine)
        page.changed.connect(self._read_anew)
        return page

    def _read_anew(self) -> None:
        """Read the list afresh; an entry that was taken out must not be written on."""
        current = self._editor.entry.id
        if current and self._store.entry(current) is None:
            self._editor.begin()
        self._entries.refresh()

    def _print_entry(self) -> None:
        self._editor.flush()
        self._preview([self._editor.entry])

    def _preview(self, entries: list[Entry]) -> None:
        from familysupport.ui.journal.paper import preview_entries

        files = self._session.files
        preview_entries(entries, self._context, self.window(), self._machine, files)

    def _print_found(self, words: str) -> None:
        self._editor.flush()
        self._preview(self._store.found(words))

    def _delete(self, entry_id: int) -> None:
        self._editor.flush()
        self._store.delete(entry_id)
        self._editor.begin()
        self._after_change()
        self._undo.offer(self.tr("The entry was deleted."), lambda: self._restore(entry_id))

    def _restore(self, entry_id: int) -> None:
        self._store.restore(entry_id)
        self._entries.clear_search()
        self._entries.refresh()
        self._show(entry_id)

    def _after_change(self) -> None:
        self._entries.refresh()
        self._show(self._entries.newest())


def _due_words(due: Due, today: date) -> str:
    from familysupport.ui.recovery.words import due_words  # fetched when something is due

    return due_words(due, today)
