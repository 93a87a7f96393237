"""Things of one kind: a row each, added and changed in a sheet that opens below, deleted with undo.

What is typed is kept when the sheet closes, when another page comes, and before the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from familysupport.recovery.model import Kept
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.in_sight import bring_in_sight
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import (
    body,
    button,
    chip,
    empty,
    label,
    muted,
    restyle,
    row,
    rule,
)
from familysupport.ui.recovery.kinds import Kind
from familysupport.ui.recovery.sheet import Sheet

T = TypeVar("T", bound=Kept)
_FOLDS_OVER = 1.3
_AT_ONCE = 40


class Records(QWidget, Generic[T]):
    """Lists things of one kind; `changed` follows each change."""

    changed = Signal()

    def __init__(
        self,
        store: RecoveryStore,
        kind: Kind[T],
        make: Callable[[], T],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._kind, self._make = store, kind, make
        self._most = _AT_ONCE
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.sheet: Sheet[T] = Sheet(kind, store, today)
        self.sheet.kept.connect(self._kept)
        self.sheet.closed.connect(self._show_add)
        self.add_button = button(kind.words.add, "plus")
        self.add_button.clicked.connect(lambda: self.begin(self._make()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._undo = UndoBar()
        layout.addLayout(self._rows)
        layout.addWidget(self._undo)
        layout.addWidget(self.sheet)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.setVisible(bool(kind.words.add))

    def refresh(self) -> None:
        """Read the things afresh."""
        empty(self._rows)
        found = [one for one in self._store.items(self._kind.cls) if self._kind.lists(one)]
        if self._kind.is_newest_first:
            found.reverse()
        for one in found[: self._most]:
            self._rows.addWidget(self._row(one))
        if len(found) > self._most:
            more = button(_tr("Show more"), kind="link")
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not found and self._kind.words.nothing:
            self._rows.addWidget(muted(self._kind.words.nothing))

    def name_add(self, words: str, *, is_main: bool) -> None:
        """Call the act of adding by another name, and say whether it is the main act here."""
        self.add_button.setText(words)
        self.add_button.setAccessibleName(words)
        self.add_button.setProperty("kind", "primary" if is_main else "")
        self.add_button.setIcon(icon("plus", "on_teal" if is_main else "ink"))
        restyle(self.add_button)

    def begin(self, item: T) -> None:
        """Open the sheet for a new thing, or for one that is there."""
        self.add_button.hide()
        self.sheet.begin(item)
        QTimer.singleShot(0, self.sheet, self._show_sheet)  # once it has its place

    def add_all(self, items: Iterable[T]) -> None:
        """Keep new things as they are."""
        for one in items:
            self._store.save(one)
        self._kept()

    def flush(self) -> None:
        """Keep what is typed and not kept yet."""
        self.sheet.flush()

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self.refresh()

    def _show_sheet(self) -> None:
        """Bring the sheet into sight, and the field in it that has the keyboard."""
        bring_in_sight(self.sheet, self.sheet.focusWidget() or self.sheet)

    def _row(self, item: T) -> QWidget:
        shown = self._kind.show(item)
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        change = button(_tr("Change"), kind="link")
        change.setAccessibleName(_tr("Change {name}").format(name=shown.name))
        change.clicked.connect(lambda: self.begin(item))
        gone = button(_tr("Delete"), kind="link")
        gone.setAccessibleName(_tr("Delete {name}").format(name=shown.name))
        gone.clicked.connect(lambda: self._delete(item))
        is_large = text_scale() > _FOLDS_OVER
        name = label(shown.name, "strong")
        column.addLayout(row(name, spacing=4) if is_large else _beside(name, change, gone))
        if shown.detail:
            column.addWidget(body(shown.detail))
        if shown.chip:
            column.addLayout(row(chip(shown.chip, shown.tone), 1))
        below = self._kind.below(item)
        if below is not None:
            column.addWidget(below)
        if is_large:
            column.addLayout(Flow(change, gone, spacing=10))
        column.addWidget(rule())
        return frame

    def _delete(self, item: T) -> None:
        self.sheet.forget(item)
        self.flush()
        self._store.delete(item)
        self._kept()
        self._undo.offer(self._kind.words.gone, lambda: self._restore(item))
        QTimer.singleShot(0, self._undo, lambda: bring_in_sight(self._undo))

    def _restore(self, item: T) -> None:
        self._store.restore(item)
        self._kept()

    def _kept(self) -> None:
        self.refresh()
        self.changed.emit()

    def _show_add(self) -> None:
        if self._kind.words.add:
            self.add_button.show()
            self.add_button.setFocus()


def _beside(name: QWidget, *acts: QWidget) -> QHBoxLayout:
    line = row(name, *acts, spacing=4)
    line.setStretch(0, 1)
    for one in acts:
        line.setAlignment(one, Qt.AlignmentFlag.AlignTop)
    return line


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
