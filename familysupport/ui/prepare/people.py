"""The list of the people of the meeting, in their order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from familysupport.prepare.model import Person
from familysupport.prepare.order import READY_FROM, speakers
from familysupport.prepare.store import PeopleStore
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import Card, button
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.movable import MovableRows, let_drag
from familysupport.ui.prepare.words import part_words


class People(QWidget):
    """Lists everybody with their part; says who was chosen and when somebody is to be added."""

    chosen = Signal(object)
    add_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, store: PeopleStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._speaking: dict[int, int] = {}
        self._states: Mapping[int, str] = {}
        self._model: MovableRows[Person] = MovableRows(self._row, self)
        self._list: FittingList[Person] = FittingList(
            self._model, self.tr("People of the meeting"), self
        )
        self._list.chosen.connect(self.chosen)
        let_drag(self._list)
        self._model.moved.connect(self._drop)
        self._add = button(self.tr("Add a person"), "plus", "primary")
        self._add.clicked.connect(self.add_asked)
        self._up = button(self.tr("Move up"))
        self._down = button(self.tr("Move down"))
        self._up.setToolTip(self.tr("Alt+Up"))
        self._down.setToolTip(self.tr("Alt+Down"))
        self._up.clicked.connect(lambda: self.move_asked.emit(-1))
        self._down.clicked.connect(lambda: self.move_asked.emit(1))
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self._list)
        direction = QBoxLayout.Direction
        across = direction.LeftToRight if text_scale() <= 1.5 else direction.TopToBottom
        moves = QBoxLayout(across)
        for one in (self._add, self._up, self._down):
            moves.addWidget(one)
        moves.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(card)
        layout.addLayout(moves)

    def refresh(self, states: Mapping[int, str], chosen_id: int) -> None:
        """Read the list afresh; `states` says in words how far each one's statement is."""
        people = self._store.people()
        self._states = states
        self._speaking = {
            person.id: number for number, person in enumerate(speakers(people), start=1)
        }
        self._model.set_rows(people)
        ids = [person.id for person in people]
        if chosen_id in ids:
            place = ids.index(chosen_id)
            self._list.select(place)
            self._up.setEnabled(place > 0)
            self._down.setEnabled(place < len(ids) - 1)

    def _drop(self, start: int, steps: int) -> None:
        self.chosen.emit(self._model.at(start))
        self.move_asked.emit(steps)

    def _row(self, person: Person) -> Row:
        name = person.name.strip() or self.tr("No name yet")
        number = self._speaking.get(person.id)
        title = self.tr("{number}. {name}").format(number=number, name=name) if number else name
        detail = part_words()[person.part]
        state = self._states.get(person.id, "")
        parts = [detail, state]
        if person.readiness is not None and person.readiness < READY_FROM:
            parts.append(self.tr("ready: {number} of 10").format(number=person.readiness))
        return Row(title, " · ".join(part for part in parts if part), "person")
