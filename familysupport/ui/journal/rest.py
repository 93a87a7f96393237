"""Sleep and energy, told or not: two small fields that stay folded until they are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from familysupport.journal.model import Energy
from familysupport.journal.told import MOST_HOURS, hours_of
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.journal.moods import EnergyChips
from familysupport.ui.journal.words import hours_word
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, muted, row

_USUAL = 7.0
_STEP = 0.5


class SleepField(QLineEdit):
    """Takes hours as people write them, `6:30` or `6½` too; empty means that nobody told."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Hours slept the night before"))
        self.setAccessibleDescription(self.tr("Up and Down go half an hour on or back."))
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.setFixedWidth(scaled(74))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._tidy)

    def hours(self) -> float | None:
        """Return the hours told; what cannot be read counts as not told."""
        return hours_of(self.text())

    def set_hours(self, hours: float | None) -> None:
        """Show hours, whole ones without a part."""
        self.setText("" if hours is None else hours_word(hours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go half an hour on or back with Up and Down, beginning at seven hours."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        before = self.hours()
        step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
        hours = _USUAL if before is None else min(MOST_HOURS, max(0.0, before + step))
        self.set_hours(hours)
        announce(self, self.text())
        self.changed.emit()

    def _typed(self, _text: str) -> None:
        self.changed.emit()

    def _tidy(self) -> None:
        self.set_hours(self.hours())


class RestFields(QWidget):
    """Asks for the hours of sleep and a word for energy; neither has to be answered.

    The fields themselves are made when they are first unfolded.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[float | None, Energy | None] = (None, None)
        self._fields: tuple[SleepField, EnergyChips] | None = None
        self.hide()

    def sleep(self) -> float | None:
        """Return the hours told."""
        return self._fields[0].hours() if self._fields else self._told[0]

    def energy(self) -> Energy | None:
        """Return the word chosen."""
        return self._fields[1].chosen() if self._fields else self._told[1]

    def show_rest(self, sleep: float | None, energy: Energy | None) -> None:
        """Show what an entry tells."""
        self._told = (sleep, energy)
        if self._fields:
            self._fields[0].set_hours(sleep)
            self._fields[1].choose(energy)

    def begin(self) -> None:
        """Unfold, and go to the first field."""
        sleep = (self._fields or self._make())[0]
        self.show()
        sleep.setFocus()
        sleep.selectAll()

    def _make(self) -> tuple[SleepField, EnergyChips]:
        fields = self._fields = (SleepField(), EnergyChips())
        slept, words = QWidget(), muted(self.tr("Hours slept"))
        words.setWordWrap(False)
        slept.setLayout(row(words, fields[0], 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Abreast(slept, fields[1], 14))
        self.show_rest(*self._told)
        for field in fields:
            field.changed.connect(self.changed)
        return fields
