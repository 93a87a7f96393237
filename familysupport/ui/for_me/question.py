"""One question of the check-in: its answers by number, words of one's own, or neither."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from familysupport.for_me.content import Question
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, heading, muted
from familysupport.ui.kit.writing import UNLEARNED

_LONGEST = 200


class QuestionView(QWidget):
    """Shows a question; choosing an answer is all there is to do."""

    answered = Signal(str, str)
    worded = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.buttons: list[QPushButton] = []
        flow = Flow(spacing=10)
        for number, answer in enumerate(question.answer, 1):
            one = button(f"{number}  {answer.text}")
            one.setAccessibleName(answer.text)
            one.setAccessibleDescription(self.tr("Key {number}").format(number=number))
            one.setCheckable(True)
            one.clicked.connect(lambda _on, name=answer.id: self.answered.emit(question.id, name))
            self.buttons.append(one)
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(question.ask))
        layout.addLayout(flow)
        self.words = self._make_words()
        if question.own:
            layout.addWidget(muted(self.tr("Or in your own words:")))
            layout.addWidget(self.words)

    def show_answer(self, chosen: str, words: str) -> None:
        """Show what was answered before."""
        for one, answer in zip(self.buttons, self.question.answer, strict=True):
            one.setChecked(answer.id == chosen)
        self.words.setText(words)

    def choose(self, number: int) -> bool:
        """Take the answer with this number, counted from 1; say whether there is one."""
        if not 1 <= number <= len(self.buttons):
            return False
        self.buttons[number - 1].click()
        return True

    def write(self, text: str) -> None:
        """Begin to write in one's own words with what was typed."""
        self.words.setFocus()
        self.words.insert(text)
        self.worded.emit()

    def focus_answer(self) -> None:
        """Go to the answer chosen before, or to the first."""
        chosen = [one for one in self.buttons if one.isChecked()]
        (chosen or self.buttons)[0].setFocus()

    def _make_words(self) -> QLineEdit:
        words = QLineEdit(self)
        words.setAccessibleName(self.question.ask)
        words.setMaxLength(_LONGEST)
        words.setInputMethodHints(UNLEARNED)
        words.textEdited.connect(self.worded)
        words.setVisible(self.question.own)
        return words
