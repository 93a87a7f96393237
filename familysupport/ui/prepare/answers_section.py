"""If it goes another way: a short answer ready for each response, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from familysupport.prepare.answers import MOST_WORDS, Answer, Objection, is_long, word_count
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import ResponseFile, ResponseText
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.rows import Row, RowsModel
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted
from familysupport.ui.prepare.acts import acts
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.form import Form
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.records import Records, Words
from familysupport.ui.prepare.section import Section


class AnswersSection(Section):
    """The responses one can expect, and the objections this family expects."""

    def __init__(
        self, store: PlanStore, texts: ResponseFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(Place.ANSWERS, parent)
        self._store, self._texts, self._names = store, texts, Names()
        self._known = {one.id: one for one in texts.response}
        self._given: dict[str, Answer] = {}
        self._response = texts.response[0]
        self.say_about(texts.rule)
        self._model: RowsModel[ResponseText] = RowsModel(self._row, self)
        self._list: FittingList[ResponseText] = FittingList(
            self._model, self.tr("How they may answer")
        )
        self._list.chosen.connect(self._choose)
        self._heard, self._helps = heading(""), body("")
        self._sample = label("", "strong")
        self._long = muted("")
        self._take = button(self.tr("Use these words"))
        self._empty = button(self.tr("Clear this answer"), "trash", "quiet")
        self._take.clicked.connect(self._take_sample)
        self._empty.clicked.connect(self._clear)
        self._form = Form(self._fields(), store.save)
        self._form.saved.connect(self.changed)
        self._records = Records(
            store, Objection, self._objection_fields(), self._objection, self._words()
        )
        self.adopt(self._records)
        self._lay_out()

    def show_plan(self, plan: Plan) -> None:
        """Show the responses, the chosen one, and the objections."""
        self._names.take(plan.people)
        self._given = {one.response: one for one in plan.answers}
        if not self._model.rows():
            self._model.set_rows(self._texts.response)
            self._list.select(0)
        self._show_response()
        self._records.show_items()
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show how many words an answer has."""
        self._given = {one.response: one for one in plan.answers}
        self._list.viewport().update()
        self._list.fit()
        self._records.look_again()
        given = self._given.get(self._response.id)
        words = given.words if given else ""
        count = word_count(words)
        self._empty.setVisible(given is not None)
        said = self.tr("{count} of at most {most} words.").format(count=count, most=MOST_WORDS)
        if is_long(words):
            said += " " + self.tr("Shorter is easier to say in a hard moment.")
        self._long.setText(said)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._form.flush()
        self._records.flush()

    def _lay_out(self) -> None:
        listed = Card()
        listed.body.setContentsMargins(8, 8, 8, 8)
        listed.body.addWidget(self._list)
        one = Card()
        one.body.addWidget(self._heard)
        one.body.addWidget(self._helps)
        one.body.addWidget(self._sample)
        one.body.addWidget(self._form)
        one.body.addWidget(self._long)
        one.body.addLayout(acts(self._take, self._empty))
        own = heading(self.tr("Objections you expect"))
        usual = " ".join(text.text for text in self._texts.objection)
        about = muted(self.tr("Such as: {usual}").format(usual=usual))
        for widget in (listed, one, own, about, self._records):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _show_response(self) -> None:
        self._heard.setText(self._response.heard)
        self._helps.setText(self._response.helps)
        self._sample.setText(
            self.tr("Words to start from: “{words}”").format(words=self._response.sample)
        )
        uid = f"{Answer.kind}:{self._response.id}"
        given = self._given.get(self._response.id)
        self._form.show_item(given or Answer(uid=uid, response=self._response.id))

    def _choose(self, response: ResponseText) -> None:
        self._form.flush()
        self._response = response
        self.reload_asked.emit()

    def _take_sample(self) -> None:
        self._form.flush()
        item = self._form.item
        if isinstance(item, Answer):
            self._store.save(replace(item, words=self._response.sample))
            self.reload_asked.emit()

    def _clear(self) -> None:
        self._form.flush()
        gone = self._given.get(self._response.id)
        if gone is None:
            return
        self._store.delete(gone.id)
        self.reload_asked.emit()
        self.undo_offered.emit(self.tr("The answer was cleared."), lambda: self._bring_back(gone))

    def _bring_back(self, answer: Answer) -> None:
        self._form.flush()
        self._store.restore(answer.id)
        self._response = self._known[answer.response]
        self._list.select(self._texts.response.index(self._response))
        self.reload_asked.emit()

    def _row(self, one: ResponseText) -> Row:
        given = self._given.get(one.id)
        if given is None or not given.words.strip():
            return Row(one.heard, self.tr("no answer yet"), "circle")
        if not given.person:
            return Row(one.heard, self.tr("nobody says it yet"), "circle")
        said = self.tr("{name} says it").format(name=self._names.of(given.person))
        return Row(one.heard, said, "check")

    def _objection(self, one: Objection) -> Row:
        heard = one.heard.strip() or self.tr("nothing written yet")
        state = self.tr("answer ready") if one.words.strip() else self.tr("no answer yet")
        arranged = self.tr("arranged: {what}").format(what=one.arranged.strip())
        return Row(heard, f"{state} · {arranged}" if one.arranged.strip() else state)

    def _fields(self) -> Sequence[Field]:
        return (
            Field("words", self.tr("Our answer"), "text"),
            Field("person", self.tr("Who says it"), "choice", choices=self._names.choices),
        )

    def _objection_fields(self) -> Sequence[Field]:
        return (
            Field("heard", self.tr("What they may say"), wide=True),
            Field("words", self.tr("What we answer, in 25 words"), "text"),
            Field("person", self.tr("Who answers"), "choice", choices=self._names.choices),
            Field(
                "arranged",
                self.tr("What is arranged, so that it is no reason"),
                help=self.tr("Such as: Rosa takes the dog"),
            ),
        )

    def _words(self) -> Words:
        return Words(
            listed=self.tr("Objections"),
            add=self.tr("Add an objection"),
            empty=self.tr("No objection is written down yet."),
            gone=self.tr("The objection was deleted."),
        )
