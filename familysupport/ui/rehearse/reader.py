"""Reading one statement aloud: the moving text, its speed, and what it came to."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.model import Ending, Reading
from familysupport.rehearse.pace import CALM_PACE, FASTEST, SLOWEST, Scroll
from familysupport.statements.model import Statement
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.idle import KEEPS_AWAKE
from familysupport.ui.kit.widgets import announce, button, heading, label, muted, row
from familysupport.ui.rehearse.view import ReadingView
from familysupport.ui.rehearse.words import clock_words, length_words, statement_name

_FRAME_MS = 16
_SPEED_STEP = 5


class Reader(QWidget):
    """Moves a statement past at a calm pace; Space, arrows and Escape are enough."""

    ended = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._statement = Statement()
        self._scroll = Scroll("")
        self._began_at = clock.now()
        self._begun = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._move)
        self._name = heading("")
        self._about = muted("")
        self._view = ReadingView()
        self._view.setAccessibleName(self.tr("The text to read aloud"))
        self._view.setAccessibleDescription(
            self.tr("Space starts and pauses. Up and Down change the speed. Escape stops.")
        )
        self._go = button("", "play", "primary")
        self._go.clicked.connect(self._toggle)
        self._stop = button(self.tr("Stop"), "stop")
        self._stop.clicked.connect(self.stop)
        self._slower = button(self.tr("Slower"), "down")
        self._slower.clicked.connect(lambda: self._change_speed(-_SPEED_STEP))
        self._faster = button(self.tr("Faster"), "up")
        self._faster.clicked.connect(lambda: self._change_speed(_SPEED_STEP))
        self._speed = label("")
        self._dim = QCheckBox(self.tr("Dim the other lines"))
        self._dim.setChecked(True)
        self._dim.toggled.connect(self._view.set_dimmed)
        self._lay_out()

    @property
    def begun(self) -> bool:
        """Tell whether a reading was started and not ended yet."""
        return self._begun

    def show_statement(self, statement: Statement) -> None:
        """Make a statement ready to read from its beginning; a reading under way ends."""
        self.stop()
        self._statement = statement
        self._scroll = Scroll(statement.text, self._scroll.pace)
        self._view.set_text(statement.text, self._scroll.steps)
        self._name.setText(statement_name(statement))
        self._show_state()

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._go.setFocus()

    def stop(self) -> None:
        """End the reading where it is."""
        if self._begun:
            self._end(Ending.STOPPED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts and pauses, Up and + read faster, Down and - slower, Escape stops."""
        speeds = {
            Qt.Key.Key_Up: _SPEED_STEP,
            Qt.Key.Key_Plus: _SPEED_STEP,
            Qt.Key.Key_Equal: _SPEED_STEP,
            Qt.Key.Key_Down: -_SPEED_STEP,
            Qt.Key.Key_Minus: -_SPEED_STEP,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._toggle()
        elif key == Qt.Key.Key_Escape and self._begun:
            self.stop()
        elif key in speeds:
            self._change_speed(speeds[key])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause when nobody can see the text."""
        super().hideEvent(event)
        if self._scroll.running:
            self._toggle()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 20, 30, 16)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._about)
        layout.addWidget(self._view, 1)
        layout.addSpacing(8)
        speed = QWidget()
        speed.setLayout(row(self._slower, self._speed, self._faster))
        layout.addLayout(Flow(self._go, self._stop, self._dim, speed, spacing=14))
        self._speed.setWordWrap(False)
        self._speed.setText(self._speed_words(CALM_PACE))
        self._show_state()

    def _toggle(self) -> None:
        now = self._clock.ticks()
        if self._scroll.running:
            self._scroll.pause(now)
            self._timer.stop()
        elif self._scroll.steps:
            if not self._begun:
                self._begun, self._began_at = True, self._clock.now()
            self._scroll.go(now)
            self._timer.start()
            self._view.setFocus()
        self._show_state()

    def _move(self) -> None:
        now = self._clock.ticks()
        self._view.set_place(self._scroll.place(now))
        self._show_time()
        if self._scroll.finished(now):
            self._end(Ending.FINISHED)

    def _end(self, ending: Ending) -> None:
        now = self._clock.ticks()
        self._scroll.pause(now)
        self._timer.stop()
        self._begun = False
        reading = Reading(
            id=0,
            statement_id=self._statement.id,
            began_at=self._began_at,
            seconds=round(self._scroll.passed(now), 1),
            words=self._scroll.words,
            words_per_minute=self._scroll.pace,
            ending=ending,
            ended_at_word=self._scroll.words_read(now),
        )
        self._scroll = Scroll(self._statement.text, self._scroll.pace)
        self._view.set_place(0.0)
        self._show_state()
        self.ended.emit(reading)

    def _change_speed(self, by: int) -> None:
        self._scroll.set_pace(self._scroll.pace + by, self._clock.ticks())
        self._show_state()
        announce(self._speed, self._speed.text())

    def _show_state(self) -> None:
        running = self._scroll.running
        if running:
            words = self.tr("Pause")
        else:
            words = self.tr("Go on") if self._begun else self.tr("Start reading")
        self._go.setText(words)
        self._go.setAccessibleName(words)
        self._go.setIcon(icon("pause" if running else "play", "on_teal"))
        self.setProperty(KEEPS_AWAKE, running)
        self._stop.setVisible(self._begun)
        self._speed.setText(self._speed_words(self._scroll.pace))
        self._slower.setEnabled(self._scroll.pace > SLOWEST)
        self._faster.setEnabled(self._scroll.pace < FASTEST)
        self._show_time()

    def _show_time(self) -> None:
        now = self._clock.ticks()
        left = self._scroll.left(now)
        if self._begun:
            words = self.tr("{passed} read · {left} left").format(
                passed=clock_words(self._scroll.passed(now)), left=clock_words(left)
            )
        else:
            words = self.tr("{words} words, about {length} at this speed").format(
                words=self._scroll.words, length=length_words(left)
            )
        if words != self._about.text():
            self._about.setText(words)

    def _speed_words(self, pace: int) -> str:
        return self.tr("{pace} words a minute").format(pace=pace)
