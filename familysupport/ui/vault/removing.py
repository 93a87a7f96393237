"""Removes everything the program keeps on this computer, after a clear word typed by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from familysupport.paths import Paths
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.messages import tell
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted


class RemoveDialog(CalmDialog):
    """Says what goes and what stays; accepted only after the word was typed."""

    def __init__(self, paths: Paths, parent: QWidget | None) -> None:
        super().__init__(_tr("Remove everything"), parent, 640, 640)
        self._word = self.tr("remove")
        card = Card("attention")
        card.body.addWidget(label(self.tr("This cannot be undone."), "strong"))
        card.body.addWidget(
            body(
                self.tr(
                    "Afterwards neither the passphrase nor the recovery code brings anything back "
                    "on this computer."
                )
            )
        )
        self.body.addWidget(card)
        self.body.addWidget(heading(self.tr("What goes")))
        self.body.addWidget(
            body(
                self.tr(
                    "Your private pages. The safe copies that the program made by itself. The "
                    "settings. The log of events."
                )
            )
        )
        for folder in (paths.vault, paths.backups, paths.config, paths.log):
            self.body.addWidget(muted(str(folder)))
        self.body.addWidget(heading(self.tr("What stays, out of the program’s reach")))
        self.body.addWidget(
            body(
                self.tr(
                    "Safe copies on a USB stick or in another folder. Files you saved, and paper. "
                    "The program itself. Parts of deleted files may stay on a disk for a while; "
                    "they are locked with your passphrase."
                )
            )
        )
        self._typed = QLineEdit()
        name = label(
            self.tr("To go on, type the word {word}").format(word=f"“{self._word}”"), "strong"
        )
        name.setBuddy(self._typed)
        self._typed.setAccessibleName(name.text())
        self.body.addWidget(name)
        self.body.addWidget(self._typed)
        self.body.addStretch(1)
        self._remove = button(self.tr("Remove everything"), "trash", "danger")
        self._remove.setEnabled(False)
        self.foot.insertWidget(0, self._remove)
        self._typed.textChanged.connect(
            lambda text: self._remove.setEnabled(text.strip().casefold() == self._word.casefold())
        )
        self._remove.clicked.connect(self.accept)


def tell_removed(left: list[Path], parent: QWidget) -> None:
    """Say that everything is gone, or name what would not go."""
    if left:
        tell(
            parent,
            _tr("Not everything could be removed."),
            _tr("These are still there:") + "\n" + "\n".join(map(str, left)),
            _tr("Close other programs that use them, then delete them by hand."),
        )
        return
    tell(
        parent,
        _tr("Everything is removed from this computer."),
        _tr("Copies in other places and paper are as they were."),
        _tr("The program closes now. The next start is like the first one."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RemoveDialog", text)
