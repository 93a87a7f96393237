"""A breathing circle that runs for a while; it starts and stands still on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.breathing import USUAL, breathing_in, fullness, phase
from familysupport.ui.kit.breath import BreathPicture
from familysupport.ui.kit.idle import KEEPS_AWAKE
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, label

_FRAME_MS = 33
_CALM_MS = 250
_TALLEST = 260


class Breathe(QWidget):
    """Shows a slow breath until its time is over; with less motion, in two steps."""

    def __init__(
        self, clock: Clock, calm: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._calm = calm
        self._since = 0.0
        self._seconds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._picture = BreathPicture()
        self._picture.setFixedHeight(min(scaled(200), _TALLEST))
        self._what = label("", "heading")
        self._what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addWidget(self._what)

    def start(self, seconds: int) -> None:
        """Begin a breath that goes on for so long."""
        self._since, self._seconds = self._clock.ticks(), seconds
        self._timer.start(_CALM_MS if self._calm() else _FRAME_MS)
        self.setProperty(KEEPS_AWAKE, True)
        self.step()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        self.setProperty(KEEPS_AWAKE, False)

    def runs(self) -> bool:
        """Say whether the circle moves."""
        return self._timer.isActive()

    def step(self) -> None:
        """Draw where the breath is now."""
        gone = self._clock.ticks() - self._since
        if gone >= self._seconds:
            self.stop()
            self._picture.set_full(0.0)
            self._what.setText(self.tr("Go on when you like."))
            announce(self._what, self._what.text())
            return
        part = phase(gone, USUAL)
        self._picture.set_full(float(breathing_in(part)) if self._calm() else fullness(part))
        words = self.tr("Breathe in") if breathing_in(part) else self.tr("Breathe out slowly")
        if words != self._what.text():
            self._what.setText(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still when nobody looks."""
        super().hideEvent(event)
        self.stop()
