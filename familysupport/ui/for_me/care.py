"""A kind word after a very hard answer, and whom to call; nothing opens by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, PhoneNumber, read_emergency
from familysupport.context import AppContext
from familysupport.emergency.numbers import numbers_for, of_kinds
from familysupport.ui.emergency.call_lines import details
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, label, muted

SITUATION = "myself"


def own_country(context: AppContext) -> CountryNumbers:
    """Return the numbers of the country chosen in the settings."""
    found = read_emergency(context.content.root, context.content.language)
    return numbers_for(found, context.settings().country)


def crisis_lines(numbers: CountryNumbers) -> tuple[PhoneNumber, ...]:
    """Return whom to call in a crisis of one's own: danger first, then to talk."""
    found = of_kinds(numbers, ("crisis",))
    sure = tuple(one for one in found if one.status == "listed") or found
    return (*of_kinds(numbers, ("emergency",))[:1], *sure)


class NumberLine(QWidget):
    """One number to call, with whose it is and when it was last checked."""

    def __init__(self, number: PhoneNumber) -> None:
        super().__init__()
        called = label(number.number, "heading")
        called.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(called)
        layout.addWidget(label(number.name, "strong"))
        layout.addWidget(muted(details(number)))


class CareCard(Card):
    """Says that nobody has to carry this alone, with one line to call and the way to more."""

    emergency_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, words: str, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._context = context
        self._said = body(words)
        self._line: QWidget | None = None
        more = button(self.tr("More help now"), "phone")
        more.setAccessibleDescription(
            self.tr("Opens the Emergency page for someone who cannot go on.")
        )
        more.clicked.connect(lambda: self.emergency_asked.emit(SITUATION))
        plan = button(self.tr("My plan for hard days"), "heart")
        plan.clicked.connect(self.plan_asked)
        self.body.addWidget(self._said)
        self.body.addLayout(Flow(more, plan))

    def words(self) -> str:
        """Return what is said, for a screen reader."""
        return self._said.text()

    def refresh(self) -> None:
        """Show the line of the country chosen now."""
        if self._line:
            self._line.deleteLater()
            self._line = None
        talk = [one for one in crisis_lines(own_country(self._context)) if one.kind == "crisis"]
        if talk:
            self._line = NumberLine(talk[0])
            self.body.insertWidget(1, self._line)
