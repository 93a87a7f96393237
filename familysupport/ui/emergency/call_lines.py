"""Numbers to call: each with what it is for, its hours, text and languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, PhoneNumber
from familysupport.emergency.numbers import of_kinds
from familysupport.ui.kit.widgets import Card, button, heading, label, muted, row


def details(number: PhoneNumber) -> str:
    """Return hours, text option, languages and the date of the last check, in one line."""
    parts = [number.hours, number.text, number.languages, number.note]
    if number.online and number.online != number.number:
        parts.append(number.online)
    parts.append(_checked(number))
    return " · ".join(part for part in parts if part)


def _checked(number: PhoneNumber) -> str:
    if number.status == "recheck":
        return QCoreApplication.translate("CallLine", "Check this number")
    day = QLocale().toString(number.checked_on, "MMMM yyyy")  # type: ignore[call-overload]
    return str(QCoreApplication.translate("CallLine", "Last checked {day}").format(day=day))


class CallLine(QWidget):
    """One number with all that is known about it."""

    def __init__(self, number: PhoneNumber, large: bool = False) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(2)
        called = label(number.number)
        called.setProperty("step", "call" if large else "number-line")
        layout.addWidget(label(number.name))
        layout.addWidget(called)
        layout.addWidget(muted(details(number)))


class NumbersCard(Card):
    """The few numbers that fit now, and the ways to all of them and to another country."""

    all_asked = Signal()
    change_asked = Signal()

    def __init__(self, numbers: CountryNumbers) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.setSpacing(4)
        every = button(self.tr("All numbers"), kind="link")
        every.setAccessibleName(self.tr("All numbers, hours and languages"))
        every.clicked.connect(self.all_asked)
        change = button(self.tr("Change"), kind="link")
        change.setAccessibleName(self.tr("Change the country"))
        change.clicked.connect(self.change_asked)
        top = row(heading(numbers.name), every, change)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addLayout(self._grid(numbers))

    def _grid(self, numbers: CountryNumbers) -> QGridLayout:
        names = {
            "emergency": self.tr("Emergency"),
            "crisis": self.tr("Crisis line"),
            "drugs": self.tr("Drug help line"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, (kind, name) in enumerate(names.items()):
            for number in of_kinds(numbers, (kind,))[:1]:
                called = label(number.number, "strong")
                grid.addWidget(label(name), line, 0)
                grid.addWidget(called, line, 1)
        return grid
