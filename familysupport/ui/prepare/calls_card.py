"""Whom to call first: the numbers that fit, in the country chosen in Settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, PhoneNumber
from familysupport.emergency.numbers import of_kinds
from familysupport.ui.emergency.call_lines import details
from familysupport.ui.kit.widgets import Card, body, heading, label, muted


class CallsCard(Card):
    """The numbers that fit, in the country chosen in Settings."""

    def __init__(self, kinds: tuple[str, ...], numbers: CountryNumbers) -> None:
        super().__init__()
        self.body.addWidget(heading(self.tr("Whom to call first")))
        found = of_kinds(numbers, kinds)
        for number in found:
            self.body.addWidget(_call(number))
        if not found:
            self.body.addWidget(
                body(
                    self.tr(
                        "There is no list for your country yet. Call your emergency number or "
                        "your doctor. You can choose a country in Settings."
                    )
                )
            )


def _call(number: PhoneNumber) -> QWidget:
    """Return a number above what is known about it, which fits any window."""
    called = heading(number.number)
    called.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 4, 0, 4)
    layout.setSpacing(2)
    for one in (called, label(number.name, "strong"), muted(details(number))):
        layout.addWidget(one)
    return holder
