"""What to be told, on which day, at what time, once or every week."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QTimeEdit, QWidget

from familysupport.clock import Clock
from familysupport.for_me.model import Reminder
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, button, heading, label
from familysupport.ui.kit.writing import UNLEARNED

_LONGEST = 120
_HOURS = 24
_EDGE = 6
_WIDEST = "00:00 MM"


def time_edit(name: str) -> QTimeEdit:
    """Return a field for a time of the day."""
    result = QTimeEdit()
    # The arrow keys count; the theme has no drawing for the small buttons of Qt's own.
    result.setStyleSheet(
        "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }"
        "QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; }"
    )
    result.lineEdit().setTextMargins(_EDGE, 0, _EDGE, 0)
    result.setMinimumWidth(result.fontMetrics().horizontalAdvance(_WIDEST) + scaled(36))
    result.setAccessibleName(name)
    return result


def time_in(field: QTimeEdit) -> time:
    """Return the time in a field."""
    shown = field.time()
    return time(shown.hour(), shown.minute())


def shown_time(at: time | None, hour: int = 0) -> QTime:
    """Return a time for a field, or a full hour where there is none."""
    return QTime(at.hour, at.minute) if at else QTime(hour % _HOURS, 0)


class ReminderForm(Card):
    """Takes a new reminder, or changes one."""

    kept = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("true", parent)
        self._clock = clock
        self._id = 0
        self._title = heading("")
        self._words = QLineEdit()
        self._words.setMaxLength(_LONGEST)
        self._words.setAccessibleName(self.tr("What to be told"))
        self._words.setPlaceholderText(self.tr("For example: my own doctor, water the garden"))
        self._words.setInputMethodHints(UNLEARNED)
        self._words.textChanged.connect(self._show_state)
        self._day = QDateEdit()
        self._day.setAccessibleName(self.tr("Day"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat(self.tr("ddd d MMMM yyyy"))
        self._day.setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31))
        self._at = time_edit(self.tr("Time"))
        self._weekly = QCheckBox(self.tr("Every week"))
        self._keep = button(self.tr("Keep"), "check", "primary")
        self._keep.clicked.connect(self._hand_on)
        self._cancel = button(self.tr("Leave as it was"))
        self._cancel.clicked.connect(self.show_new)
        self.body.addWidget(self._title)
        self.body.addWidget(label(self.tr("What to be told")))
        self.body.addWidget(self._words)
        self.body.addLayout(Flow(self._day, self._at, self._weekly))
        self.body.addLayout(Flow(self._keep, self._cancel))
        self.show_new()

    def show_new(self) -> None:
        """Offer a new one for tomorrow at nine."""
        self._id = 0
        self._title.setText(self.tr("Add a reminder"))
        self._words.clear()
        today = self._clock.today()
        self._day.setDate(QDate(today.year, today.month, today.day).addDays(1))
        self._at.setTime(QTime(9, 0))
        self._weekly.setChecked(False)
        self._show_state()

    def show_reminder(self, one: Reminder) -> None:
        """Let one be changed."""
        self._id = one.id
        self._title.setText(self.tr("Change the reminder"))
        self._words.setText(one.words)
        self._day.setDate(QDate(one.day.year, one.day.month, one.day.day))
        self._at.setTime(shown_time(one.at))
        self._weekly.setChecked(one.weekly)
        self._show_state()
        self._words.setFocus()

    def forget(self, reminder_id: int) -> None:
        """Stop changing one that is gone."""
        if self._id == reminder_id:
            self.show_new()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what is written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_on()
        else:
            super().keyPressEvent(event)

    def _hand_on(self) -> None:
        words = " ".join(self._words.text().split())
        if not words:
            self._words.setFocus()
            return
        shown = self._day.date()
        day = date(shown.year(), shown.month(), shown.day())
        found = Reminder(self._id, words, day, time_in(self._at), self._weekly.isChecked())
        self.show_new()
        self.kept.emit(found)

    def _show_state(self) -> None:
        self._cancel.setVisible(bool(self._id))
        self._keep.setEnabled(bool(self._words.text().strip()))
