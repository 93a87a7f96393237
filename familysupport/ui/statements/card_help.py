"""Help to begin the card for a no, above its sheet; first words go in as prompts in brackets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, muted
from familysupport.ui.statements.beginning import Beginning, follow
from familysupport.ui.statements.offered import Offered
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.sheet import Sheet


class CardHelp(QWidget):
    """Holds the sheet of the card, its question, and the help that can be unfolded."""

    def __init__(self, sheet: Sheet, helping: Helping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._helping = helping
        self._opened: Beginning | Offered | None = None
        self._begin = self._opener(
            self.tr("Help me begin"), self.tr("Help me begin the card for a no"), self._beginning
        )
        self._known = self._opener(
            self.tr("From Prepare"), self.tr("From Prepare: limits for the card"), self._offered
        )
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._prompt = muted("")
        self._rows.addWidget(self._prompt)
        self._rows.addWidget(sheet, 1)
        self._rows.addLayout(Flow(self._begin, self._known))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the question once the card is wanted: with it all the help for letters is read."""
        if not self._prompt.text():
            self._prompt.setText(self._helping.guide.card().prompt)
        super().showEvent(event)

    def _opener(
        self, text: str, spoken: str, make: Callable[[], Beginning | Offered]
    ) -> QPushButton:
        opener = button(text, kind="link")
        opener.setAccessibleName(spoken)
        opener.clicked.connect(lambda: self._toggle(make()))
        return opener

    def _beginning(self) -> Beginning:
        help_ = Beginning(self._helping.guide.card(), self._helping.relation())
        help_.starter_asked.connect(self._put_in)
        return help_

    def _offered(self) -> Offered:
        offered = Offered(self._helping.limits())
        offered.taken.connect(self._put_in)
        return offered

    def _toggle(self, helper: Beginning | Offered) -> None:
        same = type(helper) is type(self._opened)
        if self._opened is not None:
            self._rows.removeWidget(self._opened)
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None
        if same:
            helper.deleteLater()
            return
        self._opened = helper
        self._rows.addWidget(helper)
        helper.show()
        follow(self._known, helper.stops())

    def _put_in(self, words: str) -> None:
        cursor = self._sheet.textCursor()
        gap = "\n\n" if not cursor.atBlockStart() and not words.startswith("[") else ""
        cursor.beginEditBlock()
        cursor.insertText(gap + words)
        cursor.endEditBlock()
        self._sheet.setTextCursor(cursor)
        self._sheet.setFocus()
