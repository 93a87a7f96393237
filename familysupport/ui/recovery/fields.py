"""The fields of these pages: a line, a choice, a day by keyboard, a day or an hour left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import label, muted

_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_USUAL_HOUR = QTime(10, 0)
_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)
_DAY_WIDTH = 176


@dataclass(frozen=True)
class Field:
    """One field of a form: which part of the thing it holds, its name, and what helps with it.

    `tick` is what is said beside a day or an hour that may be left open.
    """

    name: str
    label: str
    kind: Literal["line", "choice", "day", "open-day", "hour"] = "line"
    help: str = ""
    choices: tuple[tuple[str, Any], ...] = ()
    tick: str = ""


class CalmDay(QDateEdit):
    """A day typed or chosen; the wheel turns the page and never changes the day."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat(self.tr("d MMM yyyy"))
        self.setDateRange(_FIRST, _LAST)
        self.setMinimumWidth(scaled(_DAY_WIDTH))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def fill(self, day: date) -> None:
        """Show `day`."""
        self.setDate(QDate(day.year, day.month, day.day))

    def value(self) -> date:
        """Return the day that is shown."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())


class CalmHour(QTimeEdit):
    """An hour of the day that leaves the wheel to the page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class _Ticked(QWidget):
    """Something that may be left open: a tick says that it is known."""

    changed = Signal()

    def __init__(self, field: Field, inner: QDateTimeEdit) -> None:
        super().__init__()
        self._tick = QCheckBox(field.tick)
        self._tick.setAccessibleName(f"{field.label}: {field.tick}")
        self._inner = inner
        self._inner.setEnabled(False)
        self._tick.toggled.connect(self._inner.setEnabled)
        self._tick.toggled.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tick)
        layout.addWidget(self._inner)
        layout.addStretch(1)
        self.setFocusProxy(self._tick)


class OpenDay(_Ticked):
    """A day that may be left open."""

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        self._today = today
        self._day = CalmDay(field.label)
        super().__init__(field, self._day)
        self._day.dateChanged.connect(self.changed)

    def fill(self, day: date | None) -> None:
        """Show `day`, or that it is open; an open one would begin today."""
        self._day.fill(day or self._today())
        self._tick.setChecked(day is not None)

    def value(self) -> date | None:
        """Return the day, or None while it is open."""
        return self._day.value() if self._tick.isChecked() else None


class OpenHour(_Ticked):
    """An hour that may be left open, as "HH:MM" or empty."""

    def __init__(self, field: Field) -> None:
        self._hour = CalmHour(field.label)
        super().__init__(field, self._hour)
        self._hour.timeChanged.connect(self.changed)

    def fill(self, hour: str) -> None:
        """Show `hour`, or that it is open."""
        time = QTime.fromString(hour, "HH:mm")
        self._hour.setTime(time if time.isValid() else _USUAL_HOUR)
        self._tick.setChecked(time.isValid())

    def value(self) -> str:
        """Return the hour, or nothing while it is open."""
        time = self._hour.time()
        return f"{time.hour():02d}:{time.minute():02d}" if self._tick.isChecked() else ""


class CalmChoice(QComboBox):
    """A choice in words that leaves the wheel to the page."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setAccessibleName(field.label)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in field.choices:
            self.addItem(text, value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Cell(QWidget):
    """A field with its name above and its help below."""

    changed = Signal()

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        super().__init__()
        self._input = _input(field, today)
        self._connect()
        caption = label(field.label, "strong")
        caption.setBuddy(self._input)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        layout.addWidget(self._input)
        if isinstance(self._input, CalmDay):
            layout.setAlignment(self._input, Qt.AlignmentFlag.AlignLeft)
        if field.help:
            layout.addWidget(muted(field.help))
            self._input.setAccessibleDescription(field.help)

    def fill(self, value: Any) -> None:
        """Show `value` without telling anybody."""
        self.blockSignals(True)
        match self._input:
            case QLineEdit() as line:
                line.setText(value)
                line.setCursorPosition(0)
            case CalmChoice() as box:
                box.setCurrentIndex(max(0, box.findData(value)))
            case CalmDay() | OpenDay() | OpenHour() as own:
                own.fill(value)
        self.blockSignals(False)

    def value(self) -> Any:
        """Return what is in the field."""
        match self._input:
            case QLineEdit() as line:
                return line.text().strip()
            case CalmChoice() as box:
                return box.currentData()
            case CalmDay() | OpenDay() | OpenHour() as own:
                return own.value()
        return None

    def begin(self) -> None:
        """Put the cursor here."""
        self._input.setFocus()

    def _connect(self) -> None:
        match self._input:
            case QLineEdit() as line:
                line.textEdited.connect(self.changed)
            case CalmChoice() as box:
                box.currentIndexChanged.connect(self.changed)
            case CalmDay() as day:
                day.dateChanged.connect(self.changed)
            case OpenDay() | OpenHour() as own:
                own.changed.connect(self.changed)


def _input(field: Field, today: Callable[[], date]) -> QWidget:
    match field.kind:
        case "choice":
            return CalmChoice(field)
        case "day":
            return CalmDay(field.label)
        case "open-day":
            return OpenDay(field, today)
        case "hour":
            return OpenHour(field)
    line = QLineEdit()
    line.setAccessibleName(field.label)
    line.setInputMethodHints(_HINTS)
    return line


def cells(fields: Sequence[Field], today: Callable[[], date]) -> dict[str, Cell]:
    """Return a cell for each field by the name of what it holds."""
    return {field.name: Cell(field, today) for field in fields}
