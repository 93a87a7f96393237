"""Puts the plan into one locked file for a relative."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from familysupport.errors import FamilySupportError
from familysupport.prepare.records import Bundle, only_for
from familysupport.prepare.share import seal
from familysupport.ui.kit import jobs
from familysupport.ui.kit.files import Choose, FileDialog, Kind, show, write_beside
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted, row
from familysupport.ui.prepare.inputs import CalmBox
from familysupport.ui.prepare.names import Names
from familysupport.ui.vault.gate import PassphraseField
from familysupport.ui.vault.setup import LEAST
from familysupport.vault import keys

SUGGESTED = "plan.famplan"


class SendCard(Card):
    """Asks for whom and for a passphrase of its own, then saves; `sent` says that it is there."""

    sent = Signal(str)

    def __init__(
        self,
        gather: Callable[[], Bundle],
        choose: Choose = show,
        cost: keys.Cost = keys.USUAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._gather, self._choose_file, self._cost = gather, choose, cost
        self._who = CalmBox()
        self._who.setAccessibleName(self.tr("What to share"))
        self._first = PassphraseField(self.tr("Passphrase for this file"))
        self._again = PassphraseField(self.tr("The same once more"))
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._save = button(self.tr("Save a locked file…"), "save", "primary")
        self._save.clicked.connect(self._send)
        self._lay_out()

    def show_names(self, names: Names) -> None:
        """Offer the whole plan, or the sheet of one person."""
        chosen = self._who.currentData()
        self._who.clear()
        self._who.addItem(self.tr("the whole plan"), "")
        for name, uid in names.choices()[1:]:
            self._who.addItem(self.tr("only {name}’s part").format(name=name), uid)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)))

    def _lay_out(self) -> None:
        self.body.addWidget(heading(self.tr("Give it to a relative")))
        self.body.addWidget(
            body(
                self.tr(
                    "The file holds people, plan and statements. The safety answers, private "
                    "pages and the journal are never in it. Choose a new passphrase, and tell it "
                    "to them by voice, not in the same message as the file."
                )
            )
        )
        for name, field in (
            (self.tr("What to share"), self._who),
            (self.tr("Passphrase for this file"), self._first),
            (self.tr("The same once more"), self._again),
        ):
            caption = label(name, "strong")
            caption.setBuddy(field)
            self.body.addWidget(caption)
            self.body.addWidget(field)
        shown = QCheckBox(self.tr("Show what I type"))
        shown.toggled.connect(self._first.show_words)
        shown.toggled.connect(self._again.show_words)
        self.body.addWidget(shown)
        self.body.addWidget(muted(self.tr("Four or five plain words are hard to guess.")))
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self._save, 1))
        self._again.returnPressed.connect(self._send)

    def _send(self) -> None:
        passphrase = self._first.text()
        if len(passphrase.strip()) < LEAST:
            self._complain(
                self.tr("Use at least {count} letters or signs.").format(count=LEAST), self._first
            )
            return
        if passphrase != self._again.text():
            self._complain(self.tr("The two are not the same. Show them to compare."), self._again)
            return
        self._trouble.hide()
        path = self._choose_file(self._dialog())
        if path is None:
            return
        only, bundle, cost = str(self._who.currentData() or ""), self._gather(), self._cost
        shared = only_for(bundle, only) if only else bundle
        self._save.setEnabled(False)

        def work() -> None:
            write_beside(path, seal(shared, passphrase, cost))

        jobs.run(self, work, self._done, self._fail)

    def _dialog(self) -> FileDialog:
        kinds = (Kind(self.tr("Shared plan"), ("famplan",)),)
        dialog = FileDialog(self, self.tr("Save a locked file"), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("famplan")
        dialog.selectFile(SUGGESTED)
        dialog.say(self.tr("This file is locked with the passphrase you just chose."))
        return dialog

    def _done(self, _nothing: object) -> None:
        self._save.setEnabled(True)
        self._first.clear()
        self._again.clear()
        self.sent.emit(self.tr("The locked file is saved. Tell them the passphrase by voice."))

    def _fail(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, FamilySupportError):
            raise error
        self._complain(" ".join(explain(error)), self._save)

    def _complain(self, text: str, where: QWidget) -> None:
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)
        where.setFocus()
