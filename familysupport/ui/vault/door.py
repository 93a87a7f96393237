"""What stands where the private pages would be: welcome, set up, or unlock."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError, VaultDamagedError
from familysupport.ui.choices import Choices
from familysupport.ui.kit import jobs
from familysupport.ui.kit.language import languages
from familysupport.ui.kit.messages import ask, explain, tell
from familysupport.ui.vault.setup import Begun, SetUp
from familysupport.ui.vault.sheet import show_code_sheet
from familysupport.ui.vault.unlock import Tried, Unlock
from familysupport.ui.vault.welcome import Welcome
from familysupport.vault.backup import newest_good, restore
from familysupport.vault.vault import Vault, read_key_file, update, updates_long, vault_exists


class Door(QStackedWidget):
    """Shows the page that leads to the private ones; `opened` carries the open vault."""

    opened = Signal(object)
    skipped = Signal()
    copy_asked = Signal()

    def __init__(self, context: AppContext, choices: Choices) -> None:
        super().__init__()
        self._folder = context.paths.vault
        self._backups = context.paths.backups
        self._context = context
        self._choices = choices
        self._welcome = Welcome(choices.now().country, languages())
        self._unlock = Unlock(lambda: read_key_file(self._folder))
        self._set_up = self._new_set_up()
        for page in (self._welcome, self._unlock, self._set_up):
            self.addWidget(page)
        self._welcome.begun.connect(lambda *chosen: self._leave_welcome(False, *chosen))
        self._welcome.skipped.connect(lambda *chosen: self._leave_welcome(True, *chosen))
        self._unlock.opened.connect(self._open)
        self.look_again()

    def look_again(self) -> None:
        """Choose the right page for what there is, with nothing left in its fields."""
        self._unlock.start_afresh()
        if vault_exists(self._folder):
            self.setCurrentWidget(self._unlock)
        elif not self._choices.now().welcomed:
            self.setCurrentWidget(self._welcome)
        else:
            self.setCurrentWidget(self._set_up)

    def come_forward(self) -> None:
        """Put the cursor where it is wanted."""
        page = self.currentWidget()
        if isinstance(page, Unlock | SetUp | Welcome):
            page.focus()

    def begun(self) -> tuple[Tried, Begun]:
        """Return what was typed here so far, for the door that takes this one's place."""
        return self._unlock.tried(), self._set_up.begun()

    def take_up(self, tried: Tried, begun: Begun) -> None:
        """Go on where an earlier door was left."""
        self._unlock.take_up(tried)
        self._set_up.take_up(begun)

    def cover(self) -> None:
        """Leave nothing in sight that opens the pages."""
        self._unlock.cover()
        self._set_up.cover()

    def _new_set_up(self) -> SetUp:
        page = SetUp()
        page.made.connect(self._make)
        page.copy_asked.connect(self.copy_asked)
        page.print_asked.connect(lambda code: show_code_sheet(code, self._choices.now(), self))
        return page

    def _leave_welcome(self, skip: bool, language: str, country: str) -> None:
        self.setCurrentWidget(self._set_up)
        if skip:
            self.skipped.emit()
        else:
            self.come_forward()
        # Afterwards, since a new country or language builds this very door anew.
        chosen = {"language": language, "country": country, "welcomed": True}
        QTimer.singleShot(0, self._choices, lambda: self._choices.change(**chosen))

    def _make(self, key: bytes, wrapped: bytes) -> None:
        try:
            vault = Vault.create(self._folder, key, wrapped)
        except FamilySupportError as error:
            tell(self, *explain(error))
            return
        old, self._set_up = self._set_up, self._new_set_up()
        self.addWidget(self._set_up)
        self.removeWidget(old)
        old.deleteLater()
        self.opened.emit(vault)

    def _open(self, key: bytes) -> None:
        """Open the vault; where that takes long, the work is done off the window's thread."""
        folder = self._folder
        if updates_long(folder, key):
            done = partial(self._open_now, key, just_updated=True)
            work = partial(update, folder, key)
            jobs.run(self, work, lambda _none: done(), partial(self._refused, key))
        else:
            self._open_now(key)

    def _open_now(self, key: bytes, just_updated: bool = False) -> None:
        try:
            vault = Vault.open(self._folder, key, just_updated)
        except FamilySupportError as error:
            self._refused(key, error)
            return
        self._unlock.start_afresh()
        self.opened.emit(vault)

    def _refused(self, key: bytes, error: Exception) -> None:
        if isinstance(error, VaultDamagedError):
            self._offer_copy(key, error)
        else:
            self._unlock.say(error)

    def _offer_copy(self, key: bytes, error: VaultDamagedError) -> None:
        copy = newest_good(self._backups, key)
        if copy is None:
            self._unlock.say(error)
            return
        what, kept, _todo = explain(error)
        about = self.tr("The newest safe copy can be opened instead.")
        if ask(self, what, f"{kept} {about}", self.tr("Open the safe copy")):
            restore(copy, key, self._folder, self._context.clock)
            self._open(key)
        else:
            self._unlock.say(error)
