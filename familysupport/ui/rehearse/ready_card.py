"""How prepared one felt, a line for each question and a table of the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.prepared import Moment, Prepared, Question
from familysupport.ui.kit.table import WordTable
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, button, empty, heading, label, muted
from familysupport.ui.rehearse.calm_chart import CalmChart
from familysupport.ui.rehearse.ready_page import moment_words, question_words

_LOW, _WIDE = 64, 420


class ReadyCard(Card):
    """Shows what was told, and leads to the questions that wait; no sum is drawn from it."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._moment = Moment.BEFORE
        self._lines = QVBoxLayout()
        self._table = WordTable(self.tr("How prepared you felt"))
        self._ask = button("", kind="link")
        self._ask.clicked.connect(lambda: self.asked.emit(self._moment))
        self.body.addWidget(heading(self.tr("How prepared you felt")))
        self.body.addWidget(
            muted(self.tr("From 0 to 10: before, after practice, after the real day."))
        )
        self.body.addLayout(self._lines)
        self.body.addWidget(self._table)
        self.body.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

    def show_told(self, told: Sequence[Prepared], now: Moment) -> None:
        """Show the answers of all moments; `now` is the one that can be answered."""
        self._moment = now
        answers = {one.moment: one.answers for one in told}
        rows = [self._row(answers, place) for place in range(len(Question))]
        some = any(value is not None for row in rows for value in row)
        empty(self._lines)
        for question, row in zip(Question, rows, strict=True):
            if some:
                self._add_line(question, row)
        self._table.setVisible(some)
        self._table.show_lines(
            [
                (self.tr("Question"), *map(moment_words, Moment)),
                *(
                    (question_words(question), *("–" if one is None else str(one) for one in row))
                    for question, row in zip(Question, rows, strict=True)
                ),
            ]
        )
        words = self.tr("Answer the four questions: {moment}").format(moment=moment_words(now))
        self._ask.setText(words)
        self._ask.setAccessibleName(words)

    def _row(self, answers: dict[Moment, tuple[int | None, ...]], place: int) -> list[int | None]:
        return [answers[one][place] if one in answers else None for one in Moment]

    def _add_line(self, question: Question, row: list[int | None]) -> None:
        chart = CalmChart(_LOW)
        chart.setMaximumWidth(scaled(_WIDE))
        chart.show_lines(row, ())
        chart.setAccessibleName(question_words(question))
        said = ", ".join("–" if one is None else str(one) for one in row)
        chart.setAccessibleDescription(said)
        self._lines.addWidget(label(question_words(question), "small"))
        self._lines.addWidget(chart)
