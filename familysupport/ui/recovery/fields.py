"""The fields of these pages: a line, a choice, a day or an hour as one writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import label, muted
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.recovery.day_field import DayField
from familysupport.ui.recovery.hour_field import HourField

_EDGE = 6
_FOLDS_OVER = 1.3


class Field(NamedTuple):
    """One field of a form: which part of the thing it holds, its name, and what helps with it.

    `tick` is what is said beside a day that may be left open.
    """

    name: str
    label: str
    kind: Literal["line", "choice", "day", "open-day", "hour"] = "line"
    help: str = ""
    choices: tuple[tuple[str, Any], ...] = ()
    tick: str = ""


class _Ticked(QWidget):
    """Something that may be left open: a tick says that it is known."""

    changed = Signal()

    def __init__(self, field: Field, inner: QWidget) -> None:
        super().__init__()
        self.tick = QCheckBox(field.tick)
        self.tick.setAccessibleName(f"{field.label}: {field.tick}")
        self._inner = inner
        self._inner.setEnabled(False)
        self.tick.toggled.connect(self._inner.setEnabled)
        self.tick.toggled.connect(self.changed)
        direction = QBoxLayout.Direction
        across = text_scale() <= _FOLDS_OVER
        layout = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._inner, 1)


class OpenDay(_Ticked):
    """A day that may be left open."""

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        self._today = today
        self._day = DayField(field.label, today)
        super().__init__(field, self._day)
        self._day.changed.connect(self.changed)

    def fill(self, day: date | None) -> None:
        """Show `day`, or that it is open; an open one would begin today."""
        self._day.fill(day or self._today())
        self.tick.setChecked(day is not None)

    def value(self) -> date | None:
        """Return the day, or None while it is open."""
        return self._day.value() if self.tick.isChecked() else None

    def is_complete(self) -> bool:
        """Return whether it is open, or a day."""
        return not self.tick.isChecked() or self._day.value() is not None


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
    entered = Signal()

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        super().__init__()
        self.field = field
        self._input = _input(field, today)
        self._connect()
        caption = label(field.label, "strong")
        caption.setBuddy(self._first())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        layout.addWidget(self._input)
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
            case DayField() | OpenDay() | HourField() as own:
                own.fill(value)
        self.blockSignals(False)

    def value(self) -> Any:
        """Return what is in the field."""
        match self._input:
            case QLineEdit() as line:
                return line.text().strip()
            case CalmChoice() as box:
                return box.currentData()
            case DayField() | OpenDay() | HourField() as own:
                return own.value()
        return None

    def is_complete(self) -> bool:
        """Return whether what is typed can be kept: a day that is no day cannot."""
        match self._input:
            case DayField() as day:
                return day.value() is not None
            case OpenDay() | HourField() as own:
                return own.is_complete()
        return True

    def begin(self) -> None:
        """Put the cursor here."""
        self._first().setFocus()

    def _first(self) -> QWidget:
        match self._input:
            case DayField() as day:
                return day.line
            case OpenDay() as day:
                return day.tick
            case HourField() as hour:
                return hour.line
        return self._input

    def _connect(self) -> None:
        match self._input:
            case QLineEdit() as line:
                line.textEdited.connect(self.changed)
                line.returnPressed.connect(self.entered)
            case CalmChoice() as box:
                box.currentIndexChanged.connect(self.changed)
            case DayField() | OpenDay() | HourField() as own:
                own.changed.connect(self.changed)


def _input(field: Field, today: Callable[[], date]) -> QWidget:
    match field.kind:
        case "choice":
            return CalmChoice(field)
        case "day":
            return DayField(field.label, today)
        case "open-day":
            return OpenDay(field, today)
        case "hour":
            return HourField(field.label)
    line = QLineEdit()
    line.setAccessibleName(field.label)
    line.setInputMethodHints(UNLEARNED)
    return line


def cells(fields: Sequence[Field], today: Callable[[], date]) -> dict[str, Cell]:
    """Return a cell for each field by the name of what it holds."""
    return {field.name: Cell(field, today) for field in fields}
