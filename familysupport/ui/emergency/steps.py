"""The steps in an overdose, large, in order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, Overdose, Step
from familysupport.emergency.numbers import spoken_for
from familysupport.ui.kit.widgets import Card, label


class StepList(QWidget):
    """All steps on one screen."""

    def __init__(self, overdose: Overdose, numbers: CountryNumbers) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for number, step in enumerate(overdose.step, 1):
            layout.addWidget(_StepCard(number, step, numbers))
        layout.addStretch(1)


class _StepCard(Card):
    def __init__(self, number: int, step: Step, numbers: CountryNumbers) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 2, 12, 3)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, look in ((step.title, "title"), (step.text, "text")):
            words.addWidget(_large(spoken_for(text, numbers), look))
        badge = QLabel(str(number))
        badge.setProperty("step", "number")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(badge)
        across.addLayout(words, 1)
        self.body.addLayout(across)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _large(text: str, look: str) -> QLabel:
    result = label(text)
    result.setProperty("step", look)
    return result
