"""Below the text to read: whether it is recorded, how loud, and the question before it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.take import LONGEST_SECONDS
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.in_sight import bring_in_sight
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted
from familysupport.ui.rehearse.level import LevelBar
from familysupport.ui.rehearse.record_words import (
    flat_words,
    full_words,
    loud_words,
    question_words,
    trouble_words,
)
from familysupport.ui.rehearse.recorder import Recorder, Wish
from familysupport.ui.rehearse.words import clock_words


class RecordBar(QWidget):
    """Asks in the page, never by itself; shows the level while the microphone is on."""

    listen_asked = Signal()

    def __init__(self, recorder: Recorder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._kept = 0
        self._record = button(self.tr("Record my voice"), "record", "link")
        self._record.clicked.connect(self._ask)
        self._listen = button("", kind="link")
        self._listen.clicked.connect(self.listen_asked)
        self._without = button(self.tr("Record no more"), kind="link")
        self._without.clicked.connect(partial(self._choose, Wish.NOTHING))
        self._level = LevelBar()
        self._said = label("", "small")
        self._said.setWordWrap(False)
        self._told = muted("")
        self._question = self._make_question()
        row = QWidget()
        row.setLayout(
            Flow(self._record, self._level, self._said, self._without, self._listen, spacing=12)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._question, self._told, row):
            column.addWidget(widget)
        recorder.changed.connect(self.show_state)
        recorder.heard.connect(self._show_level)
        self._question.hide()
        self.show_state()

    def show_kept(self, count: int) -> None:
        """Say how many recordings there are of this statement."""
        self._kept = count
        self.show_state()

    def show_state(self) -> None:
        """Show what the recorder does now."""
        recorder = self._recorder
        off = recorder.wish is Wish.NOTHING
        self._record.setVisible(off and not self._question.isVisibleTo(self))
        self._without.setVisible(not off)
        self._listen.setVisible(bool(self._kept) and recorder.take is None)
        words = self.tr("Recordings: {count}").format(count=self._kept)
        self._listen.setText(words)
        self._listen.setAccessibleName(words)
        self._level.setVisible(recorder.hears)
        self._said.setVisible(not off)
        self._tell(self._words())
        self._show_level()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape answers the question with no."""
        if event.key() == Qt.Key.Key_Escape and self._question.isVisible():
            self._choose(Wish.NOTHING)
        else:
            super().keyPressEvent(event)

    def _words(self) -> str:
        recorder = self._recorder
        if recorder.trouble is not None:
            return trouble_words(recorder.trouble)
        return full_words() if recorder.take is not None and recorder.take.full else ""

    def _tell(self, words: str) -> None:
        if words and words != self._told.text():
            announce(self._told, words)
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _show_level(self) -> None:
        recorder, take = self._recorder, self._recorder.take
        if recorder.hears and take is not None:
            self._level.show_level(take.level)
            loud = flat_words() if take.flat else loud_words(take.level)
            self._say(
                self.tr("Recording {passed} of {most} · {loud}").format(
                    passed=clock_words(take.seconds), most=clock_words(LONGEST_SECONDS), loud=loud
                )
            )
        elif recorder.wish is not Wish.NOTHING and recorder.trouble is None:
            self._say(
                self.tr("Your voice is recorded while the text moves")
                if recorder.wish is Wish.KEEP
                else self.tr("Your voice is recorded while the text moves; you decide afterwards")
            )
        else:
            self._say("")

    def _say(self, words: str) -> None:
        if words != self._said.text():
            self._said.setText(words)
            self._said.updateGeometry()

    def _ask(self) -> None:
        if not self._recorder.can_hear():
            return
        self._question.show()
        self.show_state()
        self._first.setFocus()
        QTimer.singleShot(0, self._question, partial(bring_in_sight, self._question, self._first))

    def _choose(self, wish: Wish) -> None:
        self._question.hide()
        self._recorder.choose(wish)
        (self._record if wish is Wish.NOTHING else self._without).setFocus()

    def _make_question(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("Record your voice while you read?")))
        card.body.addWidget(body(question_words()))
        answers = QWidget()
        self._first = button(self.tr("Record, and decide afterwards"))
        keep = button(self.tr("Record and keep it"))
        no = button(self.tr("No"))
        for one, wish in (
            (self._first, Wish.DECIDE),
            (keep, Wish.KEEP),
            (no, Wish.NOTHING),
        ):
            one.clicked.connect(partial(self._choose, wish))
        answers.setLayout(Flow(self._first, keep, no))
        card.body.addWidget(answers)
        return card
