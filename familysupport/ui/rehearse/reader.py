"""Reading one statement aloud: the moving text, its speed, and what it came to."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.course import Course, PartTime, spoken_step
from familysupport.rehearse.model import Ending, Look, Reading
from familysupport.rehearse.pace import Scroll
from familysupport.rehearse.taps import Taps
from familysupport.statements.model import Statement
from familysupport.statements.sentences import sentences
from familysupport.ui.kit.flow import headed
from familysupport.ui.kit.idle import KEEPS_AWAKE
from familysupport.ui.kit.theme import margin
from familysupport.ui.kit.widgets import announce, heading, muted
from familysupport.ui.rehearse.controls import SPEED_STEP, Controls, State
from familysupport.ui.rehearse.parts import part_starts
from familysupport.ui.rehearse.view import ReadingView
from familysupport.ui.rehearse.words import clock_words, length_words, statement_name

_FRAME_MS = 16


class Run(NamedTuple):
    """A reading that ended, its parts, and the places in the text where one stumbled."""

    reading: Reading
    parts: tuple[PartTime, ...]
    stumbles: tuple[int, ...]


class Reader(QWidget):
    """Moves a statement past at a calm pace; a few keys are enough."""

    ended = Signal(object)
    moved = Signal(float)
    ran = Signal(bool)
    look_asked = Signal()
    full_asked = Signal()

    def __init__(self, clock: Clock, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._look = look
        self._statement = Statement()
        self._scroll = Scroll("")
        self._course = Course(self._scroll, ())
        self._stumbles: list[int] = []
        self._count_until: float | None = None
        self._began_at = clock.now()
        self._begun = False
        self._full = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._move)
        self._name = heading("")
        self._about = muted("")
        self._view = ReadingView()
        self._view.setAccessibleName(self.tr("The text to read aloud"))
        self._view.set_look(look)
        self._controls = Controls()
        self._tie()
        self._lay_out()

    @property
    def begun(self) -> bool:
        """Tell whether a reading was started and not ended yet."""
        return self._begun

    @property
    def letter_at(self) -> int:
        """Return where in the text the reading is, counted in characters."""
        steps = self._scroll.steps
        place = min(int(self._scroll.place(self._clock.ticks())), len(steps) - 1)
        return steps[place].start if steps else 0

    def show_statement(self, statement: Statement, name: str = "") -> None:
        """Make a statement ready to read from its beginning; a reading under way ends."""
        self.stop()
        self._statement = statement
        self._name.setText(name or statement_name(statement))
        self._from_the_top()

    def start_now(self) -> None:
        """Begin at once, without a countdown, with the keys going to the text."""
        self._view.setFocus()
        if self._scroll.steps:
            self._start()

    def drop(self) -> None:
        """Forget the reading under way; nothing of it is told."""
        self._scroll.pause(self._clock.ticks())
        self._timer.stop()
        self._begun = False
        self._from_the_top()

    def set_foot(self, foot: QWidget) -> None:
        """Put something below the controls; it goes along to the full screen."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(foot)

    def without_extras(self) -> None:
        """Leave out the look and the full screen."""
        self._controls.without_extras()
        self._show_state()

    def set_look(self, look: Look) -> None:
        """Show the text in another way; a reading under way ends where it goes on otherwise."""
        if look.by_sentence != self._look.by_sentence:
            self.stop()
        self._look = look
        self._view.set_look(look)
        if not self._begun:
            self._from_the_top()

    def set_full(self, full: bool) -> None:
        """Say whether the text fills the screen."""
        self._full = full
        self._show_state()

    def hold(self) -> bool:
        """Pause, and tell whether the text was moving."""
        moving = self._scroll.running
        if moving:
            self._pause()
        return moving

    def go_on(self, moving: bool) -> None:
        """Go on after `hold` if the text was moving, with the keys going to it."""
        if moving:
            self._start()
        self._view.setFocus()

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._controls.focus_start()

    def stop(self) -> None:
        """End the reading where it is."""
        self._stop_counting()
        if self._begun:
            self._end(Ending.STOPPED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts, pauses or goes on; S marks, arrows change speed or sentence, Esc stops."""
        key = Qt.Key(event.key())
        speeds = {
            Qt.Key.Key_Up: SPEED_STEP,
            Qt.Key.Key_Plus: SPEED_STEP,
            Qt.Key.Key_Equal: SPEED_STEP,
            Qt.Key.Key_Down: -SPEED_STEP,
            Qt.Key.Key_Minus: -SPEED_STEP,
        }
        if key == Qt.Key.Key_Escape and (self._begun or self._count_until is not None):
            self.stop()
        elif isinstance(self._scroll, Taps) and self._tapped(key, self._scroll):
            self._after_move()
        elif key in speeds and not self._look.by_sentence:
            self._change_speed(speeds[key])
        elif not self._acted(key):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause when nobody can see the text."""
        super().hideEvent(event)
        self._stop_counting()
        if self._scroll.running:
            self._pause()

    def _tie(self) -> None:
        self._controls.go_asked.connect(self._go_on)
        self._controls.stop_asked.connect(self.stop)
        self._controls.speed_asked.connect(self._change_speed)
        self._controls.length_asked.connect(
            lambda seconds: self._set_pace(self._scroll.pace_for(seconds))
        )
        self._controls.stumble_asked.connect(self._stumble)
        self._controls.look_asked.connect(self.look_asked)
        self._controls.full_asked.connect(self.full_asked)
        self._view.pressed.connect(self._pressed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin(30), 20, margin(30), 16)
        layout.setSpacing(8)
        layout.addLayout(headed(self._name, self._controls.look, self._controls.full))
        layout.addWidget(self._about)
        layout.addWidget(self._view, 1)
        layout.addSpacing(8)
        layout.addWidget(self._controls)
        self._show_state()

    def _from_the_top(self) -> None:
        text, pace = self._statement.text, self._scroll.pace
        if self._look.by_sentence:
            lengths = [len(one) for one in sentences(text)]
            self._scroll = Taps(text, [0, *accumulate(lengths)], pace)
        else:
            self._scroll = Scroll(text, pace)
        self._course = Course(self._scroll, part_starts(self._statement))
        self._stumbles = []
        self._view.set_text(text, self._scroll.steps)
        self._show_place()
        self._show_state()

    def _acted(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Space:
            self._go_on()
        elif key == Qt.Key.Key_S and self._begun:
            self._stumble()
        elif key == Qt.Key.Key_F11:
            self.full_asked.emit()
        else:
            return False
        return True

    def _tapped(self, key: Qt.Key, taps: Taps) -> bool:
        """Go a sentence on or back, where a key asks for it."""
        if not taps.running:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            taps.next(self._clock.ticks())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            taps.back(self._clock.ticks())
        else:
            return False
        return True

    def _pressed(self) -> None:
        if isinstance(self._scroll, Taps) and self._scroll.running:
            self._go_on()

    def _go_on(self) -> None:
        """Start, pause, go on, or bring the next sentence: what Space does."""
        now = self._clock.ticks()
        if self._count_until is not None:
            self._stop_counting()
        elif isinstance(self._scroll, Taps) and self._scroll.running:
            self._scroll.next(now)
            self._after_move()
        elif self._scroll.running:
            self._pause()
        elif self._scroll.steps:
            self._view.setFocus()
            if self._begun or self._look.by_sentence or not self._look.countdown:
                self._start()
            else:
                self._count_until = now + self._look.countdown
                self._timer.start()
                self._count(now)
        self._show_state()

    def _start(self) -> None:
        if not self._begun:
            self._begun, self._began_at = True, self._clock.now()
        self._scroll.go(self._clock.ticks())
        self._timer.start()
        self._show_state()
        self.ran.emit(True)

    def _pause(self) -> None:
        self._scroll.pause(self._clock.ticks())
        self._timer.stop()
        self._show_state()
        self.ran.emit(False)

    def _stop_counting(self) -> None:
        if self._count_until is not None:
            self._count_until = None
            self._timer.stop()
            self._view.set_count(0)
            self._show_state()

    def _count(self, now: float) -> None:
        left = (self._count_until or now) - now
        self._view.set_count(max(0, ceil(left)))
        if left <= 0:
            self._count_until = None
            self._start()

    def _move(self) -> None:
        now = self._clock.ticks()
        if self._count_until is not None:
            self._count(now)
        else:
            self._after_move()

    def _after_move(self) -> None:
        now = self._clock.ticks()
        self._course.note(now)
        self._show_place()
        self._show_time()
        if self._scroll.finished(now):
            self._end(Ending.FINISHED)
        else:
            self.moved.emit(self._scroll.place(now) / max(1, len(self._scroll.steps)))

    def _show_place(self) -> None:
        scroll = self._scroll
        sentence = scroll.sentence if isinstance(scroll, Taps) else None
        self._view.set_place(scroll.place(self._clock.ticks()), sentence)

    def _stumble(self) -> None:
        steps = self._scroll.steps
        step = spoken_step(steps, self._scroll.place(self._clock.ticks()))
        if step not in self._stumbles:
            self._stumbles.append(step)
        self._show_time()
        announce(self._about, self.tr("Marked."))

    def _end(self, ending: Ending) -> None:
        now = self._clock.ticks()
        self._scroll.pause(now)
        self._timer.stop()
        self._begun = False
        steps, marked = self._scroll.steps, sorted(self._stumbles)
        reading = Reading(
            id=0,
            statement_id=self._statement.id,
            began_at=self._began_at,
            seconds=round(self._scroll.passed(now), 1),
            words=self._scroll.words,
            words_per_minute=self._scroll.pace,
            ending=ending,
            ended_at_word=self._scroll.words_read(now),
            stumbles=tuple(sum(not one.rest for one in steps[:step]) for step in marked),
        )
        run = Run(reading, self._course.parts(now), tuple(steps[step].start for step in marked))
        self._from_the_top()
        self.ended.emit(run)

    def _change_speed(self, by: int) -> None:
        self._set_pace(self._scroll.pace + by)
        announce(self._controls.speed, self._controls.speed.text())

    def _set_pace(self, pace: int) -> None:
        now = self._clock.ticks()
        self._course.note(now)
        self._scroll.set_pace(pace, now)
        self._show_state()

    def _show_state(self) -> None:
        running = self._scroll.running or self._count_until is not None
        state = State(self._begun, running, self._look.by_sentence, self._full)
        self._controls.show_state(state, self._scroll)
        # A text that waits for a key has no end of its own: whoever walks away shall be locked.
        self.setProperty(KEEPS_AWAKE, running and not self._look.by_sentence)
        self._view.setAccessibleDescription(
            self.tr("Space brings the next sentence, Left the one before. S marks. Escape stops.")
            if self._look.by_sentence
            else self.tr("Space starts and pauses, Up and Down change the speed. S marks.")
        )
        self._show_time()

    def _show_time(self) -> None:
        now = self._clock.ticks()
        left = self._scroll.left(now)
        if self._begun:
            words = self.tr("{passed} read · {left} left").format(
                passed=clock_words(self._scroll.passed(now)), left=clock_words(left)
            )
            if self._stumbles:
                marked = self.tr("{count} marked").format(count=len(self._stumbles))
                words = f"{words} · {marked}"
        else:
            words = self.tr("{words} words, about {length} at this speed").format(
                words=self._scroll.words, length=length_words(left)
            )
        if words != self._about.text():
            self._about.setText(words)
