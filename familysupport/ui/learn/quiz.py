"""The knowledge check after a lesson: one question at a time, reasons and never a grade."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.model import Question
from familysupport.learn.quiz import Quiz
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.widgets import (
    Page,
    announce,
    button,
    heading,
    label,
    muted,
    row,
    rule,
    title,
)
from familysupport.ui.learn.answers import Answers
from familysupport.ui.learn.words import slim


class QuizPage(QWidget):
    """Asks; keeps what was missed in the store while there is one, and otherwise nothing."""

    lesson_asked = Signal(str)
    finished = Signal()
    answered = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._store: LearnStore | None = None
        self._quiz = Quiz(())
        self._missed = 0
        self._answers: Answers | None = None
        self._said = heading("")
        self._page = Page(widest=760)
        self.check = button(self.tr("See the answer"), kind="primary")
        self.go_on = button(self.tr("Next question"), "forward", "primary")
        self.lesson = button(self.tr("Back to the lesson"), "learn")
        self.done = button(self.tr("Done"), kind="primary")
        slim(self.lesson)
        foot = row(self.lesson, 1, self.check, self.go_on, self.done)
        foot.setContentsMargins(24, 8, 24, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(rule())
        layout.addLayout(foot)
        self._set_buttons(look=True)
        self.check.clicked.connect(self._look)
        self.go_on.clicked.connect(self._next)
        self.done.clicked.connect(self.finished)
        self.lesson.clicked.connect(self._back)

    def remember(self, store: LearnStore | None) -> None:
        """Keep what is missed in `store`, or nothing."""
        self._store = store

    def begin(self, questions: Sequence[tuple[str, Question]], focus: bool = True) -> None:
        """Ask these questions, each with its lesson's id; `focus` takes the keyboard along."""
        self._quiz = Quiz(questions)
        self._missed = 0
        self._show_question()
        if focus and self._answers:
            self._answers.take_focus()

    @property
    def lesson_id(self) -> str:
        """Return the lesson that is asked about."""
        return self._quiz.last_lesson

    @property
    def answers(self) -> Answers | None:
        """Return the answers on show, or nothing at the end."""
        return self._answers

    def words(self) -> str:
        """Return what the page says now about the answer, or at the end."""
        return self._said.text()

    def _show_question(self) -> None:
        self._clear()
        asked = self._quiz.asked
        if asked is None:
            self._show_end()
            return
        lesson = self._library.lesson(asked.lesson_id)
        place = self.tr("{lesson} · question {number} of {total}").format(
            lesson=lesson.title if lesson else "",
            number=self._quiz.number,
            total=self._quiz.total,
        )
        self._add(label(place, "eyebrow"), title(asked.question.ask), muted(self._how()))
        self._answers = Answers(asked)
        self._answers.setAccessibleName(asked.question.ask)
        self._answers.changed.connect(self._ready)
        self._said = heading("")
        self._said.hide()
        self._add(self._answers, self._said)
        self._page.body.addStretch(1)
        self._set_buttons(look=True)
        self._ready()
        announce(self, f"{place}. {asked.question.ask} {self._how()}")

    def _how(self) -> str:
        kind = self._quiz.asked.question.kind if self._quiz.asked else "one"
        return {
            "one": self.tr("Choose one."),
            "many": self.tr("Choose all that are right."),
            "true-false": self.tr("True or false?"),
            "order": self.tr("Put them in order with the arrows."),
        }[kind]

    def _look(self) -> None:
        asked = self._quiz.asked
        if asked is None or self._answers is None:
            return
        verdict = self._quiz.answer(self._answers.places())
        self._missed += not verdict.is_right
        if self._store:
            self._store.keep_answer(asked.lesson_id, asked.question.id, verdict.is_right)
            self.answered.emit()
        self._answers.judged(verdict)
        right = self.tr("Yes, that is it. Here is why.")
        self._say(right if verdict.is_right else self.tr("Not quite. Here is why."))
        self._set_buttons(next_one=True)
        last = self._quiz.number == self._quiz.total
        self.go_on.setText(self.tr("To the end") if last else self.tr("Next question"))
        self.go_on.setAccessibleName(self.go_on.text())
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        self._quiz.go_on()
        self._show_question()
        if self._answers:
            self._answers.take_focus()

    def _show_end(self) -> None:
        self._answers = None
        self._said = muted("")
        self._add(title(self.tr("That was the last one")), self._said)
        self._page.body.addStretch(1)
        self._say(self._ending())
        self._set_buttons(end=True)
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ending(self) -> str:
        if not self._missed:
            return self.tr("You knew all of it. Come back whenever you like.")
        if self._store is None:
            return self.tr(
                "Nothing is kept while your pages are locked, so you can simply try again."
            )
        return self.tr(
            "Some were hard. They wait for you under “Look at again”, and nobody counts."
        )

    def _back(self) -> None:
        self.lesson_asked.emit(self._quiz.last_lesson)

    def _ready(self) -> None:
        if self._answers:
            self.check.setEnabled(bool(self._answers.places()))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self, text)

    def _set_buttons(self, look: bool = False, next_one: bool = False, end: bool = False) -> None:
        self.check.setVisible(look)
        self.go_on.setVisible(next_one)
        self.done.setVisible(end)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._page.body.addWidget(widget)

    def _clear(self) -> None:
        body = self._page.body
        while body.count():
            item = body.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._page.verticalScrollBar().setValue(0)
