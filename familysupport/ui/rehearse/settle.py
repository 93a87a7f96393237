"""Settle first: slow breathing with a picture, and a way to come back to the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.breathing import (
    FASTEST,
    SETTLE_SECONDS,
    SLOWEST,
    USUAL,
    breathing_in,
    fullness,
    phase,
    tone,
)
from familysupport.ui.kit.breath import BreathPicture
from familysupport.ui.kit.flow import headed
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.idle import KEEPS_AWAKE
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    announce,
    body,
    button,
    heading,
    label,
    muted,
    row,
    title,
)
from familysupport.ui.rehearse.record_words import tone_words
from familysupport.ui.rehearse.sound import Speaker, Trouble
from familysupport.ui.rehearse.words import clock_words

_FRAME_MS = 33
_CALM_MS = 250
_PICTURE_SHARE = 0.31  # of the page: the words and the button below stay in sight in large text


class SettlePage(Page):
    """Two minutes of slow breathing, at a pace of one's own; Space starts and pauses."""

    done = Signal()

    def __init__(self, clock: Clock, calm: Callable[[], bool], speaker: Speaker) -> None:
        super().__init__()
        self._speaker = speaker
        self._rising: bool | None = None
        self._tones = QCheckBox(self.tr("A soft tone with each breath"))
        self._tones.toggled.connect(self._turn_tones)
        self._told = muted("")
        self._told.hide()
        self._clock = clock
        self._calm = calm
        self._since: float | None = None
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._picture = BreathPicture()
        self._what = label("", "heading")
        self._time = label("", "muted")
        for words in (self._what, self._time):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._go = button("", "play", "primary")
        self._go.clicked.connect(self._toggle)
        self._back = button(self.tr("Back to practicing"))
        self._back.clicked.connect(self.done)
        self._pace = QComboBox()
        for each in range(SLOWEST, FASTEST + 1):
            self._pace.addItem(str(each), each)
        self._pace.setCurrentIndex(USUAL - SLOWEST)
        self._pace.setAccessibleName(self.tr("Breaths a minute"))
        self._lay_out()
        self._show()

    def set_back(self, shown: bool) -> None:
        """Offer the way back to a talk that waits."""
        self._back.setVisible(shown)

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._go.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts and pauses, Escape goes back."""
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif event.key() == Qt.Key.Key_Escape and not self._back.isHidden():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still when nobody looks."""
        super().hideEvent(event)
        if self._since is not None:
            self._toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture small enough for what belongs to it to stay in sight."""
        super().resizeEvent(event)
        room = round(self.viewport().height() * _PICTURE_SHARE)
        self._picture.setFixedHeight(min(self._picture.sizeHint().height(), room))

    def step(self) -> None:
        """Draw where the breath is now."""
        gone = self._gone()
        if gone >= SETTLE_SECONDS:
            self._since, self._before = None, 0.0
            self._timer.stop()
            self._show()
            self._what.setText(self.tr("Two minutes. Go on when you like."))
            announce(self._what, self._what.text())
            return
        part = phase(gone, self._pace.currentData())
        full = float(breathing_in(part)) if self._calm() else fullness(part)
        self._picture.set_full(full)
        self._sound(breathing_in(part))
        words = self.tr("Breathe in") if breathing_in(part) else self.tr("Breathe out slowly")
        if words != self._what.text():
            self._what.setText(words)
        self._time.setText(self.tr("{left} left").format(left=clock_words(SETTLE_SECONDS - gone)))

    def _sound(self, rising: bool) -> None:
        """Sound once where the breath turns, if that was switched on."""
        if rising is not self._rising:
            self._rising = rising
            if self._tones.isChecked():
                self._speaker.play(tone(rising), 0.0, self._sounded)

    def _sounded(self, trouble: Trouble | None) -> None:
        if trouble is not None:
            self._tones.setChecked(False)
            self._told.setText(tone_words(trouble))
            self._told.show()
            announce(self._told, self._told.text())

    def _turn_tones(self, on: bool) -> None:
        self._rising = None
        if on:
            self._told.hide()
        else:
            self._speaker.stop()

    def _gone(self) -> float:
        running = 0.0 if self._since is None else self._clock.ticks() - self._since
        return self._before + running

    def _toggle(self) -> None:
        if self._since is None:
            self._since = self._clock.ticks()
            self._timer.start(_CALM_MS if self._calm() else _FRAME_MS)
            self.step()
        else:
            self._before = self._gone()
            self._since = None
            self._timer.stop()
            self._speaker.stop()
            self._rising = None
        self._show()

    def _show(self) -> None:
        running = self._since is not None
        self.setProperty(KEEPS_AWAKE, running)
        words = self.tr("Pause") if running else self.tr("Start breathing")
        if not running and self._before:
            words = self.tr("Go on")
        self._go.setText(words)
        self._go.setAccessibleName(words)
        self._go.setIcon(icon("pause" if running else "play", "on_teal"))
        if not running and not self._before:
            self._picture.set_full(0.0)
            self._what.setText(self.tr("In through the nose, out slowly"))
            self._time.setText(self.tr("two minutes"))

    def _lay_out(self) -> None:
        self.body.addWidget(title(self.tr("Settle first")))
        self.body.addWidget(
            body(
                self.tr(
                    "A slow breath makes it easier to speak and to listen. If breathing slowly"
                    " feels bad, leave it and use the exercise below."
                )
            )
        )
        self.body.addWidget(self._picture)
        self.body.addWidget(self._what)
        self.body.addWidget(self._time)
        pace = label(self.tr("Breaths a minute"))
        pace.setBuddy(self._pace)
        pace.setWordWrap(False)
        chosen = QWidget()
        chosen.setLayout(row(1, pace, self._pace))
        first = QWidget()
        first.setLayout(row(self._go, self._back, 1))
        self.body.addLayout(headed(first, chosen))
        self.body.addWidget(self._tones, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._told)
        card = Card()
        card.body.addWidget(heading(self.tr("Come back to the room")))
        for words in (
            self.tr("Put both feet on the floor."),
            self.tr("Name five things that you see."),
            self.tr("Name four things that you can touch, and touch one."),
            self.tr("Name three things that you hear."),
            self.tr("Say aloud where you are and what day it is."),
        ):
            card.body.addWidget(body(words))
        self.body.addWidget(card)
        self.body.addStretch(1)
