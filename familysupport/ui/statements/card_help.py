"""Help to begin the card for a no, above its sheet; first words go in as prompts in brackets."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, muted
from familysupport.ui.statements.beginning import Beginning, follow
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.sheet import Sheet


class CardHelp(QWidget):
    """Holds the sheet of the card, its question, and the help that can be unfolded."""

    def __init__(self, sheet: Sheet, helping: Helping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._helping = helping
        self._opened: Beginning | None = None
        self._begin = button(self.tr("Help me begin"), kind="link")
        self._begin.setAccessibleName(self.tr("Help me begin the card for a no"))
        self._begin.clicked.connect(self._toggle)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(muted(helping.guide.card().prompt))
        self._rows.addWidget(sheet, 1)
        self._rows.addLayout(Flow(self._begin))

    def _toggle(self) -> None:
        if self._opened is not None:
            self._rows.removeWidget(self._opened)
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None
            return
        self._opened = Beginning(self._helping.guide.card(), self._helping.relation())
        self._opened.starter_asked.connect(self._put_in)
        self._rows.addWidget(self._opened)
        self._opened.show()
        follow(self._begin, self._opened.stops())

    def _put_in(self, words: str) -> None:
        cursor = self._sheet.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self._sheet.setFocus()
