"""The Prepare tab: who comes to the meeting, in what order, with what part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.prepare.model import Person
from familysupport.prepare.order import notices
from familysupport.session import Session
from familysupport.statements.reading import seconds_aloud
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    announce,
    body,
    button,
    heading,
    muted,
    row,
    title,
)
from familysupport.ui.prepare.people import People
from familysupport.ui.prepare.person_form import PersonForm
from familysupport.ui.prepare.words import notice_words


class PrepareTab(Tab):
    """Lays out the people, the one chosen, and what is worth a look."""

    def __init__(
        self, session: Session, context: AppContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._context = context
        self._chosen = 0
        self._people = People(session.people)
        self._form = PersonForm(session.people)
        self._undo = UndoBar()
        self._delete = button(self.tr("Delete"), "trash", "quiet")
        self._looks = Card("attention")
        self._look_words = body("")
        self._looks.body.addWidget(heading(self.tr("Worth a look")))
        self._looks.body.addWidget(self._look_words)
        self._whole = muted("")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(self._filled())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._undo)
        self._tie()
        session.people.purge_old()
        self.refresh()

    def refresh(self) -> None:
        """Read the people and the state of their statements afresh."""
        people = self._session.people.people()
        self._pages.setCurrentIndex(1 if people else 0)
        if people and self._chosen not in [person.id for person in people]:
            self._chosen = people[0].id
        chosen = next((person for person in people if person.id == self._chosen), None)
        if chosen:
            self._form.show_person(chosen)
        self._reload_list(people)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._form.flush()

    def _tie(self) -> None:
        self._people.add_asked.connect(self._add)
        self._people.chosen.connect(self._choose)
        self._form.saved.connect(self._saved)
        self._people.move_asked.connect(self._move)
        self._delete.clicked.connect(self._put_away)
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self._move(steps))

    def _empty(self) -> QWidget:
        page = Page()
        add = button(self.tr("Add the first person"), "plus", "primary")
        add.clicked.connect(self._add)
        page.body.addWidget(title(self.tr("People and order")))
        page.body.addWidget(
            body(
                self.tr(
                    "Here you keep who comes to the meeting: the people your relative trusts, who "
                    "can stay calm. Put them in the order they will speak, and give each a part: "
                    "who leads, who asks, who keeps an eye on safety, who drives."
                )
            )
        )
        page.body.addLayout(row(add, 1))
        page.body.addStretch(1)
        return page

    def _filled(self) -> QWidget:
        page = Page(widest=760)
        page.body.addWidget(title(self.tr("People and order")))
        page.body.addWidget(
            muted(self.tr("Those who read a statement have a number: it is the speaking order."))
        )
        page.body.addWidget(self._looks)
        card = Card()
        card.body.addWidget(self._form)
        card.body.addLayout(row(1, self._delete))
        page.body.addWidget(card)
        page.body.addWidget(self._whole)
        page.body.addStretch(1)
        return Columns(self._people, page)

    def _add(self) -> None:
        self._form.flush()
        self._chosen = self._session.people.save(Person()).id
        self.refresh()
        self._form.begin()

    def _choose(self, person: Person) -> None:
        self._form.flush()
        self._chosen = person.id
        self.refresh()

    def _saved(self) -> None:
        self._reload_list(self._session.people.people())

    def _move(self, steps: int) -> None:
        self._form.flush()
        self._session.people.move(self._chosen, steps)
        self.refresh()
        moved = self._session.people.person(self._chosen)
        if moved:
            announce(self, self.tr("Now number {order}").format(order=moved.order))

    def _put_away(self) -> None:
        self._form.flush()
        gone = self._session.people.person(self._chosen)
        if not gone:
            return
        self._session.people.delete(gone.id)
        name = gone.name.strip() or self.tr("The line without a name")
        self.refresh()
        self._undo.offer(
            self.tr("{name} was taken off the list.").format(name=name),
            lambda: self._bring_back(gone.id),
        )

    def _bring_back(self, person_id: int) -> None:
        self._form.flush()
        self._session.people.restore(person_id)
        self._chosen = person_id
        self.refresh()

    def _reload_list(self, people: list[Person]) -> None:
        seconds = self._seconds(people)
        states = {person.id: self._state(person, seconds) for person in people}
        self._people.refresh(states, self._chosen)
        self._show_notices(people)
        whole = sum(seconds.get(person.id, 0) for person in people if person.part.reads_aloud)
        self._whole.setVisible(bool(whole))
        self._whole.setText(
            self.tr("All statements together take about {minutes} min to read aloud.").format(
                minutes=max(1, round(whole / 60))
            )
        )
        self.status_changed.emit(self.tr("{count} on the list").format(count=len(people)))

    def _seconds(self, people: list[Person]) -> dict[int, int]:
        kept = self._session.statements.statements()
        return {
            person.id: sum(
                seconds_aloud(one.text) for one in kept if one.is_by(person.id, person.name)
            )
            for person in people
        }

    def _state(self, person: Person, seconds: dict[int, int]) -> str:
        if not person.part.reads_aloud:
            return ""
        aloud = seconds.get(person.id, 0)
        if not aloud:
            return self.tr("no statement yet")
        return self.tr("{minutes} min {rest:02d} s").format(minutes=aloud // 60, rest=aloud % 60)

    def _show_notices(self, people: list[Person]) -> None:
        found = [notice_words(notice) for notice in notices(people)]
        self._looks.setVisible(bool(found))
        self._look_words.setText("\n".join(f"{what} {todo}" for what, todo in found))
