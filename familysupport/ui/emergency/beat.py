"""The beat for breaths and pushes: a picture, and a tone only when it is switched on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.emergency.overdose import BREATH_EVERY, breath_phase, push_phase
from familysupport.ui.emergency.sound import Beat, Sound
from familysupport.ui.kit.theme import current_theme, scaled

_FRAME_MS = 33
_STEP_MS = 60
_BREATH_IN_S = 1.0


class BeatPicture(QWidget):
    """A circle that swells at each beat; it changes in one step where motion is unwelcome."""

    def __init__(self, clock: Clock, calm: Callable[[], bool], sound: Sound | None = None) -> None:
        super().__init__()
        self._sound = sound or Sound()
        self._clock = clock
        self._calm = calm
        self._began = 0.0
        self._phase = 0.0
        self.beat = Beat.OFF
        self.loud = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(scaled(54), scaled(54))

    def set_beat(self, beat: Beat) -> None:
        """Begin a beat, or stop it."""
        self.beat = beat
        self._began = self._clock.ticks()
        self._phase = 1.0
        if beat is Beat.OFF:
            self._timer.stop()
            self._sound.stop()
            self._phase = 0.0
        else:
            self._timer.start(_STEP_MS if self._calm() else _FRAME_MS)
            self.step()
        self.update()

    def step(self) -> None:
        """Draw where the beat is now, and let it be heard when a new round began."""
        gone = self._clock.ticks() - self._began
        phase = breath_phase(gone) if self.beat is Beat.BREATHS else push_phase(gone)
        if phase < self._phase and self.loud:
            self._sound.play(self.beat)
        self._phase = phase
        self.update()

    def set_loud(self, loud: bool) -> None:
        """Let the beat be heard, or mute it at once."""
        self.loud = loud
        if loud:
            self._sound.prepare()
        else:
            self._sound.stop()

    def swell(self) -> float:
        """Return how far the circle is open, 0 to 1."""
        if self.beat is Beat.OFF:
            return 0.0
        if self.beat is Beat.PUSHES:
            return float(self._phase < 0.5) if self._calm() else 1 - self._phase
        part = self._phase * BREATH_EVERY / _BREATH_IN_S
        if self._calm():
            return float(part < 1)
        return part if part < 1 else max(0.0, 2 - part)

    def hideEvent(self, event: QHideEvent) -> None:
        """A beat that is not seen is not heard either."""
        self.set_beat(Beat.OFF)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring and in it the circle."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        center = QPointF(half, self.height() / 2)
        ring = QRectF(0, 0, self.width(), self.height()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.teal))
        reach = (half - 5) * (0.25 + 0.75 * self.swell())
        painter.drawEllipse(center, reach, reach)
        painter.end()
