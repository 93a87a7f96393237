"""Makes a new recovery code for the open pages; the old one stops opening them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from familysupport.errors import FamilySupportError, WrongPassphraseError
from familysupport.settings import Settings
from familysupport.ui.kit import jobs
from familysupport.ui.kit.messages import explain, tell
from familysupport.ui.kit.widgets import announce, body, button, label, row, title
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.gate import GateDialog, GatePage, PassphraseField
from familysupport.ui.vault.sheet import show_code_sheet
from familysupport.ui.vault.typed import key_of_typed
from familysupport.vault.keys import code_for, new_key, wrap
from familysupport.vault.vault import Vault, read_key_file, rekey


class NewCodeDialog(GateDialog):
    """Asks for the passphrase, shows the new code once, and changes nothing before it is proved."""

    changed = Signal()

    def __init__(
        self, vault: Vault, settings: Callable[[], Settings], parent: QWidget | None
    ) -> None:
        keep = QCoreApplication.translate("NewCodeDialog", "Keep the old code")
        super().__init__(keep, parent)
        self._vault = vault
        self._settings = settings
        self._ask = AskPassphrase()
        self._ask.given.connect(self._make)
        self.show_page(self._ask)
        self._ask.focus()

    def _make(self, passphrase: str) -> None:
        folder = self._vault.folder

        def work() -> tuple[bytes, bytes]:
            key_of_typed(read_key_file(folder), passphrase)
            key = new_key()
            return key, wrap(key, passphrase.strip())

        jobs.run(self, work, self._show, self._ask.say)

    def _show(self, made: tuple[bytes, bytes]) -> None:
        key, wrapped = made
        page = ShowCode(code_for(key), self.tr("Use this code from now on"))
        page.print_asked.connect(lambda code: show_code_sheet(code, self._settings(), self))
        page.proved.connect(lambda: self._use(key, wrapped))
        self.show_page(page)
        page.focus()

    def _use(self, key: bytes, wrapped: bytes) -> None:
        try:
            rekey(self._vault, key, wrapped)
        except FamilySupportError as error:
            tell(self, *explain(error))
            return
        self.accept()
        self.changed.emit()
        tell(
            self.parentWidget(),
            self.tr("The new recovery code is in force."),
            self.tr(
                "Everything you wrote is as it was, and the passphrase stays the same. The old "
                "code does not open your pages any more."
            ),
            self.tr(
                "Safe copies made before still open with the old code. Keep the old sheet as long "
                "as you keep such copies, or destroy both."
            ),
        )


class AskPassphrase(GatePage):
    """Says what a new code changes, and asks for the passphrase."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(560)
        self._field = PassphraseField(self.tr("Passphrase"))
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._next = button(self.tr("Make a new code"), kind="primary")
        self._build()

    def focus(self) -> None:
        """Put the cursor where the passphrase goes."""
        self._field.setFocus()

    def say(self, error: Exception) -> None:
        """Tell what went wrong; what was typed stays."""
        self._next.setEnabled(True)
        wrong = self.tr("That is not the passphrase. Nothing was changed. Try once more.")
        text = wrong if isinstance(error, WrongPassphraseError) else " ".join(explain(error))
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)
        self._field.setFocus()
        self._field.selectAll()

    def _build(self) -> None:
        add = self.card.body.addWidget
        add(title(self.tr("A new recovery code")))
        add(
            body(
                self.tr(
                    "Make one if somebody may have seen the old sheet, or if it is lost. From then "
                    "on the old code does not open your pages. Safe copies made before still open "
                    "with the old code. Nothing changes until you have typed the new one back."
                )
            )
        )
        name = label(self.tr("Your passphrase"), "strong")
        name.setBuddy(self._field)
        shown = QCheckBox(self.tr("Show what I type"))
        shown.toggled.connect(self._field.show_words)
        for widget in (name, self._field, shown, self._trouble):
            add(widget)
        self.card.body.addLayout(row(1, self._next))
        self._field.returnPressed.connect(self._give)
        self._next.clicked.connect(self._give)

    def _give(self) -> None:
        if self._field.text().strip() and self._next.isEnabled():
            self._next.setEnabled(False)
            self.given.emit(self._field.text())
