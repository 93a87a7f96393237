"""The picture of withdrawal: three phases as bands over time, and where now is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from familysupport.learn.timeline import Phase, along
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import announce
from familysupport.ui.learn.timeline_words import phase_sentence, span_words, tick_words, tr

_PX = 13
_TONES = {"onset": ("teal", "teal_soft"), "peak": ("amber", "amber_soft")}
_LAST_TONE = ("blue", "blue_soft")


class Picture(NamedTuple):
    """What the chart draws: phases, the marks below, the hours now, and the names of phases."""

    name: str
    phases: tuple[Phase, ...]
    marks: tuple[float, ...]
    hours: float | None
    titles: Callable[[str], str]


class TimelineChart(QWidget):
    """Draws the bands; up and down walk through them, and `chosen` says which."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture) -> None:
        """Draw `picture`, and say the same in words."""
        self._picture = picture
        self.setAccessibleName(tr("Chart of withdrawal: {name}").format(name=picture.name))
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return everything the picture shows, as sentences."""
        if self._picture is None:
            return ""
        titles = self._picture.titles
        return " ".join(phase_sentence(phase, titles) for phase in self._picture.phases)

    def sizeHint(self) -> QSize:
        """Return a height for three bands and the marks below."""
        return QSize(scaled(520), round(3 * self._tall() + self._foot()) + scaled(24))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(scaled(240), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the phases with the arrows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(self._row + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the phase that is clicked."""
        self._choose(int((event.position().y() - scaled(22)) // self._tall()))

    def _choose(self, row: int) -> None:
        if self._picture is None:
            return
        self._row = min(max(row, 0), len(self._picture.phases) - 1)
        self.update()
        phase = self._picture.phases[self._row]
        announce(self, phase_sentence(phase, self._picture.titles))
        self.chosen.emit(self._row)

    def _tall(self) -> float:
        return scaled(22) + 2.6 * QFontMetricsF(self.font()).height()

    def _foot(self) -> float:
        return 1.6 * QFontMetricsF(self.font()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid, the bands, now, and the ring of the keyboard."""
        picture = self._picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(scaled(_PX))
        painter.setFont(font)
        area = QRectF(scaled(10), scaled(22), self.width() - scaled(24), 3 * self._tall())
        self._grid(painter, area, picture)
        rooms = [
            QRectF(area.left(), area.top() + at * self._tall(), area.width(), self._tall())
            for at in range(len(picture.phases))
        ]
        for room, phase in zip(rooms, picture.phases, strict=True):
            self._band(painter, room, phase)
        self._now(painter, area, picture)
        for room, phase in zip(rooms, picture.phases, strict=True):
            self._name(painter, room, phase, picture)
        if self.hasFocus():
            self._ring(painter, area)
        painter.end()

    def _grid(self, painter: QPainter, area: QRectF, picture: Picture) -> None:
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        free_from = area.left() - scaled(20)
        for mark in picture.marks:
            x = area.left() + along(mark, picture.marks) * area.width()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(round(x), round(area.top()), round(x), round(area.bottom()))
            words = tick_words(mark)
            wide = metrics.horizontalAdvance(words)
            left = min(max(x - wide / 2, 2), self.width() - wide - 2)
            if left < free_from:
                continue
            painter.setPen(QColor(theme.muted))
            painter.drawText(round(left), round(area.bottom() + metrics.height()), words)
            free_from = left + wide + scaled(8)

    def _band(self, painter: QPainter, room: QRectF, phase: Phase) -> None:
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        solid, pale = (QColor(getattr(theme, tone)) for tone in _TONES.get(phase.name, _LAST_TONE))
        top = room.top() + metrics.height() * 1.25
        bar = QRectF(room.left(), top, room.width(), scaled(20))
        painter.setPen(QPen(solid, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(pale)
        painter.drawRoundedRect(self._part(bar, phase.band.wide), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid)
        painter.drawRoundedRect(self._part(bar, phase.band.typical), 5, 5)

    def _name(self, painter: QPainter, room: QRectF, phase: Phase, picture: Picture) -> None:
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        words = f"{picture.titles(phase.name)}: {span_words(phase.band.typical)}"
        longer = span_words(phase.band.wide, phase.band.or_longer)
        words += " · " + tr("at times {span}").format(span=longer)
        start = self._part(room, phase.band.wide).left()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        wide = metrics.horizontalAdvance(words)
        left = max(room.left(), min(start, room.right() - wide))
        spot = QRectF(left, room.top(), wide + 4, metrics.height() * 1.2)
        painter.fillRect(spot, QColor(theme.card))
        painter.setPen(QColor(theme.ink))
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, words)

    def _part(self, bar: QRectF, span: tuple[float, float]) -> QRectF:
        marks = self._picture.marks if self._picture else (0.0, 1.0)
        first, last = (bar.left() + along(hour, marks) * bar.width() for hour in span)
        return QRectF(first, bar.top(), max(last - first, 4.0), bar.height())

    def _now(self, painter: QPainter, area: QRectF, picture: Picture) -> None:
        if picture.hours is None or picture.hours > picture.marks[-1]:
            return
        red = QColor(current_theme().red)
        x = area.left() + along(picture.hours, picture.marks) * area.width()
        painter.setPen(QPen(red, 2))
        painter.drawLine(round(x), scaled(18), round(x), round(area.bottom()))
        words = tr("now")
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = min(max(x - wide / 2, 2), self.width() - wide - 2)
        painter.drawText(round(left), scaled(14), words)

    def _ring(self, painter: QPainter, area: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(current_theme().teal), 2))
        top = area.top() + self._row * self._tall() - scaled(2)
        painter.drawRoundedRect(QRectF(2, top, self.width() - 4, self._tall() - scaled(4)), 6, 6)
