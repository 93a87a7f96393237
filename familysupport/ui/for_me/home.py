"""What there is to do for oneself, each in a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from familysupport.ui.for_me.care import SITUATION
from familysupport.ui.for_me.room import Room
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, button, heading, muted

CHECK_IN, PLAN, EXERCISES = "check-in", "plan", "exercises"
LOOK_BACK, REMINDERS = "look-back", "reminders"
LESSON = "looking-after-yourself"


class Home(Room):
    """Names each page and opens it; on top stands the way to help when it is too much."""

    asked = Signal(str)
    lesson_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        name = self.tr("For me")
        about = self.tr("You count too. Take what helps today, and leave the rest.")
        super().__init__(name, about, parent, self.tr("Back to the entries"))
        now = button(self.tr("It is too much right now"), "phone")
        now.setAccessibleDescription(self.tr("Shows whom to call, for someone who cannot go on."))
        now.clicked.connect(lambda: self.emergency_asked.emit(SITUATION))
        self.body.addLayout(Flow(now))
        self._buttons: dict[str, QPushButton] = {}
        self._today = self._add(
            CHECK_IN,
            self.tr("How am I today?"),
            self.tr("Five short questions, in less than a minute."),
            self.tr("Check in"),
        )
        self._add(
            PLAN,
            self.tr("My plan for hard days"),
            self.tr("What helps, whom to call, where to go. Written on a better day."),
            self.tr("Open my plan"),
        )
        self._add(
            EXERCISES,
            self.tr("A few quiet minutes"),
            self.tr("Come back to the room, breathe, write yourself a line, get ready for sleep."),
            self.tr("Choose an exercise"),
        )
        self._add(
            LOOK_BACK,
            self.tr("Looking back on the week"),
            self.tr("What you wrote, how you were, and a few gentle questions."),
            self.tr("Look back"),
        )
        self._add(
            REMINDERS,
            self.tr("Reminders"),
            self.tr("Of the week to look back on, and of what you like to be told."),
            self.tr("Open reminders"),
        )
        lesson = button(self.tr("Read: looking after yourself"), "learn")
        lesson.clicked.connect(lambda: self.lesson_asked.emit(LESSON))
        self.body.addLayout(Flow(lesson))
        self.body.addStretch(1)

    def show_today(self, told: str) -> None:
        """Show what was answered today, or what the check-in is."""
        self._today.setText(
            self.tr("Today: {told}").format(told=told)
            if told
            else self.tr("Five short questions, in less than a minute.")
        )

    def focus_on(self, name: str) -> None:
        """Go to the button of one page."""
        self._buttons[name].setFocus()

    def _add(self, name: str, title: str, about: str, opens: str) -> QLabel:
        card, words = Card(), muted(about)
        one = button(opens)
        one.setAccessibleDescription(title)
        one.clicked.connect(lambda: self.asked.emit(name))
        self._buttons[name] = one
        card.body.addWidget(heading(title))
        card.body.addWidget(words)
        card.body.addLayout(Flow(one))
        self.body.addWidget(card)
        return words
