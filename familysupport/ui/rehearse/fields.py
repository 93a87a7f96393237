"""The fields of the pages before and after a practice: a line, a choice, a number from 0 to 10."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import label
from familysupport.ui.kit.writing import UNLEARNED

MOST_LETTERS = 40
_NAME_WIDTH = 290


def add(column: QVBoxLayout, field: QWidget) -> QLabel:
    """Put a field below its name, and return the name."""
    name = label(field.accessibleName(), "strong")
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)
    return name


def beside(*fields: QWidget) -> QWidget:
    """Return fields below their names, side by side where there is room."""
    held, columns = QWidget(), []
    for field in fields:
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        add(column, field).setMinimumWidth(scaled(_NAME_WIDTH))
        columns.append(one)
    held.setLayout(Flow(*columns, spacing=18))
    return held


def line(name: str) -> QLineEdit:
    """Return a short line to write on."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(MOST_LETTERS)
    field.setInputMethodHints(UNLEARNED)
    return field


def choice(name: str) -> QComboBox:
    """Return an empty choice."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def zero_to_ten(name: str) -> QComboBox:
    """Return a choice from 0 to 10 that can be left open."""
    box = choice(name)
    box.addItem("–", None)
    for number in range(11):
        box.addItem(str(number), number)
    return box


def number_of(box: QComboBox) -> int | None:
    """Return the number chosen, or None."""
    data = box.currentData()
    return None if data is None else int(data)
