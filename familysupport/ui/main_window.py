"""The frame: tabs, lock, hide, and Emergency over everything."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from familysupport import log
from familysupport.content.emergency import read_emergency
from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.session import Session, open_session
from familysupport.ui.choices import Choices
from familysupport.ui.emergency.page import EmergencyPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.clipboard import ClipboardGuard
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.theme import scaled
from familysupport.ui.learn.tab import LearnTab
from familysupport.ui.menus import Menus
from familysupport.ui.prepare.tab import PrepareTab
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.statements.tab import StatementsTab
from familysupport.ui.top_bar import TopBar
from familysupport.ui.vault.door import Door
from familysupport.vault.vault import Vault

LEARN, PREPARE, STATEMENTS, REHEARSE, JOURNAL = range(5)


class MainWindow(QMainWindow):
    """Holds the open rooms always, and the private ones from unlock to lock."""

    unlocked = Signal()
    locked = Signal(object)
    settings_asked = Signal()

    def __init__(self, context: AppContext, choices: Choices, clipboard: ClipboardGuard) -> None:
        super().__init__()
        self._context = context
        self._choices = choices
        self._clipboard = clipboard
        self._guide = read_emergency(context.content.root, context.content.language)
        self._vault: Vault | None = None
        self._session: Session | None = None
        self._private: dict[int, Tab] = {}
        self._place = (LEARN, False)
        self.menus = Menus(self)
        self.setWindowTitle(self.tr("Family Support"))
        self.setMinimumSize(760, 520)
        self.resize(1200, 800)
        self._line = QLabel()
        self.statusBar().addWidget(self._line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._build()
        self._restore_place()

    # ------------------------------------------------------------------ the rooms

    def _build(self) -> None:
        self.bar = TopBar()
        self._learn = LearnTab(self._context)
        self._door = Door(self._context, self._choices)
        self._emergency = self._new_emergency()
        self._stack = QStackedWidget()
        for page in (self._learn, self._door, self._emergency):
            self._stack.addWidget(page)
        self._frame = QWidget()
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(self._frame)
        self.statusBar().setMinimumHeight(scaled(30))
        self.bar.chosen.connect(self._show)
        self.bar.lock_asked.connect(self.lock)
        self.bar.emergency_asked.connect(self.show_emergency)
        self._learn.emergency_asked.connect(self.show_emergency)
        self._learn.status_changed.connect(self._say)
        self._door.opened.connect(self.unlock)
        self._door.skipped.connect(lambda: self.go_to(LEARN))
        self._enter_session()

    def _new_emergency(self) -> EmergencyPage:
        page = EmergencyPage(
            self._guide,
            lambda: self._choices.now().country,
            self._context.clock,
        )
        page.closed.connect(self._leave_emergency)
        page.country_change_asked.connect(self.settings_asked)
        return page

    def take_apart(self) -> None:
        """Save and take down every page, so that a new look dresses only what comes after."""
        self._place = (self.bar.current(), self._at_emergency())
        self._flush()
        self._drop_private()
        self._frame.hide()
        self._frame.deleteLater()
        QCoreApplication.sendPostedEvents(self._frame, QEvent.Type.DeferredDelete)

    def rebuild(self) -> None:
        """Build every page anew after the look changed; nothing that was typed is lost."""
        self._build()
        number, at_emergency = self._place
        self.go_to(number)
        if at_emergency:
            self.show_emergency()

    def go_to(self, number: int) -> None:
        """Show tab `number`."""
        if self.bar.current() == number:
            self._show(number)
        self.bar.show_tab(number)

    def _show(self, number: int) -> None:
        page = self._page(number)
        self._say("")
        self._stack.setCurrentWidget(page)
        if isinstance(page, Tab):
            page.refresh()
        elif page is self._door:
            self._door.come_forward()

    def _page(self, number: int) -> QWidget:
        if number == LEARN:
            return self._learn
        return self._private.get(number) or self._door

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
        """Build the private tabs over an open vault and show the chosen one."""
        self._vault = vault
        self._session = open_session(vault.db, self._context.clock)
        self._enter_session()
        self.unlocked.emit()
        self.go_to(self.bar.current())

    def _enter_session(self) -> None:
        self.bar.set_lockable(self._session is not None)
        self.menus.set_open(self._session is not None)
        self._learn.remember(self._session.learn if self._session else None)
        if self._session is None:
            return
        statements = StatementsTab(self._session, self._context)
        rehearse = RehearseTab(self._session, self._context)
        prepare = PrepareTab(self._session, self._context)
        journal = JournalTab(self._session, self._context)
        statements.rehearse_asked.connect(self._rehearse)
        rehearse.write_asked.connect(lambda: self.go_to(STATEMENTS))
        self._private = dict(enumerate((prepare, statements, rehearse, journal), PREPARE))
        for tab in self._private.values():
            tab.status_changed.connect(self._say)
            self._stack.addWidget(tab)

    def _rehearse(self, statement_id: int) -> None:
        self.go_to(REHEARSE)
        tab = self._private.get(REHEARSE)
        if isinstance(tab, RehearseTab):
            tab.read_statement(statement_id)

    def lock(self) -> None:
        """Save, close and forget the private pages; asks nothing and cannot fail."""
        if self._session is None:
            return
        self._flush()
        self._close_dialogs()
        self._session = None
        self._drop_private()
        self._learn.remember(None)
        self._clipboard.forget()
        vault, self._vault = self._vault, None
        if vault:
            self._safely(vault.close)
        self._door.look_again()
        self.bar.set_lockable(False)
        self.menus.set_open(False)
        if not self._at_emergency():
            self._show(self.bar.current())
        log.note("locked")
        self.locked.emit(vault.key if vault else b"")

    def _flush(self) -> None:
        for tab in self._private.values():
            self._safely(tab.flush)

    def _drop_private(self) -> None:
        for tab in self._private.values():
            self._stack.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self._private = {}

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
        """Save, lock, close dialogs and put the window away at once."""
        self.lock()
        self._close_dialogs()
        self._clipboard.forget()
        self.showMinimized()

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
            EmergencyOver(self._new_emergency(), dialog).show_for(situation)
            return
        if situation:
            self._emergency.show_situation(situation)
        self._stack.setCurrentWidget(self._emergency)
        self._emergency.setFocus()
        self._line.setText(self.tr("Works without a passphrase and without the internet."))

    def _at_emergency(self) -> bool:
        return self._stack.currentWidget() is self._emergency

    def _leave_emergency(self) -> None:
        if self._at_emergency():
            self._stack.setCurrentWidget(self._page(self.bar.current()))
            self._say("")

    # ------------------------------------------------------------------ place on the screen

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock, remember where the window stood, and go."""
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._choices.change(window_geometry=state, window_tab=self.bar.current())
        self.lock()
        event.accept()

    def _restore_place(self) -> None:
        settings = self._choices.now()
        if settings.window_geometry:
            with contextlib.suppress(ValueError, FamilySupportError):
                data = QByteArray.fromBase64(settings.window_geometry.encode("ascii"))
                self.restoreGeometry(data)
        if settings.welcomed:
            self.go_to(settings.window_tab)
        else:
            self._stack.setCurrentWidget(self._door)
            self._door.come_forward()


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
