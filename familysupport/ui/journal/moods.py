"""Five words for how it felt, one of them at most chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from familysupport.journal.model import Mood
from familysupport.ui.journal.words import mood_word
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import current_theme, scaled

_TICK = "✓ "


class _MoodChip(QRadioButton):
    """A word in a pill; a radio button in everything but its look."""

    def sizeHint(self) -> QSize:
        """Return room for the word and the tick, so that choosing moves nothing."""
        wide = QFontMetrics(self._font(True)).horizontalAdvance(_TICK + self.text())
        return QSize(wide + scaled(24), scaled(32))

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


class MoodChips(QWidget):
    """Lets one mood be chosen, and let go again by choosing it a second time."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How it felt"))
        self._mood: Mood | None = None
        self._group = QButtonGroup(self)
        flow = Flow(spacing=6)
        self.setLayout(flow)
        for number, mood in enumerate(Mood):
            chip = _MoodChip(mood_word(mood))
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(self._clicked)

    def mood(self) -> Mood | None:
        """Return the mood chosen, if any."""
        return self._mood

    def set_mood(self, mood: Mood | None) -> None:
        """Show a mood as chosen, or none."""
        self._mood = mood
        # Only a group that is not exclusive lets go of its last choice.
        self._group.setExclusive(False)
        for number, each in enumerate(Mood):
            self._group.button(number).setChecked(each is mood)
        self._group.setExclusive(True)

    def _clicked(self, number: int) -> None:
        mood = list(Mood)[number]
        self.set_mood(None if mood is self._mood else mood)
        self.changed.emit()
