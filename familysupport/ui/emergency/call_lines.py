"""Numbers to call: each with what it is for, its hours, text and languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, PhoneNumber
from familysupport.emergency.numbers import of_kinds
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, button, heading, label, muted, row

_NUMBER_WIDTH = 222


def details(number: PhoneNumber) -> str:
    """Return hours, text option, languages and the date of the last check, in one line."""
    parts = [number.hours, number.text, number.languages, number.note]
    if number.online and number.online != number.number:
        parts.append(number.online)
    parts.append(_checked(number))
    return " · ".join(part.rstrip(".") for part in parts if part)


def _checked(number: PhoneNumber) -> str:
    if number.status == "recheck":
        return QCoreApplication.translate("CallLine", "Check this number")
    day = QLocale().toString(number.checked_on, "MMMM yyyy")  # type: ignore[call-overload]
    return str(QCoreApplication.translate("CallLine", "Last checked {day}").format(day=day))


class CallLine(QWidget):
    """One number, large, with all that is known about it beside it."""

    def __init__(self, number: PhoneNumber) -> None:
        super().__init__()
        called = label(number.number)
        called.setProperty("step", "call")
        called.setMinimumWidth(scaled(_NUMBER_WIDTH))
        called.setMaximumWidth(scaled(_NUMBER_WIDTH))
        called.setAlignment(Qt.AlignmentFlag.AlignTop)
        called.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(number.name, "strong"))
        words.addWidget(muted(details(number)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(14)
        layout.addWidget(called)
        layout.addLayout(words, 1)


class AllNumbers(QWidget):
    """Every number we have for a country, and the family's own: above them once there are any."""

    def __init__(
        self, numbers: CountryNumbers, own: QWidget | None = None, own_first: bool = False
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        card = Card()
        for number in numbers.number:
            card.body.addWidget(CallLine(number))
        layout.addWidget(card)
        if own:
            layout.insertWidget(0 if own_first else 1, own)
        layout.addStretch(1)


class NumbersCard(Card):
    """The few numbers that fit now, and the ways to all of them and to another country."""

    all_asked = Signal()
    change_asked = Signal()

    def __init__(self, numbers: CountryNumbers) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 7, 16, 8)
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
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, (kind, name) in enumerate(names.items()):
            for number in of_kinds(numbers, (kind,))[:1]:
                grid.addWidget(label(name), line, 0)
                grid.addWidget(label(number.number, "strong"), line, 1)
        return grid
