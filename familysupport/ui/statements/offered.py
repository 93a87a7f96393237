"""Sentences from Prepare that can be taken over, each by a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.ui.kit.widgets import Card, body, button, muted, row


class Offered(Card):
    """Lists sentences made of the person's own words; `taken` carries the one to put in."""

    taken = Signal(str)

    def __init__(self, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._buttons: list[QPushButton] = []
        said = self.tr("Your own words, from Prepare.")
        if not sentences:
            said = self.tr("Prepare holds nothing of this person for here yet.")
        self.body.addWidget(muted(said))
        for sentence in sentences:
            take = button(self.tr("Put it in"), kind="choice")
            take.setAccessibleName(self.tr("Put in: {words}").format(words=sentence))
            take.clicked.connect(lambda _on, words=sentence: self.taken.emit(words))
            self._buttons.append(take)
            line = row(body(sentence), take)
            line.setStretch(0, 1)
            self.body.addLayout(line)

    def stops(self) -> list[QPushButton]:
        """Return what takes the keyboard, in the order of the eye."""
        return list(self._buttons)
