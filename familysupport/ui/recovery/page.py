"""The pages for the time after treatment begins: one part in front, the others by name above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from familysupport.content.recovery import read_support
from familysupport.context import AppContext
from familysupport.recovery.model import Limit
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import Page, button, row, title
from familysupport.ui.recovery.days_section import DaysSection
from familysupport.ui.recovery.habits_section import HabitsSection
from familysupport.ui.recovery.limits_section import LimitsSection
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.words import page_name


class Part(StrEnum):
    """The parts of the pages."""

    DAYS = "days"
    HABITS = "habits"
    LIMITS = "limits"


def _no_limits() -> Sequence[Limit]:
    return ()


@dataclass(frozen=True)
class Offers:
    """What was written elsewhere and can be taken over here when somebody asks for it."""

    limits: Callable[[], Sequence[Limit]] = _no_limits


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._context = store, context
        self._offers = offers or Offers()
        self._texts = read_support(context.content)
        self._sections: dict[Part, Section] = {}
        self._part = Part.DAYS
        self._undo = UndoBar()
        self._group = QButtonGroup(self)
        self._choices = {part: self._make_choice(part, name) for part, name in self._names()}
        close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        self.body.addLayout(row(close, 1))
        self.body.addWidget(title(page_name()))
        self.body.addLayout(Flow(*self._choices.values(), spacing=6))
        self.body.addWidget(self._undo)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read afresh what is shown."""
        self.flush()
        self.show_part(self._part)

    def flush(self) -> None:
        """Keep what was typed and not kept yet."""
        for one in self._sections.values():
            one.flush()

    def focus_first(self) -> None:
        """Go to the name of the part that is in front."""
        self._choices[self._part].setFocus()
        self.verticalScrollBar().setValue(0)

    def show_part(self, part: Part) -> None:
        """Bring one part to the front."""
        self.flush()
        if part not in self._sections:
            self._add(part, self._makers()[part]())
        self._part = part
        self._choices[part].setChecked(True)
        for name, section in self._sections.items():
            section.setVisible(name == part)
        self._sections[part].refresh()
        self.verticalScrollBar().setValue(0)

    def begin(self, part: Part) -> None:
        """Bring a part to the front with its sheet open."""
        self.show_part(part)
        section = self._sections[part]
        if isinstance(section, DaysSection):
            section.begin()

    def _names(self) -> list[tuple[Part, str]]:
        return [
            (Part.DAYS, self.tr("Days")),
            (Part.HABITS, self.tr("Habits")),
            (Part.LIMITS, self.tr("Limits")),
        ]

    def _makers(self) -> dict[Part, Callable[[], Section]]:
        store, clock = self._store, self._context.clock
        texts, offers = self._texts, self._offers
        return {
            Part.DAYS: lambda: DaysSection(store, clock, texts),
            Part.HABITS: lambda: HabitsSection(store, clock, texts),
            Part.LIMITS: lambda: LimitsSection(store, clock, offers.limits),
        }

    def _make_choice(self, part: Part, name: str) -> QPushButton:
        choice = button(name, kind="choice")
        choice.setCheckable(True)
        choice.clicked.connect(lambda: self.show_part(part))
        self._group.addButton(choice)
        return choice

    def _add(self, part: Part, section: Section) -> None:
        section.changed.connect(self.changed)
        section.undo_offered.connect(self._undo.offer)
        section.plan_asked.connect(self.plan_asked)
        section.emergency_asked.connect(self.emergency_asked)
        section.lesson_asked.connect(self.lesson_asked)
        self._sections[part] = section
        self.body.insertWidget(self.body.count() - 1, section)
