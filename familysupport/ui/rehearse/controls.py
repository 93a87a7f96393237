"""What one does while reading aloud: start and stop, the speed, the length, a mark."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from familysupport.rehearse.pace import FASTEST, SLOWEST, Scroll
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.widgets import button, label, row
from familysupport.ui.rehearse.words import clock_words, seconds_of

SPEED_STEP = 5
_LENGTH_STEP = 15
_MARGIN = 10


class State(NamedTuple):
    """What a reading does now."""

    begun: bool
    running: bool
    by_sentence: bool
    full: bool


class LengthField(QSpinBox):
    """A length of time as a clock shows it; `2:30`, `2.30` and `150` are all understood."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSingleStep(_LENGTH_STEP)
        self.setRange(0, 10 * 60 * 60)
        self.setKeyboardTracking(False)
        self.setStyleSheet(
            "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }"
            "QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; }"
        )
        self.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)

    def sizeHint(self) -> QSize:
        """Leave room for an hour and more."""
        room = self.fontMetrics().horizontalAdvance("000:00") + 4 * _MARGIN
        return QSize(room, super().sizeHint().height())

    def textFromValue(self, value: int) -> str:
        """Return the seconds as minutes and seconds."""
        return clock_words(value)

    def valueFromText(self, text: str) -> int:
        """Return the seconds that were typed."""
        return seconds_of(text) or 0

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; what is no length brings the last one back."""
        known = seconds_of(text) is not None
        kind = QValidator.State.Acceptable if known else QValidator.State.Intermediate
        return (kind, text, place)

    def fixup(self, text: str) -> str:
        """Bring the last length back."""
        return self.textFromValue(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the length alone."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space is no part of a length: it goes on to start the reading."""
        if event.text() == " ":
            event.ignore()
        else:
            super().keyPressEvent(event)


class Controls(QWidget):
    """The buttons under the text; those in no use are out of sight.

    `look` and `full` are not among them: they stand where the page begins.
    """

    go_asked = Signal()
    stop_asked = Signal()
    speed_asked = Signal(int)
    length_asked = Signal(int)
    stumble_asked = Signal()
    look_asked = Signal()
    full_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extras = True
        self._go = button("", "play", "primary")
        self._stop = button(self.tr("Stop"), "stop")
        self._stumble = button(self.tr("I stumbled here (S)"), "bookmark")
        self._slower = button(self.tr("Slower"), "down")
        self._faster = button(self.tr("Faster"), "up")
        self.speed = label("")
        self.speed.setWordWrap(False)
        self._length = LengthField(self.tr("How long it shall take, in minutes and seconds"))
        self.look = button(self.tr("How it looks"), "eye")
        self.full = button("")
        self._takes = QWidget()
        self._timed = self._make_timed()
        self.setLayout(
            Flow(
                *(self._go, self._stop, self._stumble, self._timed),
                spacing=14,
            )
        )
        for one, asked in (
            (self._go, self.go_asked),
            (self._stop, self.stop_asked),
            (self._stumble, self.stumble_asked),
            (self.look, self.look_asked),
            (self.full, self.full_asked),
        ):
            one.clicked.connect(asked)
        self._slower.clicked.connect(lambda: self.speed_asked.emit(-SPEED_STEP))
        self._faster.clicked.connect(lambda: self.speed_asked.emit(SPEED_STEP))
        self._length.valueChanged.connect(self.length_asked)

    def without_extras(self) -> None:
        """Leave out what a meeting has no use for."""
        self._extras = False

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._go.setFocus()

    def show_state(self, state: State, scroll: Scroll) -> None:
        """Show what can be done now."""
        self._name_go(state)
        self._stop.setVisible(state.begun)
        self._stumble.setVisible(state.begun)
        self._timed.setVisible(not state.by_sentence)
        self._takes.setVisible(not state.running)
        self.look.setVisible(self._extras and not state.running)
        full = self.tr("Leave full screen (F11)") if state.full else self.tr("Full screen (F11)")
        _name(self.full, full)
        self.full.setVisible(self._extras and (state.full or not state.running))
        self.speed.setText(self.tr("{pace} words a minute").format(pace=scroll.pace))
        self._slower.setEnabled(scroll.pace > SLOWEST)
        self._faster.setEnabled(scroll.pace < FASTEST)
        if scroll.pace_for(self._length.value()) != scroll.pace:
            self._length.blockSignals(True)
            self._length.setValue(round(scroll.length_at(scroll.pace)))
            self._length.blockSignals(False)

    def _name_go(self, state: State) -> None:
        moves = state.running and not state.by_sentence
        if state.running:
            words = self.tr("Next sentence") if state.by_sentence else self.tr("Pause")
        else:
            words = self.tr("Go on") if state.begun else self.tr("Start reading")
        _name(self._go, words)
        self._go.setIcon(icon("pause" if moves else "play", "on_teal"))

    def _make_timed(self) -> QWidget:
        held = QWidget()
        takes = label(self.tr("takes"))
        takes.setWordWrap(False)
        takes.setBuddy(self._length)
        speed = QWidget()
        speed.setLayout(row(self._slower, self.speed, self._faster))
        self._takes.setLayout(row(takes, self._length))
        held.setLayout(Flow(speed, self._takes, spacing=14))
        return held


def _name(one: QWidget, words: str) -> None:
    one.setProperty("text", words)
    one.setAccessibleName(words)
