"""The day and time of an entry: typed as one says it, stepped by key, or chosen from a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from familysupport.journal.told import time_in
from familysupport.recovery.typed_day import FIRST_YEAR, LAST_YEAR, read_day
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import announce, row
from familysupport.ui.recovery.day_field import day_names

_AROUND = 20
_HALF_A_TIME = re.compile(r"\d\s*:")
_QUIET = """
QLineEdit {{ background: transparent; border: 1px solid transparent; padding: 4px 6px;
  color: {muted}; }}
QLineEdit:hover {{ border-color: {edge}; }}
QLineEdit:focus {{ border: 3px solid {teal}; padding: 2px 4px; color: {ink}; }}
"""


class _Line(QLineEdit):
    """Takes the words; the arrows go a day on or back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back with Up and Down."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


class WhenField(QWidget):
    """Holds a moment on the wall clock; what cannot be read leaves it as it was."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._names = day_names()
        self._at = self._before = _on_the_wall(now())
        self._line = _Line()
        self._line.setAccessibleName(self.tr("Date and time"))
        self._line.setAccessibleDescription(
            self.tr("Type it, such as yesterday 9:15. Up and Down go a day on or back.")
        )
        self._line.setToolTip(self.tr("Such as: yesterday 9:15, Monday, 18:40, 21 Oct"))
        self._line.setStyleSheet(_quiet())
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._open = QToolButton()
        self._open.setIcon(icon("calendar", "muted"))
        self._open.setIconSize(QSize(scaled(16), scaled(16)))
        self._open.setAccessibleName(self.tr("Choose the day from a calendar"))
        self._open.clicked.connect(self._show_calendar)
        layout = row(self._line, self._open, spacing=0)
        self.setLayout(layout)
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(self._tidy)
        self._line.stepped.connect(self._step)

    def show_moment(self, at: datetime) -> None:
        """Show the day and the time on the wall of a moment, whatever its zone."""
        self._at = self._before = _on_the_wall(at)
        self._show()

    def moment(self) -> datetime:
        """Return what is shown, to the minute, without a zone."""
        return self._at

    def _typed(self, text: str) -> None:
        """Read all that is typed; half a word must leave no mark, so it starts from before it."""
        found = self._read(text) or self._before
        if found != self._at:
            self._at = found
            self.changed.emit()

    def _read(self, text: str) -> datetime | None:
        clock, rest = time_in(text)
        day = self._day(rest)
        if day is None and (clock is None or any(sign.isalnum() for sign in rest)):
            return None
        before = self._before
        return datetime.combine(day or before.date(), clock or before.time())

    def _day(self, text: str) -> date | None:
        """Return the day in words; the name of a day alone is the last one of that name."""
        words = text.split()
        named = [number for word in words if (number := _weekday(word))]
        others = [word for word in words if not _weekday(word)]
        rest = " ".join(others) or " ".join(words[1:])
        if _HALF_A_TIME.search(rest):
            return None
        today = _on_the_wall(self._now()).date()
        if named and not any(sign.isalnum() for sign in rest):
            return today - timedelta(days=(today.isoweekday() - named[0]) % 7)
        return read_day(rest, today, self._names) or read_day(text, today, self._names)

    def _tidy(self) -> None:
        typed = self._line.text()
        self._before = self._at
        self._show()
        if typed != self._line.text():
            announce(self._line, self._line.text())

    def _show(self) -> None:
        text = _words(self._at)
        self._line.setText(text)
        wide = self._line.fontMetrics().horizontalAdvance(text + "00")
        self._line.setFixedWidth(wide + _AROUND)

    def _step(self, days: int) -> None:
        day = self._at.date() + timedelta(days=days)
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            self._take(day)
            announce(self._line, self._line.text())

    def _take(self, day: date) -> None:
        self._at = self._before = datetime.combine(day, self._at.time())
        self._show()
        self.changed.emit()

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self._open.accessibleName())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(QColor(current_theme().ink))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)  # red is for emergencies alone
        calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        calendar.setSelectedDate(QDate(self._at.year, self._at.month, self._at.day))
        for signal in (calendar.clicked, calendar.activated):
            signal.connect(lambda chosen: self._choose(chosen, menu))
        inside = QWidgetAction(menu)
        inside.setDefaultWidget(calendar)
        menu.addAction(inside)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._open.mapToGlobal(self._open.rect().bottomLeft()))
        calendar.setFocus()

    def _choose(self, chosen: QDate, menu: QMenu) -> None:
        menu.close()
        self._take(date(chosen.year(), chosen.month(), chosen.day()))
        self._line.setFocus()


def _on_the_wall(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0, tzinfo=None)


def _weekday(word: str) -> int:
    """Return 1 for Monday to 7 for Sunday, or 0 for any other word."""
    said = word.strip(" ,.·").casefold()
    shapes = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    for number in range(1, 8):
        names = (QLocale().dayName(number, shape).rstrip(".").casefold() for shape in shapes)
        if said and said in names:
            return number
    return 0


def _words(at: datetime) -> str:
    day = QLocale().toString(QDate(at.year, at.month, at.day), _tr("ddd d MMM yyyy"))
    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return f"{day} · {time}"


def _quiet() -> str:
    theme = current_theme()
    return _QUIET.format(muted=theme.muted, edge=theme.edge, teal=theme.teal, ink=theme.ink)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
