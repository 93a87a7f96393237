"""Safe copies: where they are, when they were made, how to make one and bring one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.files import (
    Kind,
    ask_where_to_save,
    ask_which_folder,
    ask_which_to_open,
    write_beside,
)
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import explain, tell
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted, row
from familysupport.ui.vault.bring_back import BringBackDialog
from familysupport.vault.backup import list_backups, make_backup, restore
from familysupport.vault.everything import everything_as_files
from familysupport.vault.vault import Vault


class Copies(QObject):
    """Carries out what has to do with copies; `open_vault` gives the open vault or None."""

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        open_vault: Callable[[], Vault | None],
        use: Callable[[Vault], None],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._open_vault = open_vault
        self._use = use
        self._lock = lock

    def show(self) -> None:
        """Open the page about safe copies."""
        vault = self._open_vault()
        dialog = CopiesDialog(self._context.paths.backups, vault is not None, self._window)
        dialog.copy_button.clicked.connect(lambda: self._copy_to(dialog))
        dialog.back_button.clicked.connect(lambda: self._bring_back(dialog, None))
        dialog.list.activated.connect(lambda _index: self._bring_back(dialog, dialog.chosen()))
        dialog.this_button.clicked.connect(lambda: self._bring_back(dialog, dialog.chosen()))
        dialog.exec()

    def export(self) -> None:
        """Save everything as open files, after saying that these are not locked."""
        vault = self._open_vault()
        if vault is None:
            return
        kinds = (Kind(self.tr("Zip file"), ("zip",)),)
        target = ask_where_to_save(self._window, "everything.zip", kinds)
        if target is None:
            return
        try:
            write_beside(target, everything_as_files(vault.db))
        except FamilySupportError as error:
            tell(self._window, *explain(error))
            return
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
        if vault is None or target is None:
            return
        folder, key, clock = vault.folder, vault.key, self._context.clock

        def work() -> Path:
            return make_backup(folder, key, target, clock)

        dialog.say(self.tr("Copying and checking…"))
        jobs.run(
            dialog,
            work,
            lambda _path: dialog.say(self.tr("The copy is made, opened and checked.")),
            lambda error: dialog.say(" ".join(explain(error))),
        )

    def _bring_back(self, dialog: CopiesDialog, copy: Path | None) -> None:
        source = copy or ask_which_to_open(dialog, (Kind(self.tr("Safe copy"), ("zip",)),))
        if source is None:
            return
        asked = BringBackDialog(source, dialog)
        if not asked.exec():
            return
        dialog.accept()
        self._replace(source, asked.key)

    def _replace(self, source: Path, key: bytes) -> None:
        self._lock()
        QThreadPool.globalInstance().waitForDone()  # the lock's own copy reads the same files
        paths = self._context.paths
        try:
            kept = restore(source, key, paths.vault, self._context.clock)
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


class CopiesDialog(CalmDialog):
    """Tells about copies in words a tired person can follow."""

    def __init__(self, folder: Path, is_open: bool, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("CopiesDialog", "Safe copies"), parent, 640, 600
        )
        copies = list_backups(folder)
        self.body.addWidget(
            body(
                self.tr(
                    "The program copies your pages whenever they are locked, and once a day. Each "
                    "copy is opened and checked. It is locked with the passphrase you had when it "
                    "was made."
                )
            )
        )
        self.body.addWidget(self._newest(copies))
        self.body.addWidget(heading(self.tr("Keep one somewhere else too")))
        self.body.addWidget(
            muted(self.tr("A USB stick in another house is best: it survives this computer."))
        )
        self.copy_button = button(self.tr("Copy to another place…"), "save", "primary")
        self.copy_button.setEnabled(is_open)
        self.back_button = button(self.tr("Bring back from a file…"))
        self.body.addLayout(Flow(self.copy_button, self.back_button))
        if not is_open:
            self.body.addWidget(muted(self.tr("To make a copy, unlock your pages first.")))
        self._said = label("", "strong")
        self._said.hide()
        self.body.addWidget(self._said)
        self._model: RowsModel[Path] = RowsModel(lambda path: Row(_when(path), "", "backup"), self)
        self._model.set_rows(copies)
        self.list: RowList[Path] = RowList(self._model, self.tr("Copies on this computer"))
        self.list.setFixedHeight(scaled(min(200, 52 * len(copies) + 8)))
        self.this_button = button(self.tr("Bring back the chosen copy…"), "undo")
        self.this_button.setEnabled(False)
        self.list.chosen.connect(lambda _copy: self.this_button.setEnabled(True))
        if copies:
            self.body.addWidget(heading(self.tr("Copies on this computer")))
            self.body.addWidget(self.list)
            self.body.addLayout(row(self.this_button, 1))
        self.body.addWidget(heading(self.tr("Where they are")))
        place = muted(str(folder))
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(place)
        self.body.addStretch(1)

    def chosen(self) -> Path:
        """Return the copy chosen in the list."""
        return self._model.at(self.list.currentIndex().row())

    def say(self, text: str) -> None:
        """Say how a copy went."""
        self._said.setText(text)
        self._said.show()
        announce(self._said, text)

    def _newest(self, copies: list[Path]) -> Card:
        card = Card("soft" if copies else "attention")
        if copies:
            text = self.tr("Newest copy: {when}. Opened and checked when it was made.")
            card.body.addWidget(label(text.format(when=_when(copies[0])), "strong"))
        else:
            card.body.addWidget(
                label(self.tr("There is no copy yet. The first is made when you lock."), "strong")
            )
        return card


def _when(copy: Path) -> str:
    moment = datetime.fromtimestamp(copy.stat().st_mtime, UTC)
    return short_time(moment)
