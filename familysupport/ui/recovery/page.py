"""The pages for the time after treatment begins: one part in front, the others by name above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from familysupport.content.recovery import read_support
from familysupport.context import AppContext
from familysupport.documents.page import Page as PaperPage
from familysupport.recovery.model import Contact, Limit
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.kit.widgets import Page, button, title
from familysupport.ui.recovery.appointments_section import AppointmentsSection
from familysupport.ui.recovery.choice import choice_button
from familysupport.ui.recovery.days_section import DaysSection
from familysupport.ui.recovery.habits_section import HabitsSection
from familysupport.ui.recovery.limits_section import LimitsSection
from familysupport.ui.recovery.ninety_section import NinetySection
from familysupport.ui.recovery.order import put_in_order
from familysupport.ui.recovery.paper import sheet_on_paper
from familysupport.ui.recovery.part import Part, page_name
from familysupport.ui.recovery.people_section import PeopleSection
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.signs_section import SignsSection
from familysupport.ui.recovery.supplies_section import SuppliesSection

FILE_NAME = "sheet.pdf"


def _no_limits() -> Sequence[Limit]:
    return ()


def _nobody() -> Sequence[Contact]:
    return ()


class Offers(NamedTuple):
    """What was written elsewhere and can be taken over here when somebody asks for it."""

    limits: Callable[[], Sequence[Limit]] = _no_limits
    people: Callable[[], Sequence[Contact]] = _nobody
    place: Callable[[], str] = str


class RecoveryPage(Page):
    """Shows one part at a time; each is built when it is first asked for."""

    closed = Signal()
    changed = Signal()
    plan_asked = Signal()
    emergency_asked = Signal(str)
    lesson_asked = Signal(str)

    def __init__(
        self,
        store: RecoveryStore,
        context: AppContext,
        offers: Offers | None = None,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._context = store, context
        self._offers, self._machine = offers or Offers(), machine
        self._texts = read_support(context.content)
        self._sections: dict[Part, Section] = {}
        self._part = Part.DAYS
        self._group = QButtonGroup(self)
        self._choices = {part: self._make_choice(part, name) for part, name in self._names()}
        close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        sheet = button(self.tr("Print a sheet…"), "print", "quiet")
        sheet.clicked.connect(self._print_sheet)
        self.body.addLayout(Flow(close, sheet))
        self.body.addWidget(title(page_name()))
        self.body.addLayout(Flow(*self._choices.values(), spacing=6))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read afresh what is shown."""
        self.flush()
        self._bring(self._part)

    def flush(self) -> None:
        """Keep what was typed and not kept yet."""
        for one in self._sections.values():
            one.flush()

    def focus_first(self) -> None:
        """Go to the name of the part that is in front."""
        self._choices[self._part].setFocus()
        self.verticalScrollBar().setValue(0)

    def show_part(self, part: Part) -> None:
        """Bring one part to the front, from its top."""
        self.flush()
        self._bring(part)
        self.verticalScrollBar().setValue(0)

    def _bring(self, part: Part) -> None:
        if part not in self._sections:
            self._add(part, self._makers()[part]())
        self._part = part
        self._choices[part].setChecked(True)
        for name, section in self._sections.items():
            section.setVisible(name == part)
        self._sections[part].refresh()
        put_in_order(self)

    def begin(self, part: Part) -> None:
        """Bring a part to the front with its sheet open."""
        self.show_part(part)
        section = self._sections[part]
        if isinstance(section, DaysSection):
            section.begin()

    def _print_sheet(self) -> None:
        self.flush()
        self._preview(sheet_on_paper(self._store, self._context.clock.today()))

    def _preview(self, page: PaperPage) -> None:
        paper = self._context.settings().paper

        def sheet(choices: Choices) -> PrintSheet:
            return PrintSheet(self.tr("Pages"), page, choices.paper, choices.font_pt)

        dialog = PreviewDialog(
            sheet, FILE_NAME, self.window(), Choices(paper), machine=self._machine
        )
        dialog.exec()
        dialog.deleteLater()

    def _names(self) -> list[tuple[Part, str]]:
        return [
            (Part.DAYS, self.tr("Days")),
            (Part.HABITS, self.tr("Habits")),
            (Part.LIMITS, self.tr("Limits")),
            (Part.NINETY, self.tr("First 90 days")),
            (Part.SIGNS, self.tr("Signs")),
            (Part.SUPPLIES, self.tr("Naloxone and medicines")),
            (Part.APPOINTMENTS, self.tr("Appointments")),
            (Part.PEOPLE, self.tr("People to call")),
        ]

    def _makers(self) -> dict[Part, Callable[[], Section]]:
        store, clock = self._store, self._context.clock
        texts, offers, library = self._texts, self._offers, self._context.content
        return {
            Part.DAYS: lambda: DaysSection(store, clock, texts, library, offers.place),
            Part.HABITS: lambda: HabitsSection(store, clock, texts),
            Part.LIMITS: lambda: LimitsSection(store, clock, offers.limits),
            Part.NINETY: lambda: NinetySection(store, clock, library),
            Part.SIGNS: lambda: SignsSection(store, clock, texts, library),
            Part.SUPPLIES: lambda: SuppliesSection(store, clock, texts, library),
            Part.APPOINTMENTS: lambda: AppointmentsSection(store, clock),
            Part.PEOPLE: lambda: PeopleSection(store, clock, offers.people),
        }

    def _make_choice(self, part: Part, name: str) -> QPushButton:
        choice = choice_button(name)
        choice.clicked.connect(lambda: self.show_part(part))
        self._group.addButton(choice)
        return choice

    def _add(self, part: Part, section: Section) -> None:
        section.changed.connect(self.changed)
        section.changed.connect(lambda: put_in_order(self))
        section.plan_asked.connect(self.plan_asked)
        section.print_asked.connect(self._preview)
        section.emergency_asked.connect(self.emergency_asked)
        section.lesson_asked.connect(self.lesson_asked)
        self._sections[part] = section
        self.body.insertWidget(self.body.count() - 1, section)
