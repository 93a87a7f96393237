"""The list of statements, those not begun yet, and the way back for deleted ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.model import Person
from familysupport.prepare.store import PeopleStore
from familysupport.statements.model import Statement
from familysupport.statements.reading import seconds_aloud
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.widgets import button
from familysupport.ui.statements.words import duration, name_of

Entry = Statement | Person | str


class Entries(QWidget):
    """Lists the statements and who has none yet; a plain string in the list is a heading."""

    chosen = Signal(object)
    new_asked = Signal()
    deleted_asked = Signal()
    family_asked = Signal()

    def __init__(
        self, statements: StatementStore, people: PeopleStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._statements = statements
        self._people = people
        self._seconds: dict[Statement, int] = {}
        self._model: RowsModel[Entry] = RowsModel(self._row, self)
        self._list: RowList[Entry] = RowList(self._model, self.tr("Statements"), self)
        self._list.chosen.connect(self.chosen)
        new = button(self.tr("New statement"), "plus", "primary")
        new.clicked.connect(self.new_asked)
        self._deleted = button(self.tr("Deleted statements…"), kind="link")
        self._deleted.clicked.connect(self.deleted_asked)
        self._family = button(self.tr("Across the family…"))
        self._family.setToolTip(self.tr("What the letters tell twice, or say differently"))
        self._family.clicked.connect(self.family_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(new)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._family)
        layout.addWidget(self._deleted)

    def refresh(self, chosen: Statement | Person | None) -> bool:
        """Read the list afresh, mark `chosen` in it, and return whether anything is listed."""
        kept = self._statements.statements()
        known = self._seconds
        self._seconds = {one: known.get(one) or seconds_aloud(one.text) for one in kept}
        waiting = self._waiting(kept)
        rows: list[Entry] = list(kept)
        if waiting:
            rows.append(self.tr("From Prepare, not started"))
        rows.extend(waiting)
        self._model.set_rows(rows)
        self._family.setVisible(sum(1 for one in kept if one.text.strip()) > 1)
        self._deleted.setVisible(bool(self._statements.put_away()))
        for number, entry in enumerate(rows):
            if _same(entry, chosen):
                self._list.select(number)
        return bool(rows)

    def first_waiting(self) -> Person | None:
        """Return the first person of Prepare who has no statement yet, if there is one."""
        return next(iter(self._waiting(self._statements.statements())), None)

    def _waiting(self, kept: list[Statement]) -> list[Person]:
        return [
            person
            for person in self._people.people()
            if person.part.reads_aloud
            and person.name.strip()
            and not any(one.is_by(person.id, person.name) for one in kept)
        ]

    def _row(self, entry: Entry) -> Row:
        if isinstance(entry, str):
            return Row(entry, section=True)
        if isinstance(entry, Person):
            return Row(entry.name.strip(), self.tr("not started"), "person")
        seconds = self._seconds[entry]
        detail = duration(seconds) if seconds else self.tr("nothing written yet")
        return Row(name_of(entry), detail, "statements")


def _same(entry: Entry, chosen: Statement | Person | None) -> bool:
    if isinstance(entry, str) or chosen is None:
        return False
    return type(entry) is type(chosen) and entry.id == chosen.id
