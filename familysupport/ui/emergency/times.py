"""The log of times, large, to be read to the crew."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from familysupport.emergency.overdose import Course
from familysupport.ui.emergency.words import log_words
from familysupport.ui.kit.widgets import Card, button, label, muted, row


class TimesView(QWidget):
    """What was done, and when; gone when the program is closed."""

    cleared = Signal()

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(course.log()):
            for column, text in enumerate((line.at.strftime("%H:%M:%S"), log_words(line))):
                words = label(text)
                words.setProperty("step", "part" if column == 0 else "text")
                grid.addWidget(words, number, column)
        card.body.addLayout(grid)
        layout.addWidget(card)
        layout.addWidget(
            muted(self.tr("These times are kept nowhere else. They go when the program is closed."))
        )
        clear = button(self.tr("Clear and begin again"))
        clear.clicked.connect(self._clear)
        layout.addLayout(row(clear, 1))
        layout.addStretch(1)

    def _clear(self) -> None:
        self._course.forget()
        self.cleared.emit()
