"""Help: a short page about each part of the program, offline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import body, heading


class HelpDialog(CalmDialog):
    """Shows the help about tab `number` first, then keys, then the rest."""

    def __init__(self, parent: QWidget | None, number: int) -> None:
        super().__init__(QCoreApplication.translate("HelpDialog", "Help"), parent, 660, 640)
        parts = self._parts()
        for name, words in (parts[number], self._keys(), *parts[:number], *parts[number + 1 :]):
            self.body.addWidget(heading(name))
            self.body.addWidget(body(words))
        self.body.addStretch(1)

    def _keys(self) -> tuple[str, str]:
        return (
            self.tr("Keys"),
            self.tr(
                "F12: Emergency, at any time. Escape goes back.\n"
                "Ctrl+Shift+H, or Shift three times: save, lock and hide the window at once.\n"
                "Ctrl+L: lock. Alt+1 to Alt+5: the five parts.\n"
                "Ctrl and + or −: larger or smaller text. Ctrl+0: the usual size.\n"
                "Tab goes from one thing to the next, also out of a text."
            ),
        )

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Learn"),
                self.tr(
                    "Short lessons about heroin, overdose, treatment and what families can do. "
                    "They are open without a passphrase. While your pages are locked, the program "
                    "does not remember what was read."
                ),
            ),
            (
                self.tr("Prepare"),
                self.tr(
                    "The people who will be at the meeting, what each one does, and the order in "
                    "which they speak."
                ),
            ),
            (
                self.tr("Statements"),
                self.tr(
                    "What each person wants to say. It is saved by itself while you write. You "
                    "can print it as a letter or in large type."
                ),
            ),
            (
                self.tr("Rehearse"),
                self.tr(
                    "Read a statement aloud at a calm pace. The space bar starts and pauses. An "
                    "empty line is a breath."
                ),
            ),
            (
                self.tr("Journal"),
                self.tr(
                    "A private place to write. Every entry is saved by itself. Search finds whole "
                    "and begun words. What you delete can be brought back for 30 days."
                ),
            ),
        )
