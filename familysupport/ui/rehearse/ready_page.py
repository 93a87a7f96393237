"""Four questions about how prepared one feels; each can be left open, and all can be skipped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.rehearse.prepared import Moment, Prepared, Question
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.widgets import Card, Page, body, button, muted, row, title
from familysupport.ui.rehearse.fields import add, number_of, zero_to_ten


class ReadyPage(Page):
    """Asks, keeps what was told, and leads on; Escape skips."""

    done = Signal()

    def __init__(self, store: RehearseStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._moment = Moment.BEFORE
        self._title = title("")
        self._fields = {one: zero_to_ten(question_words(one)) for one in Question}
        self._go_on = button(self.tr("Keep and go on"), "check", "primary")
        self._go_on.clicked.connect(self._keep)
        self._skip = button(self.tr("Skip (Escape)"))
        self._skip.clicked.connect(self.skip)
        self.body.addWidget(self._title)
        self.body.addWidget(
            body(self.tr("From 0, not at all, to 10, fully. Leave open what you like."))
        )
        card = Card()
        for field in self._fields.values():
            add(card.body, field)
        self.body.addWidget(card)
        self.body.addLayout(row(self._go_on, self._skip, 1))
        self.body.addWidget(
            muted(self.tr("Only for you, to see how it changes. There is no right number."))
        )
        self.body.addStretch(1)

    def ask(self, moment: Moment) -> None:
        """Ask for one moment; what was told before for it stands there."""
        self._moment = moment
        self._title.setText(moment_title(moment))
        told = next((one for one in self._store.prepared() if one.moment is moment), None)
        answers = told.answers if told else (None,) * len(Question)
        for field, answer in zip(self._fields.values(), answers, strict=True):
            field.setCurrentIndex(max(0, field.findData(answer)) if answer is not None else 0)
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Go to the first question."""
        self._fields[Question.START].setFocus()

    def skip(self) -> None:
        """Go on without an answer; it is not asked again for this moment."""
        if all(one.moment is not self._moment for one in self._store.prepared()):
            self._store.keep_prepared(self._told((None,) * len(Question)))
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips."""
        if event.key() == Qt.Key.Key_Escape:
            self.skip()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._store.keep_prepared(self._told(tuple(map(number_of, self._fields.values()))))
        self.done.emit()

    def _told(self, answers: tuple[int | None, ...]) -> Prepared:
        return Prepared(self._moment, self._clock.now(), answers)


def question_words(question: Question) -> str:
    """Return a question as it is asked."""
    return {
        Question.START: _tr("I could start the talk"),
        Question.CALM: _tr("I could stay calm"),
        Question.FACTS: _tr("I could stick to what I saw"),
        Question.HOLD: _tr("I could hold my limit"),
    }[question]


def moment_title(moment: Moment) -> str:
    """Return what stands above the questions."""
    return {
        Moment.BEFORE: _tr("Before you begin: four questions"),
        Moment.PRACTISED: _tr("After some practice: the same four questions"),
        Moment.AFTER: _tr("After the real day: the same four questions"),
    }[moment]


def moment_words(moment: Moment) -> str:
    """Return the moment in a few words, as a table heads it."""
    return {
        Moment.BEFORE: _tr("Before"),
        Moment.PRACTISED: _tr("After practice"),
        Moment.AFTER: _tr("After the real day"),
    }[moment]


def _tr(text: str) -> str:
    return QCoreApplication.translate("RehearseReady", text)
