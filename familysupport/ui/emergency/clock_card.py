"""The clock of an overdose: doses and their times, the beats, and the breath counter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from familysupport.clock import Clock
from familysupport.emergency.overdose import Breathing, Course, DoseState, Happening
from familysupport.ui.emergency.beat import BeatPicture
from familysupport.ui.emergency.desk import Desk
from familysupport.ui.emergency.parts import small_button
from familysupport.ui.emergency.sound import Beat
from familysupport.ui.emergency.words import breath_words, dose_words, span
from familysupport.ui.kit.dates import time_of_day, time_to_the_second
from familysupport.ui.kit.widgets import Card, announce, button, label, muted, row

_TICK_MS = 250
_DOSE_PLACE = 3


class ClockCard(Card):
    """Stamps the doses and says when to think of the next one."""

    times_asked = Signal()

    def __init__(self, desk: Callable[[], Desk], clock: Clock, calm: Callable[[], bool]) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._said = DoseState.NONE_GIVEN
        self._breathing = Breathing.NOT_COUNTED
        self.body.setContentsMargins(16, 7, 16, 8)
        self.body.setSpacing(5)
        self._caption = muted("")
        self._time = QLabel()
        self._time.setProperty("step", "clock")
        self._due = label("", "strong")
        self.picture = BeatPicture(clock, calm)
        self.back = button(self.tr("Undo this dose"), kind="link")
        self.back.clicked.connect(self._take_back)
        self.start = button(self.tr("Start the clock"), kind="link")
        self.start.clicked.connect(self._begin)
        self.bring_back = button(self.tr("Bring the times back"), kind="link")
        self.bring_back.clicked.connect(self._bring_back)
        self._add_clock()
        self._add_dose()
        self._add_beats()
        self._add_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.tick()

    @property
    def _course(self) -> Course:
        return self._desk().course

    def _add_clock(self) -> None:
        words = row(self._time, 1, self.picture)
        top = row(self._caption, self.bring_back, self.start, self.back)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addLayout(words)
        self.body.addWidget(self._due)

    def _add_dose(self) -> None:
        self.given = button(self.tr("Naloxone given"), kind="primary")
        self.given.clicked.connect(self._give)
        self.times = button(self.tr("Times"), "clock")
        self.times.setAccessibleName(self.tr("Times, to read to the crew"))
        self.times.clicked.connect(self.times_asked)
        self.dose_row = QWidget()
        self.span = QLabel()
        self.span.setProperty("step", "part")
        self.span.hide()
        self._apart = False
        line = row(self.span, self.given, self.times)
        line.setStretch(1, 1)
        self.dose_row.setLayout(line)
        self.take_back_row()

    def take_back_row(self) -> None:
        """Put the dose button where it belongs, after it was shown elsewhere."""
        self._apart = False
        self.body.insertWidget(_DOSE_PLACE, self.dose_row)
        self._show_span()

    def lend_row(self) -> QWidget:
        """Give the dose button away to where it stays in sight, and the time with it."""
        self._apart = True
        self._show_span()
        return self.dose_row

    def _show_span(self) -> None:
        self.span.setText(span(self._course.seconds()))
        self.span.setVisible(self._apart and self._course.started)

    def _add_beats(self) -> None:
        self.breaths = self._toggle(self.tr("Breath beat"), Beat.BREATHS)
        self.pushes = self._toggle(self.tr("Push beat"), Beat.PUSHES)
        self.sound = small_button(self.tr("Sound"))
        self.sound.setCheckable(True)
        self.sound.toggled.connect(self.picture.set_loud)
        line = row(self.breaths, self.pushes, self.sound)
        self.body.addLayout(line)

    def _toggle(self, text: str, beat: Beat) -> QPushButton:
        result = small_button(text)
        result.setCheckable(True)
        result.clicked.connect(lambda on: self._set_beat(beat if on else Beat.OFF))
        return result

    def _add_counter(self) -> None:
        self.tap = small_button(self.tr("Tap at each breath"), "breath")
        self.tap.clicked.connect(self._tap)
        self._count = label("", "strong")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.tap)
        line.addWidget(self._count, 1)
        self.body.addLayout(line)

    def tick(self) -> None:
        """Show what the clock says now."""
        course = self._course
        doses = course.doses()
        if doses:
            at = time_to_the_second(doses[-1].at)
            text = self.tr("Dose {number} of naloxone at {time}")
            self._caption.setText(text.format(number=len(doses), time=at))
        else:
            started = self.tr("Since the clock was started")
            self._caption.setText(started if course.started else self.tr("The time now"))
        now = time_to_the_second(self._clock.now())
        self._time.setText(span(course.seconds()) if course.started else now)
        state = course.next_dose()
        self._show_span()
        self._due.setText(dose_words(state))
        self._due.setVisible(state.state is not DoseState.NONE_GIVEN)
        self.back.setVisible(bool(doses))
        self.start.setVisible(not course.started)
        self.bring_back.setVisible(course.can_bring_back)
        self.times.setVisible(course.started or self._desk().any_kept)
        self._show_breaths()
        if state.state is not self._said:
            self._said = state.state
            if state.state in (DoseState.LOOK, DoseState.DUE):
                announce(self, dose_words(state))

    def _show_breaths(self) -> None:
        count = self._course.breaths()
        words = breath_words(count)
        self._count.setText(words)
        if count.state is not self._breathing:
            self._breathing = count.state
            if count.state in (Breathing.ENOUGH, Breathing.TOO_SLOW, Breathing.NONE_SEEN):
                announce(self, words)

    def _give(self) -> None:
        number = self._course.give_naloxone()
        self.tick()
        text = self.tr("Dose {number} noted at {time}. {next}")
        time = time_of_day(self._course.doses()[-1].at)
        after = dose_words(self._course.next_dose())
        announce(self, text.format(number=number, time=time, next=after))

    def _begin(self) -> None:
        self._course.start()
        self.tick()
        self.given.setFocus()
        announce(self, self.tr("The clock runs."))

    def _bring_back(self) -> None:
        self._course.bring_back()
        self.tick()
        self.times.setFocus()
        announce(self, self.tr("The times are back."))

    def _take_back(self) -> None:
        self._course.take_back_dose()
        self.tick()
        self.given.setFocus()
        announce(self, self.tr("The last dose was struck out."))

    def _set_beat(self, beat: Beat) -> None:
        self.breaths.setChecked(beat is Beat.BREATHS)
        self.pushes.setChecked(beat is Beat.PUSHES)
        self.picture.set_beat(beat)
        noted = {Beat.BREATHS: Happening.BREATHS, Beat.PUSHES: Happening.PUSHES}
        if beat in noted:
            self._course.note_help(noted[beat])
        self.tick()

    def _tap(self) -> None:
        self._course.tap()
        self.tick()

    def showEvent(self, event: QShowEvent) -> None:
        """Run while it can be seen."""
        self._timer.start()
        self.tick()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it cannot be seen; the course keeps its own time."""
        self._timer.stop()
        self._set_beat(Beat.OFF)
        super().hideEvent(event)
