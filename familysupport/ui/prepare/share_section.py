"""Share with a relative: one locked file out, one locked file in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.plan import Plan
from familysupport.ui.kit.files import Choose, show
from familysupport.ui.kit.widgets import announce, label
from familysupport.ui.prepare.joining import Joining
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.send_card import SendCard
from familysupport.ui.prepare.take_card import TakeCard
from familysupport.vault import keys


class ShareSection(Section):
    """Ties the two ways together; a join can be undone whole."""

    def __init__(
        self,
        joining: Joining,
        choose: Choose = show,
        cost: keys.Cost = keys.USUAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.SHARE, parent)
        self.say_about(
            self.tr("Nothing is sent. You save a file, and give it to them on a stick or by mail.")
        )
        self._names = Names()
        self._said = label("", "strong")
        self._said.hide()
        self.send = SendCard(joining.gather, choose, cost)
        self.take = TakeCard(joining, choose)
        self.send.sent.connect(self._say)
        self.take.joined.connect(self._joined)
        for widget in (self._said, self.send, self.take):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Take over the names of the people."""
        self._names.take(plan.people)
        self.send.show_names(self._names)
        self.take.show_names(self._names)

    def _joined(self, words: str, undo: object) -> None:
        self.reload_asked.emit()
        self._say(words)
        self.undo_offered.emit(words, lambda: self._take_back(undo))

    def _take_back(self, undo: object) -> None:
        if callable(undo):
            undo()
        self._said.hide()
        self.reload_asked.emit()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self.verticalScrollBar().setValue(0)
        announce(self, words)
