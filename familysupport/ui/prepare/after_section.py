"""Afterwards: what happened, and the right next pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.prepare.afterwards import After, Happened
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import AfterText, read_afterwards
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, muted, row
from familysupport.ui.prepare.acts import acts
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.form import Form
from familysupport.ui.prepare.places import place_words
from familysupport.ui.prepare.section import Section


class AfterSection(Section):
    """Asks what happened and shows what comes first, then what comes next."""

    def __init__(
        self,
        store: PlanStore,
        library: Library,
        write_entry: Callable[[str, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.AFTER, parent)
        self._store, self._library, self._write_entry = store, library, write_entry
        self._texts = read_afterwards(library)
        self._by_id = {one.id: one for one in self._texts.result}
        first = Card("soft")
        first.body.addWidget(heading(self.tr("First, within 24 hours")))
        for line in self._texts.first:
            first.body.addWidget(body(f"•  {line}"))
        fields = (
            Field("happened", self.tr("What happened?"), "choice", choices=self._choices),
            Field("note", self.tr("What was said, in your own words"), "text"),
        )
        self._form = Form(fields, store.save)
        self._form.saved.connect(self.changed)
        self._journal = button(self.tr("Put this into the journal"), "journal")
        self._journal.clicked.connect(self._to_journal)
        self._clear = button(self.tr("Clear, for a new meeting"), "trash", "quiet")
        self._clear.clicked.connect(self._start_anew)
        self._said = muted("")
        sheet = Card()
        sheet.body.addWidget(self._form)
        sheet.body.addLayout(acts(self._journal, self._clear))
        sheet.body.addWidget(self._said)
        self._slot = QVBoxLayout()
        self._card: Card | None = None
        self._shown = Happened.OPEN
        self.body.addWidget(first)
        self.body.addWidget(sheet)
        self.body.addLayout(self._slot)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what was said to have happened."""
        self._form.show_item(plan.after)
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show the next pages for what happened."""
        after = plan.after
        self._clear.setVisible(bool(after.id))
        self._journal.setVisible(after.happened is not Happened.OPEN or bool(after.note.strip()))
        self._said.setVisible(bool(self._said.text()))
        if after.happened is self._shown:
            return
        self._shown = after.happened
        self._said.setText("")
        self._said.hide()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        text = self._by_id.get(after.happened)
        if text is not None:
            self._card = self._next(text)
            self._slot.addWidget(self._card)
            self._card.show()

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._form.flush()

    def _next(self, text: AfterText) -> Card:
        card = Card()
        card.body.addWidget(heading(text.name))
        for line in text.lines:
            card.body.addWidget(body(f"•  {line}"))
        for name in text.places:
            place = Place(name)
            go = button(place_words()[place], kind="link")
            go.clicked.connect(self._goer(place))
            card.body.addLayout(row(go, 1))
        for name in text.lessons:
            lesson = self._library.lesson(name)
            if lesson is not None:
                read = button(self.tr("Read: {title}").format(title=lesson.title), kind="link")
                read.clicked.connect(partial(self.lesson_asked.emit, name))
                card.body.addLayout(row(read, 1))
        return card

    def _goer(self, place: Place) -> Callable[[], None]:
        return lambda: self.place_asked.emit(place)

    def _choices(self) -> list[tuple[str, Happened]]:
        nobody = QCoreApplication.translate("PrepareAfter", "not said yet")
        return [(nobody, Happened.OPEN)] + [
            (one.name, Happened(one.id)) for one in self._texts.result
        ]

    def _to_journal(self) -> None:
        self._form.flush()
        after = self._store.only(After)
        text = self._by_id.get(after.happened)
        title = self.tr("After the meeting")
        parts = [text.name + "." if text else "", after.note.strip()]
        self._write_entry(title, "\n\n".join(part for part in parts if part))
        self._said.setText(self.tr("It is in the Journal now, as “{title}”.").format(title=title))
        self._said.show()
        announce(self, self._said.text())

    def _start_anew(self) -> None:
        self._form.flush()
        gone = self._store.only(After)
        self._store.delete(gone.id)
        self.reload_asked.emit()
        self.undo_offered.emit(self.tr("What happened was cleared."), lambda: self._back(gone))

    def _back(self, gone: After) -> None:
        self._form.flush()
        self._store.save(replace(gone, id=0))
        self.reload_asked.emit()
