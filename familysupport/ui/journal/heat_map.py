"""Weeks side by side, a small field a day: where something was written, and how it felt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.calendar import WEEK, Marks, Week, last_weeks, marks
from familysupport.journal.finding_store import FindingStore
from familysupport.ui.journal.calendar_look import mood_colour, paint_sign
from familysupport.ui.journal.calendar_words import first_weekday, spoken_day
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import announce, label

SIXTEEN = 16
_LARGEST = 14
_SMALLEST = 5
_SHARE = 0.84  # of its place that a field fills


class HeatMap(QWidget):
    """Paints the fields; the arrows walk through them, Enter or a click opens a day.

    A mood has a sign as well as a colour. `looked_at` carries the words for the day under the
    keys or the mouse, and nothing when they leave.
    """

    opened = Signal(date)
    looked_at = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._weeks: Sequence[Week] = ()
        self._marks: Mapping[date, Marks] = {}
        self._at = (0, 0)
        self._today = date.min

    def show_days(self, weeks: Sequence[Week], marked: Mapping[date, Marks], today: date) -> None:
        """Show weeks, the last one on the right; the keys begin at the last day."""
        self._weeks, self._marks, self._today = weeks, marked, today
        last = max(day for week in weeks for day in week if day)
        self._at = self._place_of(last)
        self.setAccessibleDescription(self.summary())
        self.updateGeometry()
        self.update()

    def summary(self) -> str:
        """Return in a sentence on how many days something was written."""
        days = [day for week in self._weeks for day in week if day]
        written = sum(day in self._marks for day in days)
        said = self.tr("Of {days} days, {written} have an entry. The arrows go through the days.")
        return said.format(written=written, days=len(days))

    def day(self) -> date | None:
        """Return the day under the keys."""
        column, row = self._at
        return self._weeks[column][row] if self._weeks else None

    def words(self, day: date | None) -> str:
        """Return the words for a day."""
        return spoken_day(day, self._marks.get(day), self._today) if day else ""

    def hasHeightForWidth(self) -> bool:
        """Fields are square, so a wide map is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of seven fields at `width`."""
        return round(self._side(width) * WEEK) + 6

    def sizeHint(self) -> QSize:
        """Return the size at the largest fields."""
        side = scaled(_LARGEST)
        return QSize(side * len(self._weeks) + 6, side * WEEK + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the size at the smallest fields."""
        return QSize(_SMALLEST * len(self._weeks) + 6, _SMALLEST * WEEK + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days and weeks; Enter opens a day."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        day, step = self.day(), steps.get(Qt.Key(event.key()))
        if step is not None:
            self._go(*step)
        elif day and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the day that is clicked."""
        place = self._place_under(event.position())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self._at = place
            self.update()
            self.opened.emit(self.day())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the mouse."""
        place = self._place_under(event.position())
        self.looked_at.emit(self.words(self._weeks[place[0]][place[1]]) if place else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing more when the mouse leaves."""
        self.looked_at.emit(self.words(self.day()) if self.hasFocus() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the day under the keys."""
        super().focusInEvent(event)
        self.looked_at.emit(self.words(self.day()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell nothing more when the keys leave."""
        super().focusOutEvent(event)
        self.looked_at.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each day, and a ring around the one under the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, week in enumerate(self._weeks):
            for row, day in enumerate(week):
                if day:
                    self._paint_day(painter, self._room(column, row), self._marks.get(day))
        if self.hasFocus() and self._weeks:
            painter.setPen(QPen(QColor(current_theme().ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._room(*self._at).adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)
        painter.end()

    def _paint_day(self, painter: QPainter, room: QRectF, marked: Marks | None) -> None:
        theme = current_theme()
        mood = marked.mood if marked else None
        painter.setPen(QPen(QColor(theme.edge if marked else theme.line), 1))
        painter.setBrush(
            mood_colour(mood) if mood else QColor(theme.card if marked else theme.sand)
        )
        painter.drawRoundedRect(room, 2, 2)
        if mood and room.width() >= _SMALLEST:
            paint_sign(painter, room, mood)

    def _go(self, right: int, down: int) -> None:
        column, row = self._at
        count = column * WEEK + row + right * WEEK + down
        if 0 <= count < len(self._weeks) * WEEK:
            place = divmod(count, WEEK)
            if self._weeks[place[0]][place[1]]:
                self._at = place
                words = self.words(self.day())
                self.looked_at.emit(words)
                announce(self, words)
                self.update()

    def _side(self, width: int) -> float:
        share = (width - 6) / max(1, len(self._weeks))
        return min(float(scaled(_LARGEST)), max(share, float(_SMALLEST)))

    def _room(self, column: int, row: int) -> QRectF:
        side = self._side(self.width())
        return QRectF(3 + column * side, 3 + row * side, side * _SHARE, side * _SHARE)

    def _place_under(self, spot: QPointF) -> tuple[int, int] | None:
        side = self._side(self.width())
        column, row = int((spot.x() - 3) // side), int((spot.y() - 3) // side)
        inside = 0 <= column < len(self._weeks) and 0 <= row < WEEK
        return (column, row) if inside and self._weeks[column][row] else None

    def _place_of(self, wanted: date) -> tuple[int, int]:
        return next(
            (column, week.index(wanted))
            for column, week in enumerate(self._weeks)
            if wanted in week
        )


class LastWeeks(QWidget):
    """The last sixteen weeks under their name, which gives way to the day looked at."""

    opened = Signal(date)

    def __init__(self, store: FindingStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._name = self.tr("Last {count} weeks").format(count=SIXTEEN)
        self.words = label(self._name, "small")
        self.words.setWordWrap(False)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.map = HeatMap(self._name)
        self.map.opened.connect(self.opened)
        self.map.looked_at.connect(lambda words: self.words.setText(words or self._name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.words)
        layout.addWidget(self.map)

    def refresh(self) -> None:
        """Read the weeks afresh."""
        today = self._clock.today()
        weeks = last_weeks(today, SIXTEEN, first_weekday())
        first = next(day for day in weeks[0] if day)
        self.map.show_days(weeks, marks(self._store.told(first, today)), today)
