"""One thing that two copies of the plan say differently, and the three ways to settle it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from familysupport.prepare.joint import Choice
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import Card, body, button, label


class DifferenceCard(Card):
    """Shows what stands here and what stands in the file; what is here stays unless told."""

    def __init__(
        self,
        name: str,
        pairs: Sequence[tuple[str, str]],
        offered: Sequence[tuple[Choice, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.choice = Choice.MINE
        self._buttons: dict[Choice, QPushButton] = {}
        self.body.addWidget(label(name, "strong"))
        for mine, theirs in pairs:
            self.body.addWidget(body(self.tr("Here: {words}").format(words=mine)))
            self.body.addWidget(body(self.tr("In the file: {words}").format(words=theirs)))
        direction = QBoxLayout.Direction
        small = text_scale() <= 1.25
        acts = QBoxLayout(direction.LeftToRight if small else direction.TopToBottom)
        for choice, words in offered:
            acts.addWidget(self._offer(choice, words, name))
        acts.addStretch(1)
        self.body.addLayout(acts)
        self._choose(Choice.MINE)

    def _offer(self, choice: Choice, words: str, name: str) -> QPushButton:
        one = button(words, kind="choice")
        one.setCheckable(True)
        one.setAccessibleName(self.tr("{act}: {name}").format(act=words, name=name))
        one.clicked.connect(lambda: self._choose(choice))
        self._buttons[choice] = one
        return one

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        for one, shown in self._buttons.items():
            shown.setChecked(one is choice)
