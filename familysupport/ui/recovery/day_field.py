"""A day to type as one writes it, or to choose from a calendar; it says what it understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from familysupport.recovery.typed_day import FIRST_YEAR, LAST_YEAR, DayNames, read_day
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import announce, label, row
from familysupport.ui.kit.writing import UNLEARNED

_LINE_WIDTH = 190


def day_names() -> DayNames:
    """Return the names of months and days in the language of the window."""
    locale = QLocale()
    shapes = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    months = [[locale.monthName(number, shape) for shape in shapes] for number in range(1, 13)]
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    words = {_tr("today"): 0, _tr("yesterday"): -1, _tr("tomorrow"): 1}
    is_day_first = short.find("d") < short.find("M")
    return DayNames(months, {word.casefold(): days for word, days in words.items()}, is_day_first)


class _Line(QLineEdit):
    """Takes the typed day; the arrows go a day on or back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back with the arrows."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class DayField(QWidget):
    """Holds one day; `value` is None while what is typed is no day."""

    changed = Signal()

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._names = today, day_names()
        self._day: date | None = None
        self.line = _Line()
        self.line.setInputMethodHints(UNLEARNED)
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(scaled(_LINE_WIDTH))
        self.line.setPlaceholderText(_tr("such as {day}").format(day=_short(today())))
        self.line.textEdited.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self.line.stepped.connect(self._step)
        self._open = QToolButton()
        self._open.setIcon(icon("calendar", "ink"))
        self._open.setIconSize(QSize(scaled(18), scaled(18)))
        self._open.setAccessibleName(_tr("{name}: calendar").format(name=name))
        self._open.clicked.connect(self._show_calendar)
        self._calendar: QCalendarWidget | None = None
        self._said = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row(self.line, self._open, 1, spacing=6))
        layout.addWidget(self._said)
        self._column = layout

    def fill(self, day: date) -> None:
        """Show `day`, with the calendar closed."""
        if self._calendar is not None:
            self._calendar.hide()
        self._day = day
        self.line.setText(_short(day))
        self._tell()

    def value(self) -> date | None:
        """Return the day, or None while what is typed is no day."""
        return self._day

    def _read(self, typed: str) -> None:
        self._day = read_day(typed, self._today(), self._names)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._day is None:
            self._said.setText(
                _tr("Write the day like this: {day}").format(day=_short(self._today()))
            )
        else:
            self._said.setText(_long(self._day))

    def _tidy(self) -> None:
        if self._day is not None:
            self.line.setText(_short(self._day))
        announce(self.line, self._said.text())

    def _step(self, days: int) -> None:
        day = (self._day or self._today()) + timedelta(days=days)
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            self._take(day)
            announce(self.line, self._said.text())

    def _take(self, day: date) -> None:
        self.fill(day)
        self.changed.emit()

    def _show_calendar(self) -> None:
        if self._calendar is not None and not self._calendar.isHidden():
            self._calendar.hide()
            return
        if self._calendar is None:
            self._calendar = self._make_calendar()
            self._column.addWidget(self._calendar)
        shown = self._day or self._today()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.show()
        self._calendar.setFocus()

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self._open.accessibleName())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(QColor(current_theme().ink))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)  # red is for emergencies alone
        calendar.setMinimumDate(QDate(FIRST_YEAR, 1, 1))
        calendar.setMaximumDate(QDate(LAST_YEAR, 12, 31))
        for name, picture in (("prevmonth", "back"), ("nextmonth", "forward")):
            turn = calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if turn is not None:  # Qt's own arrows are black in every theme
                turn.setIcon(icon(picture, "ink"))
                turn.setIconSize(QSize(scaled(18), scaled(18)))
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        return calendar

    def _choose(self, chosen: QDate) -> None:
        self._take(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus()


def _short(day: date) -> str:
    return _said(day, _tr("d MMM yyyy"))


def _long(day: date) -> str:
    return _said(day, _tr("dddd d MMMM yyyy"))


def _said(day: date, pattern: str) -> str:
    # The stubs know QDate only through the overload that takes a format in words.
    return str(QLocale().toString(QDate(day.year, day.month, day.day), pattern))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
