"""Beside a setback: the Emergency page, and the lesson on the danger after a break."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button

LESSON = "danger-after-a-break"


class SetbackCard(Card):
    """Says what matters first and leads there; it asks nothing."""

    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("attention", parent)
        self.body.addWidget(
            body(
                self.tr(
                    "After a break the body bears much less, and the danger of an overdose is"
                    " high. Keep naloxone at hand. A setback does not undo what was reached."
                )
            )
        )
        emergency = button(self.tr("Open Emergency"), "emergency", "emergency")
        emergency.clicked.connect(lambda: self.emergency_asked.emit("overdose"))
        lesson = button(self.tr("Read: the danger after a break"))
        lesson.clicked.connect(lambda: self.lesson_asked.emit(LESSON))
        plan = button(self.tr("Our plan for this"), "prepare")
        plan.clicked.connect(self.plan_asked)
        flow = Flow(spacing=8)
        flow.addWidget(emergency)
        flow.addWidget(plan)
        flow.addWidget(lesson)
        self.body.addLayout(flow)
