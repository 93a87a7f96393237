"""What the safety questions lead to: in words, with the reasons and whom to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.content import SafetyQuestion
from familysupport.prepare.safety import Advice, Outcome
from familysupport.ui.kit.widgets import Card, body, button, heading, label, row
from familysupport.ui.prepare.safety_words import outcome_words

if TYPE_CHECKING:
    from familysupport.content.emergency import CountryNumbers

_CLOSED = (Outcome.NOT_NOW, Outcome.DANGER, Outcome.EMERGENCY)


class OutcomeView(QWidget):
    """Shows the outcome; the first button is the one thing to do now."""

    emergency_asked = Signal(str)
    questions_asked = Signal()
    old_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_advice(self, advice: Advice, numbers: Callable[[], CountryNumbers]) -> None:
        """Show the outcome of the answers as they are now."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._head(advice)]
        if advice.reasons:
            self._cards.append(self._reasons(advice))
        if advice.outcome in _CLOSED:
            from familysupport.ui.prepare.calls_card import CallsCard

            self._cards.append(CallsCard(advice.calls, numbers()))
        for card in self._cards:
            self._layout.addWidget(card)
            card.show()

    def _head(self, advice: Advice) -> Card:
        name, about = outcome_words()[advice.outcome]
        card = Card("attention" if advice.outcome in _CLOSED else "true")
        card.body.addWidget(heading(name))
        card.body.addWidget(body(about))
        if advice.outcome is Outcome.EMERGENCY:
            go = button(self.tr("Open the Emergency page"), "emergency", "emergency")
            go.clicked.connect(lambda: self.emergency_asked.emit(advice.emergency))
            card.body.addLayout(row(go, 1))
        if advice.old:
            card.body.addWidget(body(self._old_words(advice)))
            again = button(self.tr("Answer these again"), kind="primary")
            again.clicked.connect(self.old_asked)
            card.body.addLayout(row(again, 1))
        elif advice.blank:
            text = self.tr("Begin") if advice.outcome is Outcome.NOTHING else self.tr("Go on")
            go_on = button(text, kind="primary")
            go_on.setAccessibleName(self.tr("{act} with the questions").format(act=text))
            go_on.clicked.connect(self.questions_asked)
            card.body.addLayout(row(go_on, 1))
        return card

    def _old_words(self, advice: Advice) -> str:
        return self.tr(
            "Answers grow old. {count} of them are from two weeks ago or more, or from before the "
            "last days. An earlier yes still counts."
        ).format(count=QLocale().toString(len(advice.old)))

    def _reasons(self, advice: Advice) -> Card:
        card = Card()
        closed = advice.outcome in _CLOSED
        card.body.addWidget(heading(self.tr("Why") if closed else self.tr("Mind this")))
        for question in advice.reasons:
            card.body.addWidget(_reason(question))
        return card


def _reason(question: SafetyQuestion) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(2)
    why = label(question.reason, "strong")
    why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(why)
    layout.addWidget(body(question.todo))
    return holder
