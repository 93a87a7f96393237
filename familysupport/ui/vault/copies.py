"""Safe copies: where they are, when they were made, how to make one and bring one back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.ui.kit.files import (
    Kind,
    ask_where_to_save,
    ask_which_folder,
    ask_which_to_open,
)
from familysupport.ui.kit.messages import explain, tell
from familysupport.ui.vault.bring_back import BringBackDialog
from familysupport.ui.vault.copies_checks import check_copies
from familysupport.ui.vault.copies_dialog import CopiesDialog
from familysupport.ui.vault.copies_titles import table_titles
from familysupport.ui.vault.copies_work import do_work
from familysupport.vault.backup import list_backups, make_backup, restore
from familysupport.vault.everything import save_everything
from familysupport.vault.vault import Vault, vault_exists

__all__ = ["Copies", "CopiesDialog"]


class Copies(QObject):
    """Carries out what has to do with copies; `open_vault` gives the open vault or None."""

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        open_vault: Callable[[], Vault | None],
        use: Callable[[Vault], None],
        lock: Callable[[], None],
        keep_place: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._open_vault = open_vault
        self._use = use
        self._lock = lock
        self._keep_place = keep_place

    def show(self) -> None:
        """Open the page about safe copies."""
        vault = self._open_vault()
        second = self._context.settings().backup_folder
        folder, today = self._context.paths.backups, self._context.clock.today
        dialog = CopiesDialog(folder, vault is not None, self._window, second, today)
        dialog.copy_asked.connect(lambda: self._copy_to(dialog))
        dialog.check_asked.connect(lambda: self._check(dialog))
        dialog.try_asked.connect(lambda copy: self._try(dialog, copy))
        dialog.back_asked.connect(lambda copy: self._bring_back(dialog, copy))
        dialog.place_asked.connect(lambda: self._choose_place(dialog))
        dialog.no_place_asked.connect(lambda: self._set_place(dialog, ""))
        dialog.exec()
        dialog.deleteLater()

    def bring_back(self) -> None:
        """Ask for the file of a copy and put it in place: the start on another computer."""
        wanted = self._ask_for(self._window, None)
        if wanted is not None:
            self._replace(*wanted)

    def export(self) -> None:
        """Save everything as open files, after saying that these are not locked."""
        vault = self._open_vault()
        if vault is None:
            return
        kinds = (Kind(self.tr("Zip file"), ("zip",)),)
        target = ask_where_to_save(self._window, "everything.zip", kinds)
        if target is None:
            return
        folder, key, titles = vault.folder, vault.key, table_titles()
        name = self.tr("Everything as open files")
        try:
            finished, _none = do_work(
                name,
                self.tr("Writing the file…"),
                lambda watcher: save_everything(folder, key, target, titles, watcher),
                self._window,
            )
        except FamilySupportError as error:
            tell(self._window, *explain(error))
            return
        if finished:
            tell(
                self._window,
                self.tr("Everything is saved as open files."),
                self.tr("Your locked pages are as they were."),
                self.tr("Anyone who finds that file can read it. Delete it when you are done."),
            )

    def _copy_to(self, dialog: CopiesDialog) -> None:
        vault = self._open_vault()
        note = self.tr("The copy stays locked. It opens with the passphrase you have now.")
        target = ask_which_folder(dialog, note)
        if vault is None or target is None or dialog.work.busy:
            return
        folder, key, clock = vault.folder, vault.key, self._context.clock
        dialog.work.run(
            self.tr("Copying and checking…"),
            lambda watcher: make_backup(folder, key, target, clock, watcher=watcher),
            lambda _path: dialog.say(self.tr("The copy is made, opened and checked.")),
            lambda error: dialog.say(" ".join(explain(error))),
        )

    def _check(self, dialog: CopiesDialog) -> None:
        vault = self._open_vault()
        if vault is None or dialog.work.busy:
            return
        key, copies = vault.key, list_backups(self._context.paths.backups)
        dialog.work.run(
            self.tr("Opening and checking every copy…"),
            lambda watcher: check_copies(copies, key, watcher),
            dialog.show_verdicts,
            lambda error: dialog.say(" ".join(explain(error))),
        )

    def _try(self, dialog: CopiesDialog, copy: Path) -> None:
        asked = BringBackDialog(copy, dialog, only_try=True)
        asked.exec()
        asked.deleteLater()

    def _bring_back(self, dialog: CopiesDialog, copy: Path | None) -> None:
        wanted = self._ask_for(dialog, copy)
        if wanted is not None:
            dialog.accept()
            self._replace(*wanted)

    def _ask_for(self, parent: QWidget, copy: Path | None) -> tuple[Path, bytes] | None:
        """Return the copy that is wanted, and its key."""
        source = copy or ask_which_to_open(parent, (Kind(self.tr("Safe copy"), ("zip",)),))
        if source is None:
            return None
        asked = BringBackDialog(source, parent)
        asked.tell_what_is_kept(vault_exists(self._context.paths.vault))
        return (source, asked.key) if asked.exec() else None

    def _choose_place(self, dialog: CopiesDialog) -> None:
        note = self.tr("From now on each copy also goes here, when this place can be reached.")
        place = ask_which_folder(dialog, note)
        if place is not None:
            self._set_place(dialog, str(place))

    def _set_place(self, dialog: CopiesDialog, place: str) -> None:
        self._keep_place(place)
        dialog.refresh(place)

    def _replace(self, source: Path, key: bytes) -> None:
        self._lock()
        QThreadPool.globalInstance().waitForDone()  # the lock's own copy reads the same files
        paths, clock = self._context.paths, self._context.clock
        try:
            finished, kept = do_work(
                self.tr("Bring back a copy"),
                self.tr("Opening, checking and putting in place…"),
                lambda watcher: restore(source, key, paths.vault, clock, watcher),
                self._window,
            )
            if not finished:
                return
            vault = Vault.open(paths.vault, key)
        except FamilySupportError as error:
            tell(self._window, *explain(error))
            return
        self._use(vault)
        if kept is not None:
            tell(
                self._window,
                self.tr("The copy is in use now."),
                self.tr("What it replaced is kept, still locked, in the folder {name}.").format(
                    name=kept.name
                ),
                "",
            )
