"""Opens a safe copy, tells what is in it, and asks before it replaces anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from familysupport.errors import WrongCodeError, WrongPassphraseError
from familysupport.progress import Watcher
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.progress import ProgressLine
from familysupport.ui.kit.widgets import Card, announce, body, button, label, muted, row
from familysupport.ui.vault.copies_words import inside_words
from familysupport.ui.vault.gate import PassphraseField
from familysupport.ui.vault.slips import is_like_a_code, mark_slip, slip_words
from familysupport.ui.vault.typed import try_typed
from familysupport.vault.backup import BackupInfo, key_of_backup, look_into
from familysupport.vault.keys import key_from_code


class BringBackDialog(CalmDialog):
    """Accepted when the person wants this copy; `key` then opens it."""

    def __init__(self, source: Path, parent: QWidget, only_try: bool = False) -> None:
        name = _tr("Try a copy") if only_try else _tr("Bring back a copy")
        super().__init__(name, parent, 600, 560)
        self._only_try = only_try
        self._replaces = True
        self.key = b""
        self._source = source
        self._field = PassphraseField(self.tr("Passphrase or recovery code of this copy"))
        self._shown = QCheckBox(self.tr("Show what I type"))
        self._shown.toggled.connect(self._field.show_words)
        self._name = self.tr("Open it and count") if only_try else self.tr("Look inside")
        self._look = button(self._name, kind="primary")
        self._progress = ProgressLine()
        self._progress.ended.connect(self._ready)
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._inside = Card("soft")
        self._found = label("", "strong")
        self._inside.body.addWidget(self._found)
        self._kept = muted(
            self.tr("This copy is good. It was put away again, and nothing was changed.")
            if only_try
            else self.tr("The pages you have now are kept beside it, still locked.")
        )
        self._inside.body.addWidget(self._kept)
        self._inside.hide()
        self._use = button(self.tr("Use this copy"))
        self._use.hide()
        self._build()

    def tell_what_is_kept(self, has_pages: bool) -> None:
        """Say that the pages of now are kept, where there are any."""
        self._replaces = has_pages
        self._kept.setVisible(has_pages)

    def _build(self) -> None:
        self.body.addWidget(
            body(
                self.tr(
                    "This is a rehearsal: the copy is opened in a private place and its pages are"
                    " counted. Your pages stay as they are. Type the passphrase you had when the"
                    " copy was made, or the recovery code."
                )
                if self._only_try
                else self.tr(
                    "Nothing is replaced before you have seen what is in the copy. It opens with "
                    "the passphrase you had when it was made, or with the recovery code."
                )
            )
        )
        name = label(self.tr("Passphrase or recovery code of this copy"), "strong")
        name.setBuddy(self._field)
        for widget in (name, self._field, self._shown, self._trouble):
            self.body.addWidget(widget)
        self.body.addLayout(row(self._look, 1))
        self.body.addWidget(self._progress)
        self.body.addWidget(self._inside)
        self.body.addLayout(row(1, self._use))
        self.body.addStretch(1)
        self._look.clicked.connect(self._open)
        self._field.returnPressed.connect(self._open)
        self._use.clicked.connect(self.accept)
        self._field.setFocus()

    def _open(self) -> None:
        typed, source = self._field.text(), self._source
        if not typed.strip() or not self._look.isEnabled():
            return
        self._look.setEnabled(False)

        def work(watcher: Watcher) -> tuple[bytes, BackupInfo]:
            key = _key(source, typed)
            return key, look_into(source, key, watcher)

        self._progress.run(self.tr("Opening and checking…"), work, self._show, self._fail)

    def _show(self, found: tuple[bytes, BackupInfo]) -> None:
        self.key, info = found
        self._ready()
        self._trouble.hide()
        when = short_time(info.made_at)
        said = self.tr("Made {when}. In it: {inside}")
        text = said.format(when=when, inside=inside_words(info))
        self._found.setText(text)
        self._inside.show()
        self._use.setVisible(not self._only_try)
        # One Enter too many, in waiting, must not replace the pages of now.
        (self._look if self._only_try or self._replaces else self._use).setFocus()
        announce(self._inside, text)

    def _ready(self) -> None:
        self._look.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        self._ready()
        text = self._sentence(error)
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)
        self._field.setFocus()
        if isinstance(error, WrongCodeError) and error.groups:
            mark_slip(self._field, error.groups[0])
        else:
            self._field.selectAll()

    def _sentence(self, error: Exception) -> str:
        unchanged = self.tr("Nothing was changed.")
        if isinstance(error, WrongCodeError) and error.groups:
            return f"{slip_words(self._field.text(), error.groups)} {unchanged}"
        if isinstance(error, WrongPassphraseError):
            wrong = self.tr("That does not open this copy.")
            older = self.tr(
                "Type the passphrase you had when it was made. The recovery code opens it too."
            )
            return f"{wrong} {unchanged} {older}"
        return " ".join(explain(error))


def _key(source: Path, typed: str) -> bytes:
    """Return the key for what was typed: the code where it is one, else the passphrase."""
    try:
        return key_from_code(typed)
    except WrongCodeError as slip:
        try:
            return try_typed(lambda words: key_of_backup(source, words), typed)
        except WrongPassphraseError:
            if is_like_a_code(typed):
                raise slip from None
            raise


def _tr(text: str) -> str:
    return QCoreApplication.translate("BringBackDialog", text)
