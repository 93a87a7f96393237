"""The answers of one question: to choose one, to choose several, or to put in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from familysupport.content.model import Answer
from familysupport.learn.quiz import Asked, Verdict
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, chip, muted, row, set_chip


class _Line(Card):
    """One answer; once looked at, its reason stands below it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 10, 14, 10)
        self._words = body(answer.text)
        self._mark = chip("")
        self._why = muted(answer.why)
        self._mark.hide()
        self._why.hide()

    def say_why(self, mark: str, tone: str) -> None:
        """Show the reason, and `mark` where there is one to show."""
        self._why.show()
        if mark:
            set_chip(self._mark, mark, tone)
            self._mark.show()


class ChoiceLine(_Line):
    """An answer with a box; its words may be clicked as well."""

    def __init__(self, answer: Answer, many: bool) -> None:
        super().__init__(answer)
        self.box: QAbstractButton = QCheckBox() if many else QRadioButton()
        self.box.setAccessibleName(answer.text)
        self.box.setFixedWidth(scaled(34))
        self.box.setStyleSheet(_round())
        self.body.addLayout(_across(self.box, self._words, self._mark))
        self._why.setIndent(scaled(40))
        self.body.addWidget(self._why)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this answer wherever it is clicked."""
        if self.box.isEnabled():
            self.box.click()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)

    def say_why(self, mark: str, tone: str) -> None:
        """Show the reason; a screen reader finds it at the box."""
        super().say_why(mark, tone)
        self.box.setAccessibleDescription(f"{mark} {self._why.text()}".strip())


class OrderLine(_Line):
    """A step that moves up and down by two buttons."""

    moved = Signal(int)

    def __init__(self, answer: Answer, place: int) -> None:
        super().__init__(answer)
        self.place = place
        self._number = body("")
        self._number.setFixedWidth(scaled(28))
        self.up = button("", "up", "quiet")
        self.down = button("", "down", "quiet")
        names = (self.tr("Move up: {step}"), self.tr("Move down: {step}"))
        for one, name, by in zip((self.up, self.down), names, (-1, 1), strict=True):
            one.setAccessibleName(name.format(step=answer.text))
            one.setToolTip(name.format(step=answer.text))
            one.clicked.connect(partial(self._tell, by))
        layout = _across(self._number, self._words, self._mark)
        layout.setAlignment(self._number, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.up)
        layout.addWidget(self.down)
        self.body.addLayout(layout)
        self.body.addWidget(self._why)

    def number(self, number: int, total: int) -> None:
        """Say where in the order this step stands."""
        self._number.setText(f"{number}.")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < total)

    def words(self) -> str:
        """Return the words of the step."""
        return self._words.text()

    def rest(self) -> None:
        """Move no more."""
        self.up.hide()
        self.down.hide()

    def _tell(self, by: int, _clicked: bool = False) -> None:
        self.moved.emit(by)


class Answers(QFrame):
    """Shows the answers of a question and which were chosen; `changed` follows each choice."""

    changed = Signal()

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._in_order = asked.question.kind == "order"
        self._group = QButtonGroup(self)
        self._group.setExclusive(asked.question.kind != "many")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.lines: list[ChoiceLine] = []
        self.steps: list[OrderLine] = []
        for place, answer in enumerate(asked.answers):
            self._add(place, answer)
        self._number_steps()

    def places(self) -> list[int]:
        """Return the chosen places, or all places in the order they stand in now."""
        if self._in_order:
            return [step.place for step in self.steps]
        return [place for place, line in enumerate(self.lines) if line.box.isChecked()]

    def take_focus(self) -> None:
        """Put the keyboard on the first answer."""
        first = self.steps[0].down if self.steps else self.lines[0].box
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def judged(self, verdict: Verdict) -> None:
        """Say at each answer why it is right or not, and take no more choices."""
        if self._in_order:
            self._put(verdict.right_places)
            for step in self.steps:
                step.rest()
                step.say_why("", "plain")
            return
        for place, line in enumerate(self.lines):
            right, chosen = place in verdict.right_places, line.box.isChecked()
            mark = self.tr("This one") if right else self.tr("Not this one") if chosen else ""
            line.say_why(mark, "done" if right else "plain")
            line.box.setEnabled(False)

    def _add(self, place: int, answer: Answer) -> None:
        if self._in_order:
            step = OrderLine(answer, place)
            step.moved.connect(partial(self._move, step))
            self.steps.append(step)
            self._layout.addWidget(step)
            return
        line = ChoiceLine(answer, self._asked.question.kind == "many")
        self._group.addButton(line.box)
        line.box.toggled.connect(self.changed)
        self.lines.append(line)
        self._layout.addWidget(line)

    def _move(self, step: OrderLine, by: int) -> None:
        at = self.steps.index(step)
        self.steps.insert(at + by, self.steps.pop(at))
        self._layout.removeWidget(step)
        self._layout.insertWidget(at + by, step)
        self._number_steps()
        pressed, other = (step.up, step.down) if by < 0 else (step.down, step.up)
        (pressed if pressed.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
        place = self.tr("{step}: now {number} of {total}")
        total = len(self.steps)
        announce(self, place.format(step=step.words(), number=at + by + 1, total=total))
        self.changed.emit()

    def _put(self, places: Sequence[int]) -> None:
        self.steps.sort(key=lambda step: places.index(step.place))
        for step in self.steps:
            self._layout.removeWidget(step)
            self._layout.addWidget(step)
        self._number_steps()

    def _number_steps(self) -> None:
        for number, step in enumerate(self.steps, 1):
            step.number(number, len(self.steps))


def _round() -> str:
    """Return the look of a chosen box that stays round at every text size."""
    theme, size = current_theme(), scaled(18)
    dot = (
        f"qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {theme.teal},"
        f" stop: 0.55 {theme.teal}, stop: 0.6 {theme.card}, stop: 1 {theme.card})"
    )
    ring = (
        f"width: {size}px; height: {size}px; border-radius: {size // 2 + 2}px;"
        f" background: {theme.card};"
    )
    return (
        f"QRadioButton::indicator {{ {ring} border: 2px solid {theme.edge}; }}"
        f"QRadioButton::indicator:checked {{ {ring} border: 2px solid {theme.teal};"
        f" background: {dot}; }}"
    )


def _across(first: QWidget, words: QWidget, mark: QWidget) -> QHBoxLayout:
    layout = row(first, words, mark)
    layout.setStretch(1, 1)
    layout.setAlignment(first, Qt.AlignmentFlag.AlignTop)
    layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return layout
