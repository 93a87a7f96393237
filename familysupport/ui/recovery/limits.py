"""One week of one limit: kept, not this week, or it did not come up; no answer is a wrong one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from familysupport.recovery.model import Limit, WeekAnswer
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import label
from familysupport.ui.recovery.choice import choice_button
from familysupport.ui.recovery.words import answer_words


class WeekQuestion(QWidget):
    """Asks how a week went; pressing the answer again takes it back."""

    answered = Signal(object)

    def __init__(self, limit: Limit, name: str, monday: date, answer: WeekAnswer | None) -> None:
        super().__init__()
        self.monday = monday
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(name, "small"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        flow = Flow(spacing=6)
        for value, words in answer_words().items():
            choice = choice_button(words, f"{limit.words}, {name}: {words}")
            choice.setChecked(value is answer)
            choice.clicked.connect(lambda on, value=value: self._choose(value, is_on=on))
            self._group.addButton(choice)
            flow.addWidget(choice)
        column.addLayout(flow)

    def _choose(self, value: WeekAnswer, *, is_on: bool) -> None:
        for place, one in enumerate(WeekAnswer):
            self._group.buttons()[place].setChecked(is_on and one is value)
        self.answered.emit(value if is_on else None)
