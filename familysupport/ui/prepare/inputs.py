"""Boxes, days, hours and minutes that let the page scroll under the wheel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from familysupport.ui.kit.theme import scaled

_USUAL_HOUR = QTime(10, 0)


class CalmBox(QComboBox):
    """A box that lets the page scroll: the wheel changes it only while it has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page instead."""
        _turn_only_with_focus(self, event, super().wheelEvent)


class CalmDate(QDateEdit):
    """A date that lets the page scroll in the same way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page instead."""
        _turn_only_with_focus(self, event, super().wheelEvent)


class CalmTime(QTimeEdit):
    """An hour of the day, as "HH:MM", that lets the page scroll in the same way."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        _without_arrows(self)
        self.setTime(_USUAL_HOUR)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page instead."""
        _turn_only_with_focus(self, event, super().wheelEvent)

    def fill(self, hour: str) -> None:
        """Show `hour`, or a usual one while it is open."""
        time = QTime.fromString(hour.strip().rjust(5, "0"), "HH:mm")
        self.setTime(time if time.isValid() else _USUAL_HOUR)

    def value(self) -> str:
        """Return the hour that is shown."""
        time = self.time()
        return f"{time.hour():02d}:{time.minute():02d}"


class CalmNumber(QSpinBox):
    """A number of minutes that lets the page scroll in the same way."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        _without_arrows(self)
        self.setRange(0, 240)
        self.setSuffix(self.tr(" min"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page instead."""
        _turn_only_with_focus(self, event, super().wheelEvent)

    def fill(self, minutes: int) -> None:
        """Show `minutes`."""
        self.setValue(minutes)


class DayInput(QWidget):
    """A day that may be left open: a tick says that it is set, then it can be chosen."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set = QCheckBox(self.tr("Set"))
        self._set.setAccessibleName(self.tr("{name}: set").format(name=name))
        self._day = CalmDate()
        self._day.setAccessibleName(name)
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("ddd d MMM yyyy")
        self._day.setMinimumWidth(scaled(180))
        self._day.setEnabled(False)
        self._set.toggled.connect(self._day.setEnabled)
        self._set.toggled.connect(self.changed)
        self._day.dateChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._set)
        layout.addWidget(self._day)
        layout.addStretch(1)
        self.setFocusProxy(self._set)

    def suggest(self, day: date) -> None:
        """Let an open day begin at `day`."""
        if not self._set.isChecked():
            self.blockSignals(True)
            self._day.setDate(QDate(day.year, day.month, day.day))
            self.blockSignals(False)

    def fill(self, day: date | None) -> None:
        """Show `day`, or that none is set."""
        self.blockSignals(True)
        self._set.setChecked(day is not None)
        if day is not None:
            self._day.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def value(self) -> date | None:
        """Return the day, or None while it is open."""
        if not self._set.isChecked():
            return None
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _without_arrows(box: QAbstractSpinBox) -> None:
    """Take away the small arrows, which the style sheet cannot draw well; the keys still work."""
    box.setStyleSheet(
        "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }"
        "QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; }"
    )
    box.lineEdit().setTextMargins(10, 0, 10, 0)


def _turn_only_with_focus(
    widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]
) -> None:
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()
