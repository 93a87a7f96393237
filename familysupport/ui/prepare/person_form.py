"""One person of the meeting, changed in place and saved by itself."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.store import PeopleStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import label, muted
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.prepare.inputs import CalmBox
from familysupport.ui.prepare.words import part_help, part_words, relation_words

T = TypeVar("T")


class PersonForm(QWidget):
    """Shows one person's name, relation, part and contact; `saved` follows each change."""

    saved = Signal()

    def __init__(self, store: PeopleStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._person = Person()
        self._dirty = False
        self._filling = False
        self._autosave = Autosave(self._save, self)
        self._name = self._line(self.tr("Name"))
        self._relation = _choice(self.tr("Relation"), relation_words())
        self._part = _choice(self.tr("Part in the meeting"), part_words())
        self._help = muted("")
        self._contact = self._line(self.tr("Phone or e-mail"))
        self._note = self._line(self.tr("Note"))
        self._ready = _choice(self.tr("“I will go through with it”"), _readiness())
        self._fear = self._line(self.tr("What they fear most"))
        self._flares = self._tick(self.tr("May get loud or angry in the room"))
        self._child = self._tick(self.tr("Is under 18"))
        self._relation.currentIndexChanged.connect(self._choose)
        self._part.currentIndexChanged.connect(self._choose)
        self._ready.currentIndexChanged.connect(self._choose)
        self._lay_out()

    def show_person(self, person: Person) -> None:
        """Save what waits, then show `person`."""
        self.flush()
        self._filling = True
        self._person = person
        for line, text in self._texts():
            if line.text() != text:
                line.setText(text)
        self._relation.setCurrentIndex(self._relation.findData(person.relation))
        self._part.setCurrentIndex(self._part.findData(person.part))
        self._ready.setCurrentIndex(self._ready.findData(person.readiness))
        self._flares.setChecked(person.may_flare)
        self._child.setChecked(person.is_child)
        self._help.setText(part_help()[person.part])
        self._filling = False

    def begin(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()
        self._name.selectAll()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet."""
        self._autosave.flush()
        if self._dirty:
            self._save()

    def _texts(self) -> list[tuple[QLineEdit, str]]:
        return [
            (self._name, self._person.name),
            (self._contact, self._person.contact),
            (self._fear, self._person.fear),
            (self._note, self._person.note),
        ]

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setInputMethodHints(UNLEARNED)
        line.textEdited.connect(self._touch)
        line.editingFinished.connect(self.flush)
        return line

    def _tick(self, name: str) -> QCheckBox:
        tick = QCheckBox(name)
        tick.toggled.connect(self._choose)
        return tick

    def _lay_out(self) -> None:
        across = 2 if text_scale() <= 1.25 else 1
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(14)
        fields: tuple[QLineEdit | QComboBox, ...] = (
            self._name,
            self._relation,
            self._part,
            self._contact,
            self._ready,
            self._fear,
            self._note,
        )
        for number, field in enumerate(fields):
            cell = QVBoxLayout()
            cell.setSpacing(4)
            caption = label(field.accessibleName(), "strong")
            caption.setBuddy(field)
            cell.addWidget(caption)
            cell.addWidget(field)
            if field is self._part:
                cell.addWidget(self._help)
            cell.addStretch(1)
            wide = across if field is self._note else 1
            grid.addLayout(cell, number // across, number % across, 1, wide)
        for tick in (self._flares, self._child):
            grid.addWidget(tick, grid.rowCount(), 0, 1, across)
        for column in range(across):
            grid.setColumnStretch(column, 1)

    def _choose(self) -> None:
        part = Part(self._part.currentData())
        self._help.setText(part_help()[part])
        if not self._filling:
            self._dirty = True
            self._save()

    def _touch(self) -> None:
        self._dirty = True
        self._autosave.touch()

    def _save(self) -> None:
        relation = Relation(self._relation.currentData())
        part = Part(self._part.currentData())
        if not self._person.id:
            return
        self._person = self._store.save(
            self._person._replace(
                name=self._name.text(),
                relation=relation,
                part=part,
                contact=self._contact.text(),
                note=self._note.text(),
                readiness=self._ready.currentData(),
                fear=self._fear.text(),
                may_flare=self._flares.isChecked(),
                is_child=self._child.isChecked(),
            )
        )
        self._dirty = False
        self.saved.emit()


def _readiness() -> dict[int | None, str]:
    say = QCoreApplication.translate
    words: dict[int | None, str] = {None: say("PersonForm", "not asked yet")}
    words |= {number: str(number) for number in range(11)}
    words[0] = say("PersonForm", "0 – surely not")
    words[10] = say("PersonForm", "10 – for certain")
    return words


def _choice(name: str, words: dict[T, str]) -> QComboBox:
    box = CalmBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)  # the longest choice must not widen the page
    box.setAccessibleName(name)
    for value, word in words.items():
        box.addItem(word, value)
    return box
