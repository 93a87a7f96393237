"""The short exercises, each with what it is for and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.for_me.content import Exercise
from familysupport.ui.for_me.room import Room
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, button, heading, muted


class ExercisesPage(Room):
    """Names the exercises and says which was asked for."""

    asked = Signal(str)

    def __init__(self, exercises: Sequence[Exercise], parent: QWidget | None = None) -> None:
        name = self.tr("A few quiet minutes")
        about = self.tr(
            "Short exercises, five minutes at most. Go at your own pace, and leave at any"
            " moment with Escape."
        )
        super().__init__(name, about, parent)
        self._buttons: dict[str, QPushButton] = {}
        for one in exercises:
            card = Card()
            begin = button(self._length(one), "play")
            begin.setAccessibleName(f"{one.title}, {self._length(one)}")
            begin.setAccessibleDescription(one.about)
            begin.clicked.connect(lambda _on, name=one.id: self.asked.emit(name))
            self._buttons[one.id] = begin
            card.body.addWidget(heading(one.title))
            card.body.addWidget(muted(one.about))
            card.body.addLayout(Flow(begin))
            self.body.addWidget(card)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Go to the first exercise."""
        self.verticalScrollBar().setValue(0)
        next(iter(self._buttons.values())).setFocus()

    def focus_on(self, name: str) -> None:
        """Go to one exercise, to begin it again or to take the next."""
        self._buttons[name].setFocus()

    def _length(self, one: Exercise) -> str:
        if one.minutes == 1:
            return self.tr("Begin · 1 minute")
        return self.tr("Begin · {count} minutes").format(count=one.minutes)
