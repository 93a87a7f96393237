"""Changes the passphrase of the open pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.errors import FamilySupportError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.messages import tell
from familysupport.ui.vault.gate import GateDialog
from familysupport.ui.vault.setup import ChoosePassphrase
from familysupport.vault.keys import wrap
from familysupport.vault.vault import Vault, write_key_file


class ChangePassphraseDialog(GateDialog):
    """Asks for the new passphrase twice; the recovery code stays the same."""

    def __init__(self, vault: Vault, parent: QWidget | None) -> None:
        keep = QCoreApplication.translate("ChangePassphraseDialog", "Keep the old one")
        super().__init__(keep, parent)
        self._vault = vault
        self._choose = ChoosePassphrase(
            self.tr("Choose another passphrase"),
            self.tr(
                "It locks what you write from now on. The recovery sheet you have stays good: it "
                "opens your pages as before."
            ),
        )
        self._choose.chosen.connect(self._wrap)
        self.show_page(self._choose)
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
