"""The one-minute check-in: a question at a time, by keys, each of them to be skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.for_me.check_in import needs_care, told
from familysupport.for_me.content import Guide
from familysupport.for_me.model import CheckIn
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.care import CareCard
from familysupport.ui.for_me.question import QuestionView
from familysupport.ui.for_me.room import Room
from familysupport.ui.for_me.words import day_words
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, empty, heading, muted

_TALL = 260
_AT_ONCE = 60


class CheckInPage(Room):
    """Asks, keeps each answer at once, and ends with what was told and the days before."""

    plan_asked = Signal()

    def __init__(
        self,
        store: ForMeStore,
        guide: Guide,
        context: AppContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(guide.title, guide.about, parent)
        self._store = store
        self._guide = guide
        self._clock = context.clock
        self._check_in = CheckIn(context.clock.today())
        self._at = 0
        self._autosave = Autosave(self._save_words, self)
        self._undo = UndoBar()
        self._day = muted("")
        self._views = [QuestionView(one) for one in guide.question]
        self._skip = button(self.tr("Skip"), "forward")
        self._skip.setAccessibleDescription(self.tr("Right arrow, or 0"))
        self._skip.clicked.connect(lambda: self._go(self._at + 1))
        self._before = button(self.tr("One back"), "up")
        self._before.setAccessibleDescription(self.tr("Left arrow"))
        self._before.clicked.connect(lambda: self._go(self._at - 1))
        self._asking = QWidget()
        self._done = Card()
        self._told = QVBoxLayout()
        self._care = CareCard(guide.care, context)
        self._care.emergency_asked.connect(self.emergency_asked)
        self._care.plan_asked.connect(self.plan_asked)
        self._earlier = heading(self.tr("Other days"))
        self._model: RowsModel[CheckIn] = RowsModel(self._show_row)
        self._list: RowList[CheckIn] = RowList(self._model, self.tr("Other days"))
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(_AT_ONCE)
        # Walking through the list must not leave the page; Enter or a click opens a day.
        for opened in (self._list.clicked, self._list.activated):
            opened.connect(lambda index: self._open_earlier(index.row()))
        for view in self._views:
            view.answered.connect(self._answer)
            view.worded.connect(self._worded)
            self.pace_from(*view.buttons)
        self.pace_from(self._skip, self._before)
        self._lay_out()

    def refresh(self) -> None:
        """Show today: the questions, or what was answered already."""
        self.flush()
        self._care.hide()  # the country may have changed
        self._open(self._clock.today())

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to the question, or to what can be done after the last one."""
        self.verticalScrollBar().setValue(0)
        if self._asks():
            self._views[self._at].focus_answer()
        else:
            self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number answers, the arrows go on and back, Enter takes what has the keyboard."""
        if self._asks() and self._take_key(event.key(), event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take_key(self, key: int, text: str) -> bool:
        in_words = isinstance(QApplication.focusWidget(), QLineEdit)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(in_words)
        if in_words:
            return False
        if key in (Qt.Key.Key_Right, Qt.Key.Key_0):
            return self._go(self._at + 1)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            return self._go(self._at - 1)
        if text.isdecimal() and text.isascii():
            return self._views[self._at].choose(int(text))
        if text.isalpha() and self._views[self._at].question.own:
            self._views[self._at].write(text)
            return True
        return False

    def _enter(self, in_words: bool) -> bool:
        chosen = QApplication.focusWidget()
        if not in_words and isinstance(chosen, QPushButton):
            chosen.click()
            return True
        return self._go(self._at + 1)

    def _asks(self) -> bool:
        return self._at < len(self._views)

    def _open(self, day: date) -> None:
        """Show one day: as it was told, or from the first question on."""
        self.flush()
        self._check_in = self._store.check_in(day)
        for view in self._views:
            chosen = self._check_in.answers.get(view.question.id, "")
            view.show_answer(chosen, self._check_in.words)
        self._show(0 if self._check_in.blank else len(self._views))

    def _open_earlier(self, number: int) -> None:
        if number < self._model.rowCount():
            self._open(self._model.at(number).day)
            self.focus_first()

    def _answer(self, asked: str, name: str) -> None:
        answers = dict(self._check_in.answers)
        if answers.get(asked) == name:
            del answers[asked]  # chosen a second time, it is let go
        else:
            answers[asked] = name
        self._keep(replace(self._check_in, answers=answers))
        self._views[self._at].show_answer(answers.get(asked, ""), self._check_in.words)
        if asked in answers:
            self._go(self._at + 1)

    def _worded(self) -> None:
        words = self._views[self._at].words.text()
        self._check_in = replace(self._check_in, words=words)
        self._autosave.touch()
        self._name_skip()

    def _save_words(self) -> None:
        self._store.save_check_in(self._check_in)

    def _keep(self, check_in: CheckIn) -> None:
        self._check_in = check_in
        self._autosave.touch()
        self._autosave.flush()

    def _go(self, number: int) -> bool:
        if number < 0:
            return False
        self.flush()
        self._show(number)
        self.focus_first()
        if self._asks():
            announce(self, self._views[number].question.ask)
        return True

    def _show(self, number: int) -> None:
        self._at = number
        day = day_words(self._check_in.day, self._clock.today())
        count = len(self._views)
        place = self.tr("{day} · question {number} of {count}")
        asks = place.format(day=day, number=number + 1, count=count)
        self._day.setText(asks if self._asks() else day)
        for at, view in enumerate(self._views):
            view.setVisible(at == number)
        self._asking.setVisible(self._asks())
        self._before.setVisible(number > 0)
        self._done.setVisible(not self._asks())
        self._show_earlier()
        self._show_care()
        if self._asks():
            self._name_skip()
        else:
            self._show_told()

    def _show_care(self) -> None:
        """Offer help as soon as there is reason to; the next question waits above it."""
        cares = needs_care(self._check_in, self._guide)
        if cares and not self._care.isVisibleTo(self):
            self._care.refresh()
            announce(self, self._care.words())
        self._care.setVisible(cares)

    def _name_skip(self) -> None:
        """Nothing is skipped where something was said."""
        asked = self._views[self._at].question
        said = asked.id in self._check_in.answers or (asked.own and self._check_in.words.strip())
        words = self.tr("Next") if said else self.tr("Skip")
        if said and self._at == len(self._views) - 1:
            words = self.tr("Done")
        self._skip.setText(words)
        self._skip.setAccessibleName(words)

    def _show_told(self) -> None:
        empty(self._told)
        said = told(self._check_in, self._guide)
        for words in said or (self.tr("Everything was skipped, and that is fine too."),):
            self._told.addWidget(body(words[:1].upper() + words[1:]))
        if said:
            self._told.addWidget(muted(self._guide.thanks))
        self._delete.setVisible(bool(said))

    def _show_earlier(self) -> None:
        every = [] if self._asks() else self._store.check_ins()
        others = [one for one in every if one.day != self._check_in.day]
        self._model.set_rows(others)
        there = bool(others)
        self._earlier.setVisible(there)
        self._list.setVisible(there)

    def _show_row(self, one: CheckIn) -> Row:
        return Row(day_words(one.day, self._clock.today()), " · ".join(told(one, self._guide)))

    def _take_away(self) -> None:
        day = self._check_in.day
        self._store.delete_check_in(day)
        self._open(self._clock.today())
        self.focus_first()
        self._undo.offer(self.tr("The check-in was deleted."), lambda: self._bring_back(day))

    def _bring_back(self, day: date) -> None:
        self._store.restore_check_in(day)
        self._open(day)
        self.focus_first()

    def _lay_out(self) -> None:
        self.body.addWidget(self._undo)
        self.body.addWidget(self._day)
        for view in self._views:
            self.body.addWidget(view)
        self._asking.setLayout(Flow(self._before, self._skip))
        self.body.addWidget(self._asking)
        self._done.body.addLayout(self._told)
        change = button(self.tr("Change the answers"), "undo")
        change.clicked.connect(lambda: self._go(0))
        self._delete = button(self.tr("Delete this day"), "trash", "quiet")
        self._delete.clicked.connect(self._take_away)
        self._done.body.addLayout(Flow(change, self._delete))
        self.body.addWidget(self._care)
        self.body.addWidget(self._done)
        self.body.addWidget(self._earlier)
        self.body.addWidget(self._list)
        self._list.setFixedHeight(scaled(_TALL))
        self.body.addStretch(1)
