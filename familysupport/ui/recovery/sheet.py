"""One thing to fill in, saved while one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal

from familysupport.recovery.model import Kept
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, announce, button, muted
from familysupport.ui.recovery.fields import Cell, cells
from familysupport.ui.recovery.kinds import Kind

T = TypeVar("T", bound=Kept)


class Sheet(Card, Generic[T]):
    """Fills in one thing and saves it while one types, once it has what it needs.

    `kept` follows when the list is to show it: at the end, and before another page or the lock.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self, kind: Kind[T], store: RecoveryStore, today: Callable[[], date]) -> None:
        super().__init__()
        self._kind, self._store = kind, store
        self._item: T | None = None
        self._before: T | None = None
        self._autosave = Autosave(self._save, self)
        self._cells = cells(kind.fields, today)
        self._missing = muted("")
        self._missing.hide()
        done = button(_tr("Keep"), "check", "primary")
        done.clicked.connect(self._done)
        leave = button(_tr("Leave as it was"), kind="quiet")
        leave.clicked.connect(self._leave)
        for cell in self._cells.values():
            cell.changed.connect(self._autosave.touch)
            cell.entered.connect(self._done)
            self.body.addWidget(cell)
        self.body.addWidget(self._missing)
        self.body.addLayout(Flow(done, leave))
        self.hide()

    def begin(self, item: T) -> None:
        """Show `item` and put the cursor into the first field."""
        self.flush()
        self._item = self._before = item
        for name, cell in self._cells.items():
            cell.fill(getattr(item, name))
        self._missing.hide()
        self.show()
        next(iter(self._cells.values())).begin()

    def flush(self) -> None:
        """Save what waits, and say so where the list does not show it yet."""
        self._autosave.flush()
        if self._item is not None and self._item != self._before:
            self._before = self._item
            self.kept.emit()

    def forget(self, item: T) -> None:
        """Close without a word if `item` is the one that is shown."""
        if self._item is not None and item.id == self._item.id:
            self._close()

    def _save(self) -> None:
        if self._item is None or self._lacks():
            return
        values: dict[str, Any] = {name: cell.value() for name, cell in self._cells.items()}
        self._item = self._store.save(replace(self._item, **values))

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
        self._autosave.touch()  # a new thing may be kept just as it was offered
        self.flush()
        self._close()

    def _leave(self) -> None:
        """Take back what was saved since the sheet was opened, or since the list showed it."""
        self._autosave.drop()
        item, before = self._item, self._before
        if item is not None and before is not None and item != before:
            if before.id:
                self._store.save(before)
            else:
                self._store.delete(item)
        self._close()

    def _close(self) -> None:
        self._autosave.drop()
        self._item = self._before = None
        self.hide()
        self.closed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
