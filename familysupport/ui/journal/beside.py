"""Beside the entries: what is kept of treatment, once there is anything, and the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.return_plan import NAME
from familysupport.journal.store import JournalStore
from familysupport.recovery.model import Stay
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.journal.block import Block
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import button, muted, row
from familysupport.ui.recovery.order import put_in_order

if TYPE_CHECKING:  # fetched when something about treatment is kept
    from familysupport.ui.journal.beside_treatment import BesideTreatment


class Beside(QScrollArea):
    """Shows what is kept beside the journal; put further parts into `body`, above its end."""

    part_asked = Signal(object)
    begin_asked = Signal()
    lesson_asked = Signal(str)
    plan_asked = Signal()
    changed = Signal()

    def __init__(
        self,
        journal: JournalStore,
        recovery: RecoveryStore,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._recovery, self._clock = journal, recovery, clock
        self._begin = button(self.tr("Add the day treatment began"), kind="link")
        self._begin.clicked.connect(self.begin_asked)
        self._treatment: BesideTreatment | None = None
        self._plan = Block(self.tr("If they use again"))
        self._plan_words = muted("")
        open_plan = button(self.tr("Open the plan"))
        open_plan.clicked.connect(self.plan_asked)
        self._plan.body.addWidget(self._plan_words)
        self._plan.body.addLayout(row(open_plan, 1))
        self._lay_out()

    def refresh(self) -> None:
        """Read afresh what is kept."""
        has_stay = bool(self._recovery.items(Stay))
        self._begin.setVisible(not has_stay)
        if self._treatment is None and self._recovery.has_any():
            self._treatment = self._make_treatment()
            self.body.insertWidget(self.body.indexOf(self._begin) + 1, self._treatment)
        if self._treatment:
            self._treatment.refresh()
        self._show_plan(has_stay)
        put_in_order(self)

    def _lay_out(self) -> None:
        inner = QFrame()
        inner.setObjectName("beside")
        inner.setStyleSheet(f"QFrame#beside {{ background: {current_theme().card}; }}")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(18, 20, 18, 20)
        self.body.setSpacing(22)
        self.body.addWidget(self._begin)
        self.body.addWidget(self._plan)
        self.body.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Beside the journal"))
        self.setWidget(inner)

    def _make_treatment(self) -> BesideTreatment:
        from familysupport.ui.journal.beside_treatment import BesideTreatment

        treatment = BesideTreatment(self._recovery, self._clock)
        treatment.part_asked.connect(self.part_asked)
        treatment.lesson_asked.connect(self.lesson_asked)
        treatment.changed.connect(self.changed)
        return treatment

    def _show_plan(self, has_stay: bool) -> None:
        parts = [one for one in self._journal.page(NAME).values() if one.strip()]
        self._plan.setVisible(bool(parts) or has_stay)
        if not parts:
            said = self.tr("There is no plan yet. A few words for each part are enough.")
        elif len(parts) == 1:
            said = self.tr("Your plan: 1 part written")
        else:
            said = self.tr("Your plan: {count} parts written").format(count=len(parts))
        self._plan_words.setText(said)
