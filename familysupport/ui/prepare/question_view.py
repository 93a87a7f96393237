"""One safety question at a time, with three answers and the way past it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from familysupport.prepare.content import SafetyQuestion
from familysupport.prepare.safety import Reply
from familysupport.ui.kit.theme import scaled, text_scale
from familysupport.ui.kit.widgets import Card, announce, button, heading, label, row
from familysupport.ui.prepare.safety_words import reply_words


class QuestionView(QWidget):
    """Shows one question; `answered` carries the answer, None when one was taken back."""

    answered = Signal(object)
    step_asked = Signal(int)
    outcome_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = label("", "eyebrow")
        self._ask = heading("")
        self._buttons = {reply: self._answer(reply) for reply in reply_words()}
        self._back = button(self.tr("Back"), "back", "quiet")
        self._blank = button(self.tr("Leave it blank"), kind="quiet")
        self._outcome = button(self.tr("To the outcome"), kind="quiet")
        self._back.clicked.connect(lambda: self.step_asked.emit(-1))
        self._blank.clicked.connect(self._leave_blank)
        self._outcome.clicked.connect(self.outcome_asked)
        direction = QBoxLayout.Direction
        small = text_scale() <= 1.5
        choices = QBoxLayout(direction.LeftToRight if small else direction.TopToBottom)
        for one in self._buttons.values():
            choices.addWidget(one)
        card = Card()
        card.body.setSpacing(16)
        card.body.addWidget(self._where)
        card.body.addWidget(self._ask)
        card.body.addLayout(choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(card)
        if small:
            layout.addLayout(row(self._back, self._blank, 1, self._outcome))
        else:
            for one in (self._back, self._blank, self._outcome):
                layout.addLayout(row(one, 1))

    def show_question(
        self, question: SafetyQuestion, number: int, total: int, reply: Reply | None
    ) -> None:
        """Show question `number` of `total` with the answer it has."""
        self._where.setText(
            self.tr("{group} · question {number} of {total}").format(
                group=question.group, number=number, total=total
            )
        )
        self._ask.setText(question.ask)
        for one, choice in self._buttons.items():
            choice.setChecked(one is reply)
            choice.setAccessibleDescription(question.ask)
        self._back.setEnabled(number > 1)
        if self.isVisible():
            announce(self, question.ask)

    def begin(self) -> None:
        """Put the keyboard on the first answer."""
        next(iter(self._buttons.values())).setFocus()

    def _answer(self, reply: Reply) -> QPushButton:
        choice = button(reply_words()[reply])
        choice.setCheckable(True)
        choice.setMinimumHeight(scaled(48))
        choice.clicked.connect(self._give(reply))
        return choice

    def _give(self, reply: Reply) -> Callable[[], None]:
        return lambda: self.answered.emit(reply)

    def _leave_blank(self) -> None:
        self.answered.emit(None)
