"""What the menus do: look, copies, export, help."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel

from familysupport import log
from familysupport.context import AppContext
from familysupport.settings import TEXT_SIZES
from familysupport.ui.choices import Choices
from familysupport.ui.kit.whole import WholeLabel
from familysupport.ui.kit.widgets import announce
from familysupport.ui.main_window import MainWindow
from familysupport.ui.menus import Command, tr

if TYPE_CHECKING:  # what a command needs is fetched when it is first given
    from familysupport.ui.vault.backups import Backups
    from familysupport.ui.vault.copies import Copies

Role = QAction.MenuRole


class Commands(QObject):
    """Fills the menu bar of the window and carries out what is chosen there."""

    def __init__(self, window: MainWindow, context: AppContext, choices: Choices) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._choices = choices
        window.settings_asked.connect(self.settings)
        window.copy_asked.connect(self.bring_back)
        window.locked.connect(self._after_lock)
        window.unlocked.connect(self._after_unlock)
        self._fill()

    @cached_property
    def _backups(self) -> Backups:
        from familysupport.ui.vault.backups import Backups

        paths = self._context.paths
        backups = Backups(
            paths.vault,
            paths.backups,
            self._context.clock,
            self,
            lambda: self._choices.now().backup_folder,
        )
        backups.missed.connect(self._copy_missed)
        backups.damaged.connect(self._damage_found)
        backups.made.connect(lambda _copy: self._window.statusBar().clearMessage())
        backups.made.connect(lambda _copy: self._show_newest())
        return backups

    @cached_property
    def _copies(self) -> Copies:
        from familysupport.ui.vault.copies import Copies

        window = self._window
        return Copies(
            window,
            self._context,
            lambda: window.vault,
            window.unlock_copy,
            window.lock,
            lambda place: self._choices.change(backup_folder=place),
        )

    @cached_property
    def _newest(self) -> QLabel:
        line = WholeLabel()
        line.setProperty("role", "muted")
        self._window.statusBar().addPermanentWidget(line)
        return line

    def _show_newest(self) -> None:
        """Say below when the newest copy was made."""
        from familysupport.ui.vault.copies_words import newest_words

        self._newest.setText(newest_words(self._backups.newest(), self._context.clock.today()))

    def speak_anew(self, context: AppContext) -> None:
        """Fill the menus again, after the language changed."""
        self._context = context
        for name in ("_backups", "_copies"):
            self.__dict__.pop(name, None)
        self._window.menus.clear()
        self._fill()

    def settings(self) -> None:
        """Open the settings."""
        from familysupport.ui.settings import SettingsDialog

        SettingsDialog(self._choices, self._window).exec()

    def copies(self) -> None:
        """Open the page about safe copies."""
        self._copies.show()

    def bring_back(self) -> None:
        """Begin with a safe copy from another computer."""
        self._copies.bring_back()

    def export(self) -> None:
        """Save everything as open files."""
        self._copies.export()

    def help(self) -> None:
        """Open help at the page that is in front."""
        from familysupport.ui.help import HelpDialog

        HelpDialog(self._window, self._window.bar.current()).exec()

    def about(self) -> None:
        """Say what this is, who may use it how, and where things are kept."""
        from familysupport.ui.about import AboutDialog

        AboutDialog(self._context.paths, self._window).exec()

    def change_passphrase(self) -> None:
        """Choose another passphrase for the open pages."""
        from familysupport.ui.vault.passphrase import ChangePassphraseDialog

        if self._window.vault:
            ChangePassphraseDialog(self._window.vault, self._window).exec()

    def new_code(self) -> None:
        """Make a new recovery code for the open pages."""
        from familysupport.ui.vault.new_code import NewCodeDialog

        if self._window.vault:
            dialog = NewCodeDialog(self._window.vault, self._choices.now, self._window)
            dialog.changed.connect(self._copy_now)
            dialog.exec()

    def remove_everything(self) -> None:
        """Remove all that the program made here, after the person typed the word; then end."""
        from familysupport.ui.vault.removing import RemoveDialog, tell_removed
        from familysupport.vault.removal import remove_everything

        if not RemoveDialog(self._context.paths, self._window).exec():
            return
        self._window.locked.disconnect(self._after_lock)
        self._window.lock()
        QThreadPool.globalInstance().waitForDone()  # a copy on its way is removed too
        self._choices.stop_keeping()
        log.stop_log()
        tell_removed(remove_everything(self._context.paths), self._window)
        self._window.close()

    def larger(self) -> None:
        """Make text one step larger."""
        self._step(1)

    def smaller(self) -> None:
        """Make text one step smaller."""
        self._step(-1)

    def usual_size(self) -> None:
        """Give text its usual size."""
        self._choices.change(text_size=TEXT_SIZES[0])

    def _step(self, by: int) -> None:
        place = TEXT_SIZES.index(self._choices.now().text_size) + by
        self._choices.change(text_size=TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])

    def _after_lock(self, key: object) -> None:
        if isinstance(key, bytes) and key:
            self._backups.make_if_changed(key)

    def _copy_now(self) -> None:
        if self._window.vault:
            self._backups.make(self._window.vault.key)

    def _copy_missed(self, _error: object) -> None:
        """Say so below, without a dialog: often nobody sits there when a copy is made."""
        text = tr("The last safe copy could not be made. Look under File, Safe copies.")
        self._window.statusBar().showMessage(text)
        announce(self._window, text)

    def _damage_found(self, _error: object) -> None:
        """Say so below: the pages that can be read are open, and words are being written."""
        text = tr("A part of your pages cannot be read. Bring back a copy: File, Safe copies.")
        self._window.statusBar().showMessage(text)
        announce(self._window, text)

    def _after_unlock(self) -> None:
        if self._window.vault:
            self._show_newest()
            self._backups.make_if_a_day_old(self._window.vault.key)

    def _fill(self) -> None:
        window, menus = self._window, self._window.menus
        names = window.bar.names()
        menus.add(
            tr("&File"),
            [
                Command(tr("Safe copies…"), self.copies, ("Ctrl+B",)),
                Command(tr("Save everything as open files…"), self.export, (), True),
                None,
                Command(tr("Change the passphrase…"), self.change_passphrase, (), True),
                Command(tr("Make a new recovery code…"), self.new_code, (), True),
                Command(tr("Settings…"), self.settings, ("Ctrl+,",), False, Role.PreferencesRole),
                Command(tr("Remove everything…"), self.remove_everything),
                None,
                Command(tr("Lock"), window.lock, ("Ctrl+L",), True),
                Command(tr("Hide now"), window.hide_now),
                Command(tr("Quit"), window.close, ("Ctrl+Q",), False, Role.QuitRole),
            ],
        )
        menus.add(
            tr("&Edit"),
            [
                Command(tr("Undo"), partial(_edit, "undo"), ("Ctrl+Z",)),
                Command(tr("Redo"), partial(_edit, "redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
                None,
                Command(tr("Cut"), partial(_edit, "cut"), ("Ctrl+X",)),
                Command(tr("Copy"), partial(_edit, "copy"), ("Ctrl+C",)),
                Command(tr("Paste"), partial(_edit, "paste"), ("Ctrl+V",)),
                Command(tr("Select all"), partial(_edit, "selectAll"), ("Ctrl+A",)),
            ],
        )
        menus.add(
            tr("&View"),
            [
                Command(tr("Larger text"), self.larger, ("Ctrl++", "Ctrl+=")),
                Command(tr("Smaller text"), self.smaller, ("Ctrl+-",)),
                Command(tr("Usual text size"), self.usual_size, ("Ctrl+0",)),
                None,
                Command(tr("As the computer has it"), lambda: self._choices.change(theme="system")),
                Command(tr("Light"), lambda: self._choices.change(theme="light")),
                Command(tr("Dark"), lambda: self._choices.change(theme="dark")),
                Command(tr("Strong contrast"), lambda: self._choices.change(theme="contrast")),
            ],
        )
        go: list[Command | None] = [
            Command(name, partial(window.go_to, number), (f"Alt+{number + 1}",))
            for number, name in enumerate(names)
        ]
        menus.add(tr("&Go to"), [*go, None, Command(tr("Emergency"), window.show_emergency)])
        menus.add(
            tr("&Help"),
            [
                Command(tr("Help about this page"), self.help, ("F1",)),
                Command(tr("About"), self.about, (), False, Role.AboutRole),
            ],
        )
        menus.set_open(window.session is not None)


def _edit(what: str) -> None:
    """Do to the field with the cursor what its own keys do; elsewhere nothing happens."""
    act = getattr(QApplication.focusWidget(), what, None)
    if callable(act):
        act()
