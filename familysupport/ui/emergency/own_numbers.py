"""The family's own numbers: doctor, clinic, neighbor; seen without the passphrase, and said so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from familysupport.emergency.model import OwnNumber
from familysupport.emergency.own import OwnNumbers
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, button, heading, label, muted, row
from familysupport.ui.kit.writing import UNLEARNED


class OwnNumbersCard(Card):
    """Shows the family's own numbers, adds to them and takes away."""

    def __init__(self, own: OwnNumbers) -> None:
        super().__init__()
        self._own = own
        self._undo = UndoBar()
        self._lines = QVBoxLayout()
        self.body.addWidget(heading(self.tr("Your own numbers")))
        self.body.addLayout(self._lines)
        self.body.addWidget(self._undo)
        self.body.addWidget(
            muted(
                self.tr(
                    "A doctor, a clinic, a neighbor. These are not locked, so that they are here"
                    " when you need them: anyone who opens this program can read them. Leave out"
                    " what such a person must not see."
                )
            )
        )
        self.name = self._field(self.tr("Who it is"))
        self.number = self._field(self.tr("Number"))
        self.add = button(self.tr("Add, not locked"), "plus")
        self.add.clicked.connect(self._add)
        self.number.returnPressed.connect(self._add)
        line = row(self.name, self.number, self.add)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.said = label("")
        self.said.hide()
        self.body.addWidget(self.said)
        self._show()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setInputMethodHints(UNLEARNED)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setMaxLength(60)
        field.setMinimumHeight(scaled(36))
        return field

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in self._own.all():
            line = self._line(one)
            self._lines.addWidget(line)
            line.show()

    def _line(self, one: OwnNumber) -> QWidget:
        number = label(one.number)
        number.setProperty("step", "call")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        away = button(self.tr("Take away"), kind="link")
        away.setAccessibleName(self.tr("Take away {name}").format(name=one.name))
        away.clicked.connect(partial(self._take_away, one))
        result = QWidget()
        line = row(number, label(one.name, "strong"), away, spacing=14)
        line.setStretch(1, 1)
        result.setLayout(line)
        return result

    def _add(self) -> None:
        if self._own.add(self.name.text(), self.number.text()):
            self._say(self.tr("{name} was added.").format(name=self.name.text().strip()))
            self.name.clear()
            self.number.clear()
            self.name.setFocus()
            self._show()
        elif self.name.text().strip() and self.number.text().strip():
            self._say(self.tr("The list is full. Take one away first."))
        else:
            self._say(self.tr("Write who it is, and the number."))

    def _take_away(self, one: OwnNumber, _clicked: bool = False) -> None:
        before = self._own.all()
        self._own.save(tuple(other for other in before if other != one))
        self.said.hide()
        self._show()
        text = self.tr("{name} was taken away.").format(name=one.name)
        self._undo.offer(text, lambda: self._back(before))

    def _back(self, before: tuple[OwnNumber, ...]) -> None:
        self._own.save(before)
        self._show()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self, text)
