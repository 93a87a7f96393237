"""People and order: who comes, what each one does, and what is worth a look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Person
from familysupport.prepare.order import notices
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PeopleStore
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, muted, row
from familysupport.ui.prepare.people import People
from familysupport.ui.prepare.person_form import PersonForm
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.words import notice_words


class PeopleSection(Section):
    """Lays out the people, the one chosen, and what is worth a look."""

    def __init__(self, store: PeopleStore, parent: QWidget | None = None) -> None:
        super().__init__(Place.PEOPLE, parent)
        self._store = store
        self._chosen = 0
        self._people = People(store)
        self._form = PersonForm(store)
        self._delete = button(self.tr("Delete"), "trash", "quiet")
        self._looks = Card("attention")
        self._look_words = body("")
        self._looks.body.addWidget(heading(self.tr("Worth a look")))
        self._looks.body.addWidget(self._look_words)
        self._whole = muted("")
        self._nobody = self._empty()
        self._everybody = self._filled()
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._everybody)
        self.body.addStretch(1)
        self._tie()

    def show_plan(self, plan: Plan) -> None:
        """Show the people and the state of their statements."""
        people = list(plan.people)
        self._nobody.setVisible(not people)
        self._everybody.setVisible(bool(people))
        if people and self._chosen not in [person.id for person in people]:
            self._chosen = people[0].id
        chosen = next((person for person in people if person.id == self._chosen), None)
        if chosen:
            self._form.show_person(chosen)
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show the list and the notices as they follow from what was typed."""
        states = {person.id: self._state(person, plan) for person in plan.people}
        self._people.refresh(states, self._chosen)
        found = [notice_words(notice) for notice in notices(plan.people)]
        self._looks.setVisible(bool(found))
        self._look_words.setText("\n".join(f"{what} {todo}" for what, todo in found))
        whole = sum(plan.seconds.get(one.id, 0) for one in plan.people if one.part.reads_aloud)
        self._whole.setVisible(bool(whole))
        self._whole.setText(
            self.tr("All statements together take about {minutes} min to read aloud.").format(
                minutes=max(1, round(whole / 60))
            )
        )

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._form.flush()

    def _tie(self) -> None:
        self._people.add_asked.connect(self._add)
        self._people.chosen.connect(self._choose)
        self._people.move_asked.connect(self._move)
        self._form.saved.connect(self.changed)
        self._delete.clicked.connect(self._put_away)
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self._move(steps))

    def _empty(self) -> QWidget:
        add = button(self.tr("Add the first person"), "plus", "primary")
        add.clicked.connect(self._add)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(
            body(
                self.tr(
                    "Here you keep who comes to the meeting: the people your relative trusts, who "
                    "can stay calm. Put them in the order they will speak, and give each a part: "
                    "who leads, who asks, who keeps an eye on safety, who drives."
                )
            )
        )
        layout.addLayout(row(add, 1))
        return page

    def _filled(self) -> QWidget:
        card = Card()
        card.body.addWidget(self._form)
        card.body.addLayout(row(1, self._delete))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(
            muted(self.tr("Those who read a statement have a number: it is the speaking order."))
        )
        for widget in (self._people, self._looks, card, self._whole):
            layout.addWidget(widget)
        return page

    def _add(self) -> None:
        self._form.flush()
        self._choose_id(self._store.save(Person()).id)
        self._form.begin()

    def _choose(self, person: Person) -> None:
        self._form.flush()
        self._choose_id(person.id)

    def _choose_id(self, person_id: int) -> None:
        self._chosen = person_id
        self.reload_asked.emit()

    def _move(self, steps: int) -> None:
        self._form.flush()
        self._store.move(self._chosen, steps)
        self.reload_asked.emit()
        moved = self._store.person(self._chosen)
        if moved:
            announce(self, self.tr("Now number {order}").format(order=moved.order))

    def _put_away(self) -> None:
        self._form.flush()
        gone = self._store.person(self._chosen)
        if not gone:
            return
        self._store.delete(gone.id)
        name = gone.name.strip() or self.tr("The line without a name")
        self.reload_asked.emit()
        self.undo_offered.emit(
            self.tr("{name} was taken off the list.").format(name=name),
            lambda: self._bring_back(gone.id),
        )

    def _bring_back(self, person_id: int) -> None:
        self._form.flush()
        self._store.restore(person_id)
        self._choose_id(person_id)

    def _state(self, person: Person, plan: Plan) -> str:
        if not person.part.reads_aloud:
            return ""
        aloud = plan.seconds.get(person.id, 0)
        if not aloud:
            return self.tr("no statement yet")
        return self.tr("{minutes} min {rest:02d} s").format(minutes=aloud // 60, rest=aloud % 60)
