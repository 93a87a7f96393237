"""The way back for statements that were deleted in the last 30 days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.statements.model import Statement
from familysupport.statements.reading import words
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import Card, button, label, muted, row
from familysupport.ui.statements.words import name_of


class DeletedDialog(CalmDialog):
    """Lists what can still be brought back; `brought_back` carries the statement."""

    brought_back = Signal(object)

    def __init__(self, store: StatementStore, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Deleted statements"), parent)
        self._store = store
        self.body.addWidget(
            muted(self.tr("A deleted statement is kept for 30 days, then it is gone for good."))
        )
        for statement in store.put_away():
            self.body.addWidget(self._card(statement))
        self.body.addStretch(1)

    def _card(self, statement: Statement) -> Card:
        card = Card()
        name = name_of(statement)
        back = button(self.tr("Bring back"), "undo")
        back.setAccessibleName(self.tr("Bring back {name}").format(name=name))
        back.clicked.connect(lambda: self._bring_back(statement))
        card.body.addWidget(label(name, "strong"))
        count = self.tr("{count} words").format(count=words(statement.text))
        card.body.addWidget(muted(count))
        card.body.addLayout(row(back, 1))
        return card

    def _bring_back(self, statement: Statement) -> None:
        self._store.restore(statement.id)
        self.brought_back.emit(statement)
        self.accept()
