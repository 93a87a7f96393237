"""One exercise, a step at a time, at the pace of the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.for_me.content import Exercise, Step
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.breathe import Breathe
from familysupport.ui.for_me.room import Room
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, label, muted
from familysupport.ui.kit.writing import PlainEditor

_TALL = 150


class ExercisePage(Room):
    """Shows step after step; Space or Enter goes on, Escape leaves, nothing hurries."""

    written = Signal(str, str)

    def __init__(
        self,
        exercise: Exercise,
        store: ForMeStore,
        context: AppContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(exercise.title, exercise.about, parent, self.tr("Leave"))
        self._exercise = exercise
        self._store = store
        self._page = f"exercise-{exercise.id}"
        self._at = 0
        self._autosave = Autosave(self._save, self)
        self._place = muted("")
        self._say = label("", "title")
        self._more = body("")
        self._breath = Breathe(context.clock, lambda: context.settings().reduce_motion)
        self._text = PlainEditor(exercise.title)
        self._text.setFixedHeight(scaled(_TALL))
        self._text.textChanged.connect(self._autosave.touch)
        self._before = button(self.tr("One back"), "up")
        self._before.clicked.connect(lambda: self._go(self._at - 1))
        self._next = button(self.tr("Next"), "forward", "primary")
        self._next.clicked.connect(lambda: self._go(self._at + 1))
        self._keep = button(self.tr("Keep this as an entry"), "journal")
        self._keep.clicked.connect(self._hand_on)
        self.pace_from(self._before, self._next)
        self._lay_out()

    def refresh(self) -> None:
        """Begin at the first step, with what was written before."""
        self.flush()
        self._text.blockSignals(True)
        self._text.setPlainText(self._store.page(self._page).get("text", ""))
        self._text.blockSignals(False)
        self._show(0)

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to what this step asks for."""
        self.verticalScrollBar().setValue(0)
        (self._text if self._step.write else self._next).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter and the right arrow go on, the left one back; Escape leaves at once."""
        if event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Right,
        ):
            self._go(self._at + 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self._go(self._at - 1)
        else:
            super().keyPressEvent(event)

    @property
    def _step(self) -> Step:
        return self._exercise.step[self._at]

    def _go(self, number: int) -> None:
        self.flush()
        if number >= len(self._exercise.step):
            self.closed.emit()
        elif number >= 0:
            self._show(number)
            self.focus_first()
            announce(self, self._say.text())

    def _show(self, number: int) -> None:
        self._at = number
        step, count = self._step, len(self._exercise.step)
        last = number == count - 1
        self._place.setText(self.tr("{number} of {count}").format(number=number + 1, count=count))
        self._say.setText(step.say)
        self._more.setText(step.more)
        self._more.setVisible(bool(step.more))
        self._text.setVisible(step.write)
        self._before.setEnabled(number > 0)
        words = self.tr("Done") if last else self.tr("Next")
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._keep.setVisible(last and bool(self._text.toPlainText().strip()))
        self._breath.setVisible(step.breathe)
        if step.breathe:
            self._breath.start(step.seconds)
        else:
            self._breath.stop()

    def _save(self) -> None:
        self._store.save_page(self._page, {"text": self._text.toPlainText()})

    def _hand_on(self) -> None:
        words = self._text.toPlainText()
        self._text.clear()
        self.flush()
        self.written.emit(self._exercise.title, words)

    def _lay_out(self) -> None:
        card = Card()
        for widget in (self._place, self._say, self._more, self._breath, self._text):
            card.body.addWidget(widget)
        card.body.addLayout(Flow(self._before, self._next, self._keep))
        self.body.addWidget(card)
        self.body.addStretch(1)
