"""What to do next: three things at most, then all that is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.checklist import Missing, Place, missing
from familysupport.prepare.plan import Plan
from familysupport.ui.kit.widgets import button, heading, label, muted
from familysupport.ui.prepare.day_words import days_until
from familysupport.ui.prepare.gap_words import gap_words
from familysupport.ui.prepare.section import Section

NEXT = 3


class NextSteps(QWidget):
    """Shows the next three things, each a way to its section; and how many more are missing."""

    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = muted("")
        self._holder = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        for widget in (self._days, heading(self.tr("The next three things")), self._holder):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self._shown: tuple[object, ...] | None = None

    def show_missing(self, found: Sequence[Missing], days: str) -> None:
        """Show what is missing; `days` says how long it is until the day."""
        self._days.setText(days)
        self._days.setVisible(bool(days))
        if self._shown == tuple(found):
            return
        self._shown = tuple(found)
        old, self._holder = self._holder, self._listed(found)
        self._layout.replaceWidget(old, self._holder)
        self._holder.show()
        old.hide()
        old.deleteLater()

    def _listed(self, found: Sequence[Missing]) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for one in found[:NEXT]:
            layout.addWidget(self._step(one))
        if not found:
            layout.addWidget(label(self.tr("Nothing is missing in the parts you began.")))
        if len(found) > NEXT:
            layout.addWidget(heading(self.tr("After that")))
            for one in found[NEXT:]:
                layout.addWidget(muted(gap_words(one)))
        return holder

    def _step(self, one: Missing) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        words = gap_words(one)
        go = button(self.tr("Go there"), kind="link")
        go.setAccessibleName(self.tr("Go there: {what}").format(what=words))
        go.clicked.connect(lambda: self.place_asked.emit(one.place))
        layout.addWidget(label(words))
        layout.addWidget(go)
        return holder


class NextSection(Section):
    """The same as a section of its own, for a window too narrow to show it at the side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Place.NEXT, parent)
        self.say_about(self.tr("This follows from what you wrote. There is nothing to tick off."))
        self._steps = NextSteps()
        self._steps.place_asked.connect(self.place_asked)
        self.body.addWidget(self._steps)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is missing now."""
        self._steps.show_missing(missing(plan), days_until(plan))
