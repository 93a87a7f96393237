"""Sleep and energy, told or not: two small fields that stay folded until they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QVBoxLayout, QWidget

from familysupport.journal.model import Energy
from familysupport.journal.told import MOST_HOURS, hours_of
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.journal.moods import EnergyChips
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import muted, row

_UNTOLD = -0.5


class SleepField(QDoubleSpinBox):
    """Takes hours as people write them, `6:30` or `6½` too; empty means that nobody told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(_UNTOLD, MOST_HOURS)
        self.setSingleStep(0.5)
        self.setDecimals(1)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)  # Up and Down do it
        self.setValue(_UNTOLD)
        self.setAccessibleName(self.tr("Hours slept the night before"))
        self.lineEdit().setPlaceholderText(self.tr("hours"))
        self.setFixedWidth(scaled(92))

    def textFromValue(self, value: float) -> str:
        """Show whole hours without a part; nothing where nobody told."""
        if value < 0:
            return ""
        hours = QLocale().toString(value, "f", 0 if value.is_integer() else 1)
        return self.tr("{hours} h").format(hours=hours)

    def valueFromText(self, text: str) -> float:
        """Read what was typed; what cannot be read counts as not told."""
        hours = hours_of(text)
        return _UNTOLD if hours is None else hours

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; only what can be read is taken."""
        whole = not text.strip() or hours_of(text) is not None
        state = QValidator.State.Acceptable if whole else QValidator.State.Intermediate
        return state, text, place

    def fixup(self, text: str) -> str:
        """Leave empty what could not be read."""
        return ""

    def stepBy(self, steps: int) -> None:
        """Begin at seven hours, so that few steps are needed."""
        if self.value() < 0 and steps > 0:
            self.setValue(7.0)
        else:
            super().stepBy(steps)


class RestFields(QWidget):
    """Asks for the hours of sleep and a word for energy; neither has to be answered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sleep = SleepField()
        self._energy = EnergyChips()
        slept, words = QWidget(), muted(self.tr("Slept"))
        words.setWordWrap(False)
        slept.setLayout(row(words, self._sleep, 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Abreast(slept, self._energy, 14))
        self._sleep.valueChanged.connect(self.changed)
        self._energy.changed.connect(self.changed)

    def sleep(self) -> float | None:
        """Return the hours told."""
        return None if self._sleep.value() < 0 else self._sleep.value()

    def energy(self) -> Energy | None:
        """Return the word chosen."""
        return self._energy.chosen()

    def show_rest(self, sleep: float | None, energy: Energy | None) -> None:
        """Show what an entry tells."""
        self._sleep.setValue(_UNTOLD if sleep is None else sleep)
        self._energy.choose(energy)

    def begin(self) -> None:
        """Go to the first field."""
        self._sleep.setFocus()
        self._sleep.selectAll()
