"""The frame: tabs, lock, hide, and Emergency over everything."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QVBoxLayout, QWidget

from familysupport import log
from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.ui.choices import Choices
from familysupport.ui.kit.autosave import Autosave, still_waiting
from familysupport.ui.kit.clipboard import ClipboardGuard
from familysupport.ui.kit.theme import scaled
from familysupport.ui.menus import Menus
from familysupport.ui.places import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS

if TYPE_CHECKING:  # what the empty window does without is fetched once it stands
    from familysupport.session import Session
    from familysupport.ui.emergency.page import EmergencyPage
    from familysupport.ui.kit.spot import Spot
    from familysupport.ui.kit.tab import Tab
    from familysupport.ui.unsaved import Unsaved
    from familysupport.ui.vault.setup import Begun
    from familysupport.ui.vault.unlock import Tried
    from familysupport.vault.vault import Vault

__all__ = ["JOURNAL", "LEARN", "PREPARE", "REHEARSE", "STATEMENTS", "MainWindow"]


class MainWindow(QMainWindow):
    """Holds the open rooms always, and the private ones from unlock to lock."""

    unlocked = Signal()
    locked = Signal(object)
    settings_asked = Signal()
    copy_asked = Signal()
    stands = Signal()
    built = Signal()
    begun = Signal()

    def __init__(self, context: AppContext, choices: Choices, clipboard: ClipboardGuard) -> None:
        super().__init__()
        self._context = context
        self._choices = choices
        self._clipboard = clipboard
        self._vault: Vault | None = None
        self._session: Session | None = None
        self._place = (choices.now().window_tab, not choices.now().welcomed, False)
        self._at_door: tuple[Tried, Begun] | None = None
        self.has_begun = False
        self.is_locking = False
        self._spots: dict[int, Spot] = {}
        self.menus = Menus(self)
        self.setWindowTitle(self.tr("Family Support"))
        self.setMinimumSize(760, 520)
        self.resize(1200, 800)
        self._restore_geometry()

    # ------------------------------------------------------------------ the rooms

    def _build(self) -> None:
        from familysupport.ui.rooms import Rooms
        from familysupport.ui.top_bar import TopBar

        self.bar = TopBar()
        self.bar.show_tab(self._place[0])
        self.rooms = Rooms(self._context, self._choices)
        self._frame = QWidget()
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.rooms, 1)
        self.setCentralWidget(self._frame)
        self.statusBar().setMinimumHeight(scaled(30))
        self.bar.chosen.connect(self._show)
        self.bar.lock_asked.connect(self.lock)
        self.bar.emergency_asked.connect(self.show_emergency)
        self.rooms.emergency_asked.connect(self.show_emergency)
        self.rooms.lock_asked.connect(self.lock)
        self.rooms.emergency_closed.connect(self._leave_emergency)
        self.rooms.country_change_asked.connect(self.settings_asked)
        self.rooms.status_changed.connect(self._say)
        self.rooms.opened.connect(self.unlock)
        self.rooms.skipped.connect(lambda: self.go_to(LEARN))
        self.rooms.copy_asked.connect(self.copy_asked)
        self.rooms.went.connect(self.go_to)
        self._enter(self._session)

    def begin(self) -> None:
        """Furnish the window and open the first page; runs once it stands on the screen."""
        if self.has_begun:
            return
        self.has_begun = True
        self.stands.emit()
        self._line = QLabel()
        self.statusBar().addWidget(self._line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._build()
        self.built.emit()
        self._show_bar()
        self._open_place()
        self.begun.emit()

    def _show_bar(self) -> None:
        """Paint the bar at once, while the first page is still being fetched."""
        self._frame.show()
        for layout in (self.layout(), self._frame.layout()):
            if layout:
                layout.activate()
        self.repaint()

    def _open_place(self) -> None:
        number, at_door, at_emergency = self._place
        if at_door and self._session is None:
            self.rooms.setCurrentWidget(self.rooms.door)
            self.rooms.door.come_forward()
            self._say("")
        else:
            self.go_to(number)
        if at_emergency:
            self.show_emergency()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time, begin."""
        super().paintEvent(event)
        if not self.has_begun:
            QTimer.singleShot(0, self.begin)

    def take_apart(self) -> None:
        """Save and take down every page, so that a new look dresses only what comes after."""
        rooms = self.rooms
        self._place = (self.bar.current(), rooms.at_door(), rooms.at_emergency())
        self._flush()
        self._at_door = rooms.begun()
        self._drop_private()
        self._frame.hide()
        self._frame.deleteLater()
        QCoreApplication.sendPostedEvents(self._frame, QEvent.Type.DeferredDelete)

    def use(self, context: AppContext) -> None:
        """Take up another context; the pages built from now on follow it."""
        self._context = context

    def rebuild(self) -> None:
        """Build every page anew after the look changed; nothing that was typed is lost."""
        self._build()
        self._open_place()
        at_door, self._at_door = self._at_door, None
        if at_door is not None:
            self.rooms.door.take_up(*at_door)
        if self.rooms.at_door():
            self.rooms.door.come_forward()
        self._give_back()

    def go_to(self, number: int) -> None:
        """Show tab `number`."""
        if self.bar.current() == number:
            self._show(number)
        self.bar.show_tab(number)

    def _show(self, number: int) -> None:
        from familysupport.ui.kit.tab import Tab

        page = self.rooms.page(number)
        self._say("")
        self.rooms.setCurrentWidget(page)
        if isinstance(page, Tab):
            page.refresh()
            if number in self._spots:
                from familysupport.ui.kit.spot import go_back

                go_back(page, self._spots.pop(number))
        elif self.rooms.at_door():
            self.rooms.door.come_forward()

    def _say(self, text: str) -> None:
        usual = self.tr("Offline. Nothing leaves this computer.")
        opened = self.tr("Locked on this computer with your passphrase when you are done.")
        self._line.setText(text or (opened if self._session else usual))

    # ------------------------------------------------------------------ unlock and lock

    @property
    def session(self) -> Session | None:
        """Return the open session, or None while locked."""
        return self._session

    @property
    def vault(self) -> Vault | None:
        """Return the open vault, or None while locked."""
        return self._vault

    def unlock(self, vault: Vault) -> None:
        """Let in to the private tabs over an open vault and show the chosen one."""
        from familysupport.session import open_session

        self._vault = vault
        self._session = open_session(vault.db, self._context.clock)
        self._enter(self._session)
        self.unlocked.emit()
        first = self.rooms.at_door() and self.bar.current() == LEARN  # straight from the welcome
        self.go_to(PREPARE if first else self.bar.current())
        QTimer.singleShot(0, self, self._give_back)

    def unlock_copy(self, vault: Vault) -> None:
        """Let in to what was brought back; where one was before means nothing there."""
        self._spots.clear()
        self.unlock(vault)

    def _enter(self, session: Session | None) -> None:
        self.bar.set_lockable(session is not None)
        self.menus.set_open(session is not None)
        self.rooms.enter(session)

    def lock(self) -> None:
        """Save, close and forget the private pages; asks nothing and cannot fail."""
        if self._session is None:
            return
        self.is_locking = True  # nothing may ask or tell now
        self._flush()
        self._close_dialogs()
        self._session = None
        self._drop_private()
        self._safely(lambda: self._enter(None))
        self._clipboard.forget()
        self.is_locking = False
        vault, self._vault = self._vault, None
        if vault:
            self._safely(vault.close)
        if not self.rooms.at_emergency():
            self._show(self.bar.current())
        log.note("locked")
        self.locked.emit(vault.key if vault else b"")

    def _drop_private(self) -> None:
        """Take down the private tabs, and remember where one was in each."""
        for number, tab in self.rooms.private.items():
            if number not in self._spots:  # else it was not looked at since
                self._safely(partial(self._note_spot, number, tab))
        self.rooms.drop_private()

    def _note_spot(self, number: int, tab: Tab) -> None:
        from familysupport.ui.kit.spot import spot_in

        self._spots[number] = spot_in(tab)

    def _flush(self) -> None:
        """Save everything; what the disk does not take is held, locked, until the next unlock."""
        waiting = self._not_saved()
        if waiting and self._vault:
            self._unsaved.hold(waiting, self._vault.key)
        for autosave in waiting:
            autosave.drop()

    def _not_saved(self) -> list[Autosave]:
        """Try to save everything, and return what could not be."""
        for tab in self.rooms.tabs():
            self._safely(tab.flush)
        for autosave in still_waiting(self.rooms.tabs()):
            self._safely(autosave.flush)
        return still_waiting(self.rooms.tabs())

    @cached_property
    def _unsaved(self) -> Unsaved:
        from familysupport.ui.unsaved import Unsaved

        return Unsaved(self)

    def _holds_words(self) -> bool:
        return "_unsaved" in self.__dict__ and bool(self._unsaved)

    def _give_back(self) -> None:
        if self._session is None or self._vault is None or not self._holds_words():
            return
        if self._unsaved.give_back(self._session, self._vault.key, self._context.clock):
            self.go_to(JOURNAL)

    def _close_dialogs(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.done(QDialog.DialogCode.Rejected)

    def _safely(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # the lock must not fail, whatever a page does
            log.note_crash(type(error), error.__traceback__)

    # ------------------------------------------------------------------ hide and emergency

    def hide_now(self) -> None:
        """Put the window away at once; then save, lock and close dialogs."""
        self.showMinimized()
        self.lock()
        self._close_dialogs()
        if self.has_begun:
            self.rooms.cover_door()
        self._clipboard.forget()

    def come_back(self) -> None:
        """Bring the window to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_emergency(self, situation: str = "") -> None:
        """Show what to do now, over whatever is open."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and not isinstance(dialog, EmergencyOver):
            EmergencyOver(self.rooms.new_emergency(), dialog).show_for(situation)
            return
        page = self.rooms.emergency
        if situation:
            page.show_situation(situation)
        self.rooms.setCurrentWidget(page)
        page.setFocus()
        self._line.setText(self.tr("Works without a passphrase and without the internet."))

    def _leave_emergency(self) -> None:
        if self.rooms.at_emergency():
            self.rooms.setCurrentWidget(self.rooms.page(self.bar.current()))
            self._say("")

    # ------------------------------------------------------------------ place on the screen

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock, remember where the window stood, and go."""
        if not self.has_begun:
            return
        if self._holds_words() or self._not_saved():
            from familysupport.ui.unsaved import may_lose

            if not may_lose(self):
                event.ignore()
                return
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._choices.change(window_geometry=state, window_tab=self.bar.current())
        self.lock()
        self._clipboard.forget()
        event.accept()

    def _restore_geometry(self) -> None:
        geometry = self._choices.now().window_geometry
        if geometry:
            with contextlib.suppress(ValueError, FamilySupportError):
                self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))


class EmergencyOver(QDialog):
    """Emergency as a child of an open dialog, so that no dialog can cover it."""

    def __init__(self, page: EmergencyPage, over: QWidget) -> None:
        super().__init__(over)
        self.setWindowTitle(self.tr("Family Support"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._page = page
        page.closed.connect(self.accept)
        below = over.window().parentWidget()
        self.resize((below or over).window().size())

    def show_for(self, situation: str) -> None:
        """Open at `situation`, or at the overdose steps."""
        if situation:
            self._page.show_situation(situation)
        self.open()
        self._page.setFocus()
