"""Print the plan: one button a sheet, each with what it is for."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers
from familysupport.context import AppContext
from familysupport.prepare.checklist import Place
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import may_schedule
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, page_count
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted, row
from familysupport.ui.prepare.inputs import CalmBox
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.paper import Sheet, page_for, sheet_words
from familysupport.ui.prepare.section import Section

FILE_NAME = "plan.pdf"
_USUAL_PT, _SMALLEST_PT = 12, 8
_LITTLE = 2


class PaperSection(Section):
    """Shows each sheet before it is printed or saved as a PDF."""

    def __init__(
        self,
        context: AppContext,
        read: Callable[[], Plan],
        numbers: Callable[[], CountryNumbers],
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.PAPER, parent)
        self._context, self._read, self._numbers = context, read, numbers
        self._machine = machine or Machine()
        self._names = Names()
        self._who = CalmBox()
        self._who.setAccessibleName(self.tr("For whom"))
        self.say_about(self.tr("You see the pages first. You can print them or save a PDF."))
        self._closed = Card("attention")
        self._closed.body.addWidget(heading(self.tr("Choosing a day is closed for now")))
        self._closed.body.addWidget(
            body(
                self.tr(
                    "Your safety answers say that somebody may be in danger. Keep paper about a "
                    "meeting out of reach, and get advice first. The call sheets may help."
                )
            )
        )
        self.body.addWidget(self._closed)
        for sheet, (name, about) in sheet_words().items():
            self.body.addWidget(self._card(sheet, name, about))
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Offer a sheet for everybody or for one person."""
        self._closed.setVisible(not may_schedule(plan.advice, plan.people))
        self._names.take(plan.people)
        chosen = self._who.currentData()
        self._who.clear()
        self._who.addItem(self.tr("everybody in the room"), "")
        for name, uid in self._names.choices()[1:]:
            self._who.addItem(name, uid)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)))

    def sheet(self, sheet: Sheet, choices: Choices) -> PrintSheet:
        """Return a sheet of the plan as it is now, on the chosen paper."""
        only = str(self._who.currentData() or "") if sheet is Sheet.PEOPLE else ""
        page = page_for(sheet, self._read(), self._context.content, self._numbers(), only)
        made = PrintSheet(sheet_words()[sheet][0], page, choices.paper, choices.font_pt)
        if choices.font_pt > _USUAL_PT:
            return made
        return on_one_page(made) if sheet is Sheet.RUN else without_leftovers(made)

    def _card(self, sheet: Sheet, name: str, about: str) -> Card:
        go = button(self.tr("Look and print"), "print")
        go.setAccessibleName(self.tr("Look at and print: {name}").format(name=name))
        go.clicked.connect(self._opener(sheet))
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, "strong"))
        words.addWidget(muted(about))
        card.body.addLayout(words)
        card.body.addLayout(row(self._who, go, 1) if sheet is Sheet.PEOPLE else row(go, 1))
        return card

    def _opener(self, sheet: Sheet) -> Callable[[], None]:
        return lambda: self.preview(sheet)

    def preview(self, sheet: Sheet) -> None:
        """Show the pages as they will look."""
        dialog = PreviewDialog(
            lambda choices: self.sheet(sheet, choices),
            FILE_NAME,
            self,
            Choices(self._context.settings().paper),
            hide_button(),
            self._machine,
        )
        dialog.exec()
        if shiboken6.isValid(dialog):  # a lock while it stood open takes it away
            dialog.deleteLater()


def on_one_page(sheet: PrintSheet) -> PrintSheet:
    """Return `sheet` in the largest words in which it is one page, or in the smallest there are."""
    made = sheet
    while page_count(made) > 1 and made.font_pt > _SMALLEST_PT:
        made = made._replace(font_pt=made.font_pt - 1)
    return made


def without_leftovers(sheet: PrintSheet) -> PrintSheet:
    """Return `sheet` in words a little smaller where that spares a page with a few lines left."""
    made = [sheet._replace(font_pt=sheet.font_pt - less) for less in range(_LITTLE + 1)]
    return min(made, key=page_count)
