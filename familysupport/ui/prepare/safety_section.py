"""Is a meeting safe? The questions one by one, and what the answers lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.content import SafetyQuestion
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import Advice, Reply, SafetyAnswer
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.rows import Row, RowsModel
from familysupport.ui.kit.widgets import Card, announce, button, heading
from familysupport.ui.prepare.acts import acts
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.outcome_view import OutcomeView
from familysupport.ui.prepare.question_view import QuestionView
from familysupport.ui.prepare.safety_words import outcome_words, reply_words
from familysupport.ui.prepare.section import Section

if TYPE_CHECKING:
    from familysupport.content.emergency import CountryNumbers


class SafetySection(Section):
    """Asks, keeps each answer at once, and shows the outcome in words."""

    def __init__(
        self,
        store: PlanStore,
        questions: Sequence[SafetyQuestion],
        numbers: Callable[[], CountryNumbers],
        open_emergency: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.SAFETY, parent)
        self._store = store
        self._questions = tuple(questions)
        self._numbers = numbers
        self._open_emergency = open_emergency
        self._round: list[int] = []
        self._given: dict[str, SafetyAnswer] = {}
        self._question = QuestionView()
        self._outcome = OutcomeView()
        self._model: RowsModel[SafetyQuestion] = RowsModel(self._row, self)
        self._answers: FittingList[SafetyQuestion] = FittingList(
            self._model, self.tr("Your answers"), self
        )
        self._change = button(self.tr("Change this answer"))
        self._clear = button(self.tr("Clear all answers"), "trash", "quiet")
        self._kept = Card()
        self._kept.body.addWidget(heading(self.tr("Your answers")))
        self._kept.body.addWidget(self._answers)
        self._kept.body.addLayout(acts(self._change, self._clear))
        for widget in (self._question, self._outcome, self._kept):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._tie()

    def show_plan(self, plan: Plan) -> None:
        """Show the question that is open, or the outcome."""
        self._given = {one.question: one for one in self._store.items(SafetyAnswer)}
        asking = bool(self._round)
        self._question.setVisible(asking)
        self._outcome.setVisible(not asking)
        self._kept.setVisible(not asking and bool(self._given))
        if asking:
            self._show_question()
            return
        self._outcome.show_advice(plan.advice, self._numbers)
        answered = [one for one in self._questions if one.id in self._given]
        if [one.id for one in self._model.rows()] != [one.id for one in answered]:
            self._model.set_rows(answered)
        self._answers.fit()
        self._advice = plan.advice

    def _tie(self) -> None:
        self._advice = Advice()
        self._question.answered.connect(self._keep)
        self._question.step_asked.connect(self._step)
        self._question.outcome_asked.connect(self._finish)
        self._outcome.emergency_asked.connect(self._open_emergency)
        self._outcome.questions_asked.connect(self._ask_blank)
        self._outcome.old_asked.connect(self._ask_old)
        self._change.clicked.connect(self._ask_chosen)
        self._answers.activated.connect(self._ask_chosen)
        self._clear.clicked.connect(self._clear_all)

    # ---------------------------------------------------------------- asking

    def _ask_blank(self) -> None:
        blank = {one.id for one in self._advice.blank}
        first = next(n for n, one in enumerate(self._questions) if one.id in blank)
        self._ask(list(range(first, len(self._questions))))

    def _ask_old(self) -> None:
        old = {one.id for one in (*self._advice.old, *self._advice.blank)}
        self._ask([n for n, one in enumerate(self._questions) if one.id in old])

    def _ask_chosen(self) -> None:
        index = self._answers.currentIndex()
        if index.isValid():
            self._ask([self._questions.index(self._model.at(index.row()))])

    def _ask(self, numbers: list[int]) -> None:
        self._round = numbers
        self.reload_asked.emit()
        self._question.begin()

    def _show_question(self) -> None:
        number = self._round[0]
        one = self._questions[number]
        given = self._given.get(one.id)
        reply = given.reply if given else None
        self._question.show_question(one, number + 1, len(self._questions), reply)

    def _keep(self, reply: Reply | None) -> None:
        question = self._questions[self._round[0]]
        given = self._given.get(question.id)
        if reply is not None:
            uid = f"{SafetyAnswer.kind}:{question.id}"
            self._store.save(SafetyAnswer(uid=uid, question=question.id, reply=reply))
        elif given:
            self._store.delete(given.id)
        urgent = question.emergency and reply in (Reply.YES, Reply.UNSURE)
        self._round = [] if urgent else self._round[1:]
        self._after_step()

    def _step(self, by: int) -> None:
        number = max(0, self._round[0] + by)
        self._round = [number, *[one for one in self._round if one > number]]
        self._after_step()

    def _finish(self) -> None:
        self._round = []
        self._after_step()

    def _after_step(self) -> None:
        self.reload_asked.emit()
        self.verticalScrollBar().setValue(0)
        if self._round:
            self._question.begin()
        else:
            self.setFocus()
            announce(self, outcome_words()[self._advice.outcome][0])

    # ---------------------------------------------------------------- the answers as they are

    def _row(self, question: SafetyQuestion) -> Row:
        given = self._given.get(question.id)
        if given is None or given.updated_at is None:
            return Row(question.ask)
        said = self.tr("{reply} · {when}").format(
            reply=reply_words()[given.reply], when=short_time(given.updated_at)
        )
        return Row(question.ask, said)

    def _clear_all(self) -> None:
        gone = [one.id for one in self._given.values()]
        for item_id in gone:
            self._store.delete(item_id)
        self.reload_asked.emit()
        self.undo_offered.emit(self.tr("All answers were cleared."), lambda: self._bring_back(gone))

    def _bring_back(self, gone: Sequence[int]) -> None:
        for item_id in gone:
            self._store.restore(item_id)
        self.reload_asked.emit()
