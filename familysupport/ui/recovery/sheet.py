"""One thing to fill in, kept as soon as what it needs is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal

from familysupport.recovery.model import Kept
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, announce, button, muted
from familysupport.ui.recovery.fields import Cell, cells
from familysupport.ui.recovery.kinds import Kind

T = TypeVar("T", bound=Kept)


class Sheet(Card, Generic[T]):
    """One thing to fill in; it is kept as soon as what it needs is there."""

    kept = Signal()
    closed = Signal()

    def __init__(self, kind: Kind[T], save: Callable[[T], T], today: Callable[[], date]) -> None:
        super().__init__()
        self._kind, self._keep = kind, save
        self._item: T | None = None
        self._is_dirty = False
        self._cells = cells(kind.fields, today)
        self._missing = muted("")
        self._missing.hide()
        done = button(_tr("Keep"), "check", "primary")
        done.clicked.connect(self._done)
        leave = button(_tr("Leave as it was"), kind="quiet")
        leave.clicked.connect(self._leave)
        for cell in self._cells.values():
            cell.changed.connect(self._touch)
            cell.entered.connect(self._done)
            self.body.addWidget(cell)
        self.body.addWidget(self._missing)
        self.body.addLayout(Flow(done, leave))
        self.hide()

    def begin(self, item: T) -> None:
        """Show `item` and put the cursor into the first field."""
        self.flush()
        self._item, self._is_dirty = item, False
        for name, cell in self._cells.items():
            cell.fill(getattr(item, name))
        self._missing.hide()
        self.show()
        next(iter(self._cells.values())).begin()

    def flush(self) -> None:
        """Keep what was typed, where what is needed is there."""
        if self._item is None or not self._is_dirty or self._lacks():
            return
        values: dict[str, Any] = {name: cell.value() for name, cell in self._cells.items()}
        self._item = self._keep(replace(self._item, **values))
        self._is_dirty = False
        self.kept.emit()

    def _touch(self) -> None:
        self._is_dirty = True

    def _lacks(self) -> Cell | None:
        """Return the first field that is needed and empty, or that cannot be read."""
        for name, cell in self._cells.items():
            if not cell.is_complete() or (name in self._kind.needs and not cell.value()):
                return cell
        return None

    def _done(self) -> None:
        lacking = self._lacks()
        if lacking:
            self._missing.setText(_tr("Still needed: {name}").format(name=lacking.field.label))
            self._missing.show()
            lacking.begin()
            announce(self, self._missing.text())
            return
        self._is_dirty = True  # a new thing may be kept just as it was offered
        self.flush()
        self._leave()

    def _leave(self) -> None:
        self._item = None
        self._is_dirty = False
        self.hide()
        self.closed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
