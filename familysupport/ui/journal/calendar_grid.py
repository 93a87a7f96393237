"""The days of one month: what was written and how it felt, walked through with the keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from familysupport.journal.calendar import (
    ROWS,
    WEEK,
    Marks,
    Week,
    days_in,
    month_later,
    month_weeks,
    moved,
)
from familysupport.journal.model import Mood
from familysupport.ui.journal.calendar_look import ink_on, mood_colour
from familysupport.ui.journal.calendar_words import (
    first_weekday,
    mood_letters,
    spoken_day,
    weekday_word,
)
from familysupport.ui.journal.words import mood_word
from familysupport.ui.kit.in_sight import bring_spot_in_sight
from familysupport.ui.kit.rows import Index
from familysupport.ui.kit.theme import current_theme, scaled

DAY = Qt.ItemDataRole.UserRole + 1
_TALL = 62
_PAD = 5


@dataclass(frozen=True)
class Month:
    """What the grid shows: a month, what its days hold, and the title of one entry a day."""

    year: int
    month: int
    today: date
    marks: Mapping[date, Marks] = field(default_factory=dict)
    titles: Mapping[date, str] = field(default_factory=dict)


class MonthModel(QAbstractTableModel):
    """Six weeks of days, each with its words for a screen reader."""

    def __init__(self, month: Month, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_month(month)

    def show_month(self, month: Month) -> None:
        """Show another month."""
        self.beginResetModel()
        self.month = month
        self._first = first_weekday()
        self.weeks: tuple[Week, ...] = month_weeks(month.year, month.month, self._first)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many weeks there are."""
        return 0 if parent is not None and parent.isValid() else ROWS

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many days a week has."""
        return 0 if parent is not None and parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number of a day, its date, or all that is shown of it in words."""
        day = self.weeks[index.row()][index.column()] if index.isValid() else None
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            month = self.month
            return spoken_day(day, month.marks.get(day), month.today, month.titles.get(day, ""))
        return day if role == DAY else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a day of the week."""
        if way is not Qt.Orientation.Horizontal:
            return None
        weekday = (self._first + section) % WEEK
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return weekday_word(weekday, short=False)
        return weekday_word(weekday) if role == Qt.ItemDataRole.DisplayRole else None

    def place_of(self, day: date) -> QModelIndex:
        """Return where a day stands, an invalid place if it is not shown."""
        for row, week in enumerate(self.weeks):
            if day in week:
                return self.index(row, week.index(day))
        return QModelIndex()


class MonthGrid(QTableView):
    """Shows a month; `chosen` follows the keys and the mouse, `opened` is Enter."""

    chosen = Signal(date)
    opened = Signal(date)
    resized = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Days of the month"))
        self.day = today
        self._model = MonthModel(Month(today.year, today.month, today), self)
        self.setModel(self._model)
        self.setItemDelegate(_DayDelegate(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_TALL))
        self.verticalHeader().setMinimumSectionSize(scaled(_TALL))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(scaled(24))
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        self._fit()
        self.clicked.connect(self._clicked)

    def show_month(self, month: Month, day: date) -> None:
        """Show what a month holds with one of its days chosen, without saying so."""
        self.day = day
        self._model.show_month(month)
        self._fit()
        self.setCurrentIndex(self._model.place_of(day))

    def letters(self) -> bool:
        """Return whether the words for moods have no room, so that letters stand for them."""
        room = self.columnWidth(0) - 2 * scaled(_PAD) - scaled(8)
        small = QFontMetrics(small_font(self.font(), 12))
        return any(small.horizontalAdvance(mood_word(mood)) > room for mood in Mood)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by days, weeks, months and years; Enter opens the day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
            return
        to = self._after(event)
        if to is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(to)
            self._bring()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the day in sight for the keys; a click leaves the page where it is."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self._bring)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there is more or less room."""
        super().resizeEvent(event)
        self.resized.emit()

    def _bring(self) -> None:
        """Bring the day into sight where large words make the page scroll."""
        spot = self.visualRect(self.currentIndex())
        if self.hasFocus() and spot.isValid():
            bring_spot_in_sight(self.viewport(), spot)

    def _fit(self) -> None:
        """Be as tall as the weeks of the month; a week wholly of another month is left out."""
        month, shown = self._model.month.month, 0
        for row, week in enumerate(self._model.weeks):
            inside = any(day and day.month == month for day in week)
            self.setRowHidden(row, not inside)
            shown += inside
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * scaled(_TALL) + 6)

    def _after(self, event: QKeyEvent) -> date | None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            away = -steps[key] if self.isRightToLeft() and abs(steps[key]) == 1 else steps[key]
            return moved(self.day, away) or self.day
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in months:
            year = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return month_later(self.day, months[key] * (12 if year else 1))
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: days_in(self.day.year, self.day.month)}
        return self.day.replace(day=ends[key]) if key in ends else None

    def _clicked(self, index: QModelIndex) -> None:
        day = index.data(DAY)
        if day is not None:
            self.chosen.emit(day)


class _DayDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(40), scaled(_TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = index.data(DAY)
        grid, model = option.widget, index.model()
        if day is None or not isinstance(grid, MonthGrid) or not isinstance(model, MonthModel):
            return
        month, theme = model.month, current_theme()
        inside = day.month == month.month
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        edge = theme.teal if chosen else theme.line
        painter.setPen(QPen(QColor(edge), (3 if grid.hasFocus() else 2) if chosen else 1))
        painter.setBrush(QColor(theme.card if inside else theme.paper))
        painter.drawRoundedRect(room, 6, 6)
        room.adjust(scaled(_PAD), scaled(3), -scaled(_PAD), -scaled(3))
        self._number(painter, room, option.font, day, month)
        marks = month.marks.get(day)
        if marks:
            self._marks(painter, room, option.font, marks, grid.letters())
            self._title(painter, room, option.font, month.titles.get(day, ""))
        painter.restore()

    def _number(
        self, painter: QPainter, room: QRectF, font: QFont, day: date, month: Month
    ) -> None:
        theme, today = current_theme(), day == month.today
        bold = small_font(font, 13)
        bold.setWeight(QFont.Weight.Bold if today else QFont.Weight.Normal)
        bold.setUnderline(today)
        painter.setFont(bold)
        inside = day.month == month.month
        painter.setPen(QColor(theme.teal if today else theme.ink if inside else theme.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(day.day))
        count = len(month.marks[day].entries) if day in month.marks else 0
        if count > 1:
            painter.setFont(small_font(font, 12))
            painter.setPen(QColor(theme.muted))
            place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, place, f"+{count - 1}")

    def _marks(
        self, painter: QPainter, room: QRectF, font: QFont, marks: Marks, letters: bool
    ) -> None:
        mood = marks.mood
        if mood is None:
            return
        painter.setFont(small_font(font, 12))
        tall = scaled(17)
        pill = QRectF(room.left(), room.top() + scaled(19), room.width(), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mood_colour(mood))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(ink_on(mood_colour(mood)))
        words = mood_letters(mood) if letters else mood_word(mood)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _title(self, painter: QPainter, room: QRectF, font: QFont, title: str) -> None:
        small = small_font(font, 12)
        painter.setFont(small)
        painter.setPen(QColor(current_theme().muted))
        words = QFontMetrics(small).elidedText(
            title, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)


def small_font(font: QFont, pixels: int) -> QFont:
    """Return `font` at so many pixels of the usual text size."""
    result = QFont(font)
    result.setPixelSize(scaled(pixels))
    return result
