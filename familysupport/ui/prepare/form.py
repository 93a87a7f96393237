"""One record, changed in place and saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from familysupport.prepare.items import Item
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.prepare.fields import Cell, Field
from familysupport.ui.prepare.inputs import DayInput

_WIDE_KINDS = ("text",)


class Form(QWidget):
    """Shows the fields of one record in two columns, or one; `saved` follows each change."""

    saved = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        save: Callable[[Any], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = save
        self._item = Item()
        self._dirty = False
        self._autosave = Autosave(self._save, self)
        self.cells = {field.name: Cell(field) for field in fields}
        for cell in self.cells.values():
            cell.typed.connect(self._touch)
            cell.chosen.connect(self._choose)
        self._lay_out()

    @property
    def item(self) -> Item:
        """Return the record that is shown."""
        return self._item

    def show_item(self, item: Item) -> None:
        """Save what waits, then show `item`."""
        self.flush()
        self._item = item
        for name, cell in self.cells.items():
            cell.fill(getattr(item, name))

    def suggest_day(self, day: date) -> None:
        """Let every day that is still open begin at `day`."""
        for found in self.findChildren(DayInput):
            found.suggest(day)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.cells.values())).begin()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet."""
        self._autosave.flush()
        if self._dirty:
            self._save()

    def _lay_out(self) -> None:
        across = 2 if text_scale() <= 1.25 else 1
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(14)
        line = column = 0
        for cell in self.cells.values():
            wide = across if cell.field.wide or cell.field.kind in _WIDE_KINDS else 1
            if column + wide > across:
                line, column = line + 1, 0
            grid.addWidget(cell, line, column, 1, wide)
            column += wide
        for number in range(across):
            grid.setColumnStretch(number, 1)

    def _choose(self) -> None:
        self._dirty = True
        self.flush()

    def _touch(self) -> None:
        self._dirty = True
        self._autosave.touch()

    def _save(self) -> None:
        values = {name: cell.value() for name, cell in self.cells.items()}
        self._item = self._keep(replace(self._item, **values))
        self._dirty = False
        self.saved.emit()
