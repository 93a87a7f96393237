"""The kinds of fields a form is made of, each with how it is filled and read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import label, muted
from familysupport.ui.kit.writing import UNLEARNED, PlainEditor
from familysupport.ui.prepare.inputs import CalmBox, CalmNumber, CalmTime, DayInput

Choices = Callable[[], Sequence[tuple[str, Any]]]
_TEXT_LINES = 3


class Field(NamedTuple):
    """One field: which part of the record it holds, what it is called, and what helps with it."""

    name: str
    label: str
    kind: Literal["line", "text", "choice", "tick", "day", "time", "minutes"] = "line"
    help: str = ""
    choices: Choices | None = None
    wide: bool = False


class Cell(QWidget):
    """A field with its name above and its help below; `typed` is slow to save, `chosen` at once."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._input = _MAKERS[field.kind](field)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if field.kind != "tick":
            caption = label(field.label, "strong")
            caption.setBuddy(self._input)
            layout.addWidget(caption)
        layout.addWidget(self._input)
        if field.help:
            layout.addWidget(muted(field.help))
            self._input.setAccessibleDescription(field.help)
        layout.addStretch(1)

    def fill(self, value: Any) -> None:
        """Show `value` without telling anybody."""
        self.blockSignals(True)
        match self._input:
            case QLineEdit() as line if line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)
            case PlainEditor() as text if text.toPlainText() != value:
                text.setPlainText(value)
            case QComboBox() as box:
                self._fill_box(box, value)
            case QCheckBox() as tick:
                tick.setChecked(bool(value))
            case DayInput() | CalmTime() | CalmNumber() as own:
                own.fill(value)
        self.blockSignals(False)

    def value(self) -> Any:
        """Return what is in the field."""
        match self._input:
            case QLineEdit() as line:
                return line.text()
            case PlainEditor() as text:
                return text.toPlainText()
            case QComboBox() as box:
                return box.currentData()
            case QCheckBox() as tick:
                return tick.isChecked()
            case DayInput() | CalmTime() as own:
                return own.value()
            case CalmNumber() as number:
                return number.value()
        return None

    def begin(self) -> None:
        """Put the cursor here."""
        self._input.setFocus()
        if isinstance(self._input, QLineEdit):
            self._input.selectAll()

    def _fill_box(self, box: QComboBox, value: Any) -> None:
        offered = list(self.field.choices()) if self.field.choices is not None else []
        if offered != [(box.itemText(n), box.itemData(n)) for n in range(box.count())]:
            box.clear()
            for text, data in offered:
                box.addItem(text, data)
        if value and box.findData(value) < 0:
            box.addItem(self.tr("no longer listed"), value)
        box.setCurrentIndex(box.findData(value))

    def _connect(self) -> None:
        match self._input:
            case QLineEdit() as line:
                line.textEdited.connect(self.typed)
            case PlainEditor() as text:
                text.textChanged.connect(self.typed)
            case QComboBox() as box:
                box.currentIndexChanged.connect(self.chosen)
            case QCheckBox() as tick:
                tick.toggled.connect(self.chosen)
            case DayInput() as day:
                day.changed.connect(self.chosen)
            case CalmTime() as time:
                time.timeChanged.connect(self.typed)
            case CalmNumber() as number:
                number.valueChanged.connect(self.typed)


def _line(field: Field) -> QWidget:
    line = QLineEdit()
    line.setAccessibleName(field.label)
    line.setInputMethodHints(UNLEARNED)
    return line


def _text(field: Field) -> QWidget:
    text = PlainEditor(field.label)
    text.setFixedHeight(scaled(22 * _TEXT_LINES + 24))
    return text


def _choice(field: Field) -> QWidget:
    box = CalmBox()
    box.setAccessibleName(field.label)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _tick(field: Field) -> QWidget:
    return QCheckBox(field.label)


def _day(field: Field) -> QWidget:
    return DayInput(field.label)


def _time(field: Field) -> QWidget:
    return CalmTime(field.label)


def _minutes(field: Field) -> QWidget:
    return CalmNumber(field.label)


_MAKERS: dict[str, Callable[[Field], QWidget]] = {
    "line": _line,
    "text": _text,
    "choice": _choice,
    "tick": _tick,
    "day": _day,
    "time": _time,
    "minutes": _minutes,
}
