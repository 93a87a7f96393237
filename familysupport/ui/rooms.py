"""The pages of the window, each fetched and built when it is first entered."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.ui.choices import Choices
from familysupport.ui.kit.ahead import Ahead
from familysupport.ui.kit.tab import Tab
from familysupport.ui.places import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS

if TYPE_CHECKING:  # a room is imported at its door, so that the window itself comes at once
    from familysupport.content.emergency import EmergencyContent
    from familysupport.session import Session
    from familysupport.ui.emergency.desk import Desk
    from familysupport.ui.emergency.page import EmergencyPage
    from familysupport.ui.for_me.notices import Notices
    from familysupport.ui.learn.tab import LearnTab
    from familysupport.ui.vault.door import Door
    from familysupport.ui.vault.setup import Begun
    from familysupport.ui.vault.unlock import Tried

_JOURNAL_PARTS = (
    "familysupport.journal.store",
    "familysupport.journal.finding_store",
    "familysupport.ui.journal.about_bar",
    "familysupport.ui.journal.editor",
    "familysupport.ui.journal.entries",
    "familysupport.ui.journal.files_strip",
    "familysupport.ui.journal.twelve_weeks",
    "familysupport.ui.journal.tab",
)
_SLOW_PARTS = (  # of other tabs what is slow to fetch and small to keep
    "familysupport.prepare.afterwards",
    "familysupport.prepare.checklist",
    "familysupport.statements.draft",
    "familysupport.statements.frames",
    "familysupport.content.part_help",
    "familysupport.statements.coach",
    "familysupport.ui.statements.desk",
)


class Rooms(QStackedWidget):
    """Learn, the door and Emergency for always; the private tabs from unlock to lock."""

    status_changed = Signal(str)
    emergency_asked = Signal(str)
    lock_asked = Signal()
    emergency_closed = Signal()
    country_change_asked = Signal()
    opened = Signal(object)
    skipped = Signal()
    copy_asked = Signal()
    went = Signal(int)

    def __init__(self, context: AppContext, choices: Choices) -> None:
        super().__init__()
        self._context = context
        self._choices = choices
        self._session: Session | None = None
        self.private: dict[int, Tab] = {}
        choices.changed.connect(self._heed)

    # ------------------------------------------------------------------ open rooms

    @cached_property
    def learn(self) -> LearnTab:
        """Return the Learn tab; it remembers while the vault is open."""
        from familysupport.ui.learn.tab import LearnTab

        tab = LearnTab(self._context)
        tab.emergency_asked.connect(self.emergency_asked)
        tab.status_changed.connect(self.status_changed)
        if self._session:
            tab.remember(self._session.learn)
        self.addWidget(tab)
        return tab

    @cached_property
    def door(self) -> Door:
        """Return what stands where the private pages would be."""
        from familysupport.ui.vault.door import Door

        door = Door(self._context, self._choices)
        door.opened.connect(self.opened)
        door.skipped.connect(self.skipped)
        door.copy_asked.connect(self.copy_asked)
        self.addWidget(door)
        return door

    @cached_property
    def emergency(self) -> EmergencyPage:
        """Return the Emergency page of the window."""
        page = self.new_emergency()
        self.addWidget(page)
        return page

    def new_emergency(self) -> EmergencyPage:
        """Return one more Emergency page, for over a dialog."""
        from familysupport.ui.emergency.page import EmergencyPage

        page = EmergencyPage(
            self._guide,
            lambda: self._choices.now().country,
            self._context.clock,
            desk=self._desk,
            calm=lambda: self._choices.now().reduce_motion,
        )
        page.closed.connect(self.emergency_closed)
        page.country_change_asked.connect(self.country_change_asked)
        return page

    @cached_property
    def _guide(self) -> EmergencyContent:
        from familysupport.content.emergency import read_emergency

        content = self._context.content
        return read_emergency(content.root, content.language)

    @cached_property
    def _desk(self) -> Desk:
        """Return what all Emergency pages share; it stays with the window when the look changes."""
        from familysupport.emergency.own import OwnNumbers
        from familysupport.ui.emergency.desk import Desk

        window, once = self.window(), Qt.FindChildOption.FindDirectChildrenOnly
        found = window.findChild(Desk, options=once)
        own = OwnNumbers(self._context.paths.own_numbers)
        desk = found if isinstance(found, Desk) else Desk(self._context.clock, own, window)
        desk.remember(self._session.emergency if self._session else None)
        return desk

    def at_emergency(self) -> bool:
        """Say whether Emergency is in front."""
        return "emergency" in self.__dict__ and self.currentWidget() is self.emergency

    def at_door(self) -> bool:
        """Say whether the door is in front."""
        return "door" in self.__dict__ and self.currentWidget() is self.door

    def begun(self) -> tuple[Tried, Begun] | None:
        """Return what was typed at the door so far; a lock that is open has nothing there."""
        return self.door.begun() if "door" in self.__dict__ and not self._session else None

    def cover_door(self) -> None:
        """Leave nothing in sight at the door that opens the pages."""
        if "door" in self.__dict__:
            self.door.cover()

    # ------------------------------------------------------------------ private rooms

    def enter(self, session: Session | None) -> None:
        """Let the private tabs be built over `session`; with nothing, forget it at once."""
        self._session = session
        if "learn" in self.__dict__:
            self.learn.remember(session.learn if session else None)
        if "_desk" in self.__dict__:
            self._desk.remember(session.emergency if session else None)
        if session is None and "door" in self.__dict__:
            self.door.look_again()
        if session or self._choices.now().notices or "_notices" in self.__dict__:
            self._notices.enter(session)
        if session:
            self._ahead.begin()
        elif "_ahead" in self.__dict__:
            self._ahead.end()

    @cached_property
    def _ahead(self) -> Ahead:
        journal = [partial(import_module, name) for name in _JOURNAL_PARTS]
        others = [partial(import_module, name) for name in _SLOW_PARTS]
        return Ahead([*journal, self._build_ahead, *others], self)

    def _build_ahead(self) -> None:
        with contextlib.suppress(FamilySupportError):  # to be told to who asks for the page
            self.page(JOURNAL)

    def _heed(self, names: set[str]) -> None:
        if "notices" in names:
            self._notices.enter(self._session)

    @cached_property
    def _notices(self) -> Notices:
        from familysupport.ui.for_me.notices import Notices
        from familysupport.ui.kit.reminding import SystemTray

        notices = Notices(self._choices.now, self._context.clock, SystemTray(self), self)
        notices.said.connect(self.status_changed)
        return notices

    def page(self, number: int) -> QWidget:
        """Return the page of tab `number`: itself, or the door while it is locked."""
        if number == LEARN:
            return self.learn
        if self._session is None:
            return self.door
        if number not in self.private:
            self.private[number] = self._new_private(number, self._session)
        return self.private[number]

    def _new_private(self, number: int, session: Session) -> Tab:
        makers: dict[int, Callable[[Session], Tab]] = {
            PREPARE: self._new_prepare,
            STATEMENTS: self._new_statements,
            REHEARSE: self._new_rehearse,
            JOURNAL: self._new_journal,
        }
        tab = makers[number](session)
        tab.status_changed.connect(self.status_changed)
        self.addWidget(tab)
        return tab

    def _new_prepare(self, session: Session) -> Tab:
        from familysupport.ui.prepare.tab import PrepareTab

        tab = PrepareTab(session, self._context)
        tab.lesson_asked.connect(self._read_lesson)
        tab.emergency_asked.connect(self.emergency_asked)
        return tab

    def _new_statements(self, session: Session) -> Tab:
        from familysupport.ui.statements.tab import StatementsTab

        tab = StatementsTab(session, self._context)
        tab.rehearse_asked.connect(self._rehearse)
        tab.emergency_asked.connect(self.emergency_asked)
        return tab

    def _new_rehearse(self, session: Session) -> Tab:
        from familysupport.ui.rehearse.tab import RehearseTab

        tab = RehearseTab(session, self._context)
        tab.write_asked.connect(lambda: self.went.emit(STATEMENTS))
        tab.edit_asked.connect(self._edit)
        return tab

    def _new_journal(self, session: Session) -> Tab:
        from familysupport.ui.journal.tab import JournalTab

        tab = JournalTab(session, self._context)
        tab.lock_asked.connect(self.lock_asked)
        tab.emergency_asked.connect(self.emergency_asked)
        tab.lesson_asked.connect(self._read_lesson)
        return tab

    def _read_lesson(self, lesson_id: str) -> None:
        self.went.emit(LEARN)
        self.learn.show_lesson(lesson_id)

    def _rehearse(self, statement_id: int) -> None:
        from familysupport.ui.rehearse.tab import RehearseTab

        self.went.emit(REHEARSE)
        tab = self.private.get(REHEARSE)
        if isinstance(tab, RehearseTab):
            tab.read_statement(statement_id)

    def _edit(self, statement_id: int) -> None:
        from familysupport.ui.statements.tab import StatementsTab

        self.went.emit(STATEMENTS)
        tab = self.private.get(STATEMENTS)
        if isinstance(tab, StatementsTab):
            tab.show_statement(statement_id)

    def tabs(self) -> list[Tab]:
        """Return every tab that is built."""
        open_ones = [self.learn] if "learn" in self.__dict__ else []
        return [*open_ones, *self.private.values()]

    def drop_private(self) -> None:
        """Take down every private tab."""
        for tab in self.private.values():
            self.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self.private = {}
