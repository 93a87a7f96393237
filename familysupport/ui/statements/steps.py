"""A part told step by step: a few fields become one paragraph, shown before it goes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from familysupport.statements.frames import Gaps, Incident, filled, incident_text
from familysupport.ui.kit.widgets import Card, body, button, label, row
from familysupport.ui.kit.writing import UNLEARNED


class Steps(Card):
    """Asks for a few words each; `told` carries the paragraph they make."""

    told = Signal(str)
    left = Signal()

    def __init__(self, fields: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Hand in what each field is called, and an example for it."""
        super().__init__("true", parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        self.lines = [self._line(name, example) for name, example in fields]
        for number, line in enumerate(self.lines):
            caption = label(line.accessibleName())
            caption.setBuddy(line)
            grid.addWidget(caption, number, 0)
            grid.addWidget(line, number, 1)
        self.body.addLayout(grid)
        self._preview = body("")
        self._compose: Callable[[], str] = str
        self._put = button(self.tr("Put it in"), "down")
        self._put.clicked.connect(self._tell)
        self._leave = button(self.tr("Not now"), kind="quiet")
        self._leave.clicked.connect(self.left)
        self.body.addWidget(label(self.tr("This will stand in the letter:"), "small"))
        self.body.addWidget(self._preview)
        self.body.addLayout(row(self._put, self._leave, 1))

    def compose_with(self, compose: Callable[[], str]) -> None:
        """Say how the paragraph is made, and show it."""
        self._compose = compose
        self.show_preview()

    def show_preview(self) -> None:
        """Show the paragraph as it would stand in the letter."""
        self._preview.setText(self._compose())

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self.lines[0].setFocus()

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, in the order of the eye."""
        return [*self.lines, self._put, self._leave]

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setInputMethodHints(UNLEARNED)
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        line.textEdited.connect(self.show_preview)
        line.returnPressed.connect(self._tell)
        return line

    def _tell(self) -> None:
        self.told.emit(self._compose())
        for line in self.lines:
            line.clear()
        self.show_preview()


class SawSteps(Steps):
    """One thing that happened: when, where, what, and what it felt like; or who told it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_saw_fields(), parent)
        self._second_hand = QCheckBox(self.tr("Someone told me this"))
        self._second_hand.toggled.connect(self._mark)
        self._who = self._line(self.tr("Who told you"), self.tr("For example Rosa"))
        self._who.hide()
        self.lines.append(self._who)
        self.body.insertLayout(1, row(self._second_hand, self._who))
        self.compose_with(self._paragraph)

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard; who told it stands beside its question."""
        return [*self.lines[:4], self._second_hand, self._who, self._put, self._leave]

    def _mark(self, on: bool) -> None:
        self._who.setVisible(on)
        self.show_preview()

    def _paragraph(self) -> str:
        when, where, saw, felt = (line.text() for line in self.lines[:4])
        who = self._who.text() if self._second_hand.isChecked() else None
        gaps = Gaps(
            when=self.tr("Which day?"),
            where=self.tr("Where?"),
            saw=self.tr("What did you see or hear?"),
            felt=self.tr("What did you feel?"),
            who=self.tr("Who told you?"),
            told=self.tr("{who} told me: {what}"),
        )
        return incident_text(Incident(when, where, saw, felt, who), gaps)


class AskSteps(Steps):
    """The ask in one sentence: which treatment, where, when today, and who goes along."""

    def __init__(self, known: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """Hand in what Prepare knows of the four fields, in their order."""
        super().__init__(_ask_fields(), parent)
        for line, text in zip(self.lines, known, strict=False):
            line.setText(text)
        self.compose_with(self._paragraph)

    def _paragraph(self) -> str:
        names = ("treatment", "place", "when", "who")
        words = dict(zip(names, (line.text() for line in self.lines), strict=True))
        gaps = {
            "treatment": self.tr("which treatment"),
            "place": self.tr("which place"),
            "when": self.tr("today, at what time"),
            "who": self.tr("Who"),
        }
        frame = self.tr("Will you go to {place} for {treatment} {when}? {who} will go with you.")
        return filled(frame, words, gaps)


def _saw_fields() -> list[tuple[str, str]]:
    say = QCoreApplication.translate
    return [
        (say("Steps", "When"), say("Steps", "On the 14th of March")),
        (say("Steps", "Where"), say("Steps", "in the bathroom")),
        (say("Steps", "What I saw or heard"), say("Steps", "I found you on the floor")),
        (say("Steps", "What I felt"), say("Steps", "I was more frightened than ever")),
    ]


def _ask_fields() -> list[tuple[str, str]]:
    say = QCoreApplication.translate
    return [
        (say("Steps", "Which treatment"), say("Steps", "the first talk with the doctor")),
        (say("Steps", "Which place"), say("Steps", "Willow House")),
        (say("Steps", "When today"), say("Steps", "today at two")),
        (say("Steps", "Who goes along"), say("Steps", "Dad and I")),
    ]
