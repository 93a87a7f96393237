"""Changes the passphrase of the open pages."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from familysupport.errors import FamilySupportError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.dialog import on_screen
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.messages import tell
from familysupport.ui.kit.widgets import button, row
from familysupport.ui.vault.setup import ChoosePassphrase
from familysupport.vault.keys import wrap
from familysupport.vault.vault import Vault, write_key_file


class ChangePassphraseDialog(QDialog):
    """Asks for the new passphrase twice; the recovery code stays the same."""

    def __init__(self, vault: Vault, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Family Support"))
        self._vault = vault
        self._choose = ChoosePassphrase()
        self._choose.chosen.connect(self._wrap)
        close = button(self.tr("Keep the old one"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row(1, hide_button()))
        layout.addWidget(self._choose, 1)
        layout.addLayout(row(1, close))
        self.resize(on_screen(640, 640))
        self._choose.focus()

    def _wrap(self, passphrase: str) -> None:
        key = self._vault.key
        jobs.run(self, lambda: wrap(key, passphrase), self._keep, self._choose.say)

    def _keep(self, wrapped: bytes) -> None:
        try:
            write_key_file(self._vault.folder, wrapped)
        except FamilySupportError as error:
            self._choose.say(error)
            return
        self.accept()
        tell(
            self.parentWidget(),
            self.tr("The passphrase is changed."),
            self.tr("Everything you wrote is as it was. The recovery code stays the same."),
            self.tr("Older safe copies still open with the passphrase they were made with."),
        )
