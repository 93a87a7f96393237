"""Words in pills, one of them at most chosen: how it felt, how much strength there was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from familysupport.journal.model import Energy, Mood
from familysupport.ui.journal.words import energy_word, mood_word
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import muted

T = TypeVar("T")
_TICK = "✓ "


class _Chip(QRadioButton):
    """A word in a pill; a radio button in everything but its look."""

    def sizeHint(self) -> QSize:
        """Return room for the word and the tick, so that choosing moves nothing."""
        wide = QFontMetrics(self._font(True)).horizontalAdvance(_TICK + self.text())
        return QSize(wide + scaled(22), scaled(30))

    def minimumSizeHint(self) -> QSize:
        """Return the same room as always."""
        return self.sizeHint()

    def hitButton(self, spot: object) -> bool:
        """Take a click anywhere on the pill."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill; chosen it has a tick, weight and an edge as well as a colour."""
        theme, chosen = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(2, 2, -2, -2)
        edge = theme.teal if chosen or self.hasFocus() else theme.edge
        painter.setPen(QPen(QColor(edge), 3 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.teal_soft if chosen else theme.card))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(theme.teal if chosen else theme.ink))
        painter.setFont(self._font(chosen))
        words = (_TICK if chosen else "") + self.text()
        painter.drawText(QRect(room), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _font(self, chosen: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(13))
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        return font


class WordChips(QWidget, Generic[T]):
    """Lets one word be chosen, and let go again by choosing it a second time."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        words: Sequence[tuple[T, str]],
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _word in words]
        self._chosen: T | None = None
        self._group = QButtonGroup(self)
        flow = Flow(spacing=5)
        self.setLayout(flow)
        if lead:
            before = muted(lead)
            before.setWordWrap(False)
            flow.addWidget(before)
        for number, (_value, word) in enumerate(words):
            chip = _Chip(word)
            chip.setAccessibleDescription(name)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(self._clicked)

    def chosen(self) -> T | None:
        """Return the value chosen, if any."""
        return self._chosen

    def choose(self, value: T | None) -> None:
        """Show a value as chosen, or none."""
        self._chosen = value
        # Only a group that is not exclusive lets go of its last choice.
        self._group.setExclusive(False)
        for number, each in enumerate(self._values):
            self._group.button(number).setChecked(each is value)
        self._group.setExclusive(True)

    def _clicked(self, number: int) -> None:
        value = self._values[number]
        self.choose(None if value is self._chosen else value)
        self.changed.emit()


class MoodChips(WordChips[Mood]):
    """Five words for how it felt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = [(mood, mood_word(mood)) for mood in Mood]
        super().__init__(self.tr("How it felt"), words, parent=parent)


class EnergyChips(WordChips[Energy]):
    """Five words for how much strength there was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = [(energy, energy_word(energy)) for energy in Energy]
        super().__init__(self.tr("Energy"), words, self.tr("Energy"), parent)
