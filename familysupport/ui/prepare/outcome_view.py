"""What the safety questions lead to: in words, with the reasons and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, PhoneNumber
from familysupport.emergency.numbers import of_kinds
from familysupport.prepare.content import SafetyQuestion
from familysupport.prepare.safety import Advice, Outcome
from familysupport.ui.emergency.call_lines import details
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted, row
from familysupport.ui.prepare.safety_words import outcome_words

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

    def show_advice(self, advice: Advice, numbers: CountryNumbers) -> None:
        """Show the outcome of the answers as they are now."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._head(advice)]
        if advice.reasons:
            self._cards.append(self._reasons(advice))
        if advice.outcome in _CLOSED:
            self._cards.append(CallsCard(advice.calls, numbers))
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


class CallsCard(Card):
    """The numbers that fit, in the country chosen in Settings."""

    def __init__(self, kinds: tuple[str, ...], numbers: CountryNumbers) -> None:
        super().__init__()
        self.body.addWidget(heading(self.tr("Whom to call first")))
        found = of_kinds(numbers, kinds)
        for number in found:
            self.body.addWidget(_call(number))
        if not found:
            self.body.addWidget(
                body(
                    self.tr(
                        "There is no list for your country yet. Call your emergency number or "
                        "your doctor. You can choose a country in Settings."
                    )
                )
            )


def _call(number: PhoneNumber) -> QWidget:
    """Return a number above what is known about it, which fits any window."""
    called = heading(number.number)
    called.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 4, 0, 4)
    layout.setSpacing(2)
    for one in (called, label(number.name, "strong"), muted(details(number))):
        layout.addWidget(one)
    return holder


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
