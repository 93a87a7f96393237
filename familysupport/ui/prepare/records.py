"""Records of one kind: a list, the one chosen as a form, and add, move, delete, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from familysupport.prepare.items import Item
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.rows import Row, RowsModel
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import Card, announce, body, button, muted, row
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.form import Form

T = TypeVar("T", bound=Item)


class Words(NamedTuple):
    """What the list and its buttons are called, and what is said when it is empty or too long."""

    listed: str
    add: str
    empty: str
    gone: str
    most: int = 0
    full: str = ""


class Records(QWidget, Generic[T]):
    """Lists the records of one kind; says `changed` after typing, `reload_asked` after acts."""

    changed = Signal()
    reload_asked = Signal()
    undo_offered = Signal(str, object)

    def __init__(
        self,
        store: PlanStore,
        cls: type[T],
        fields: Sequence[Field],
        show: Callable[[T], Row],
        words: Words,
    ) -> None:
        super().__init__()
        self._store = store
        self._cls = cls
        self._words = words
        self._chosen = 0
        self._make: Callable[[], T] = cls
        self._model: RowsModel[T] = RowsModel(show, self)
        self._list: FittingList[T] = FittingList(self._model, words.listed)
        self.form = Form(fields, store.save)
        self._empty = body(words.empty)
        self._full = muted(words.full)
        self._add = button(words.add, "plus", "primary")
        self._up, self._down = button(self.tr("Move up")), button(self.tr("Move down"))
        self._delete = button(self.tr("Delete"), "trash", "quiet")
        self._listed, self._sheet = Card(), Card()
        self._lay_out()
        self._tie()

    def make_with(self, make: Callable[[], T]) -> None:
        """Let a new record begin as `make` says."""
        self._make = make

    def show_items(self) -> None:
        """Read the records afresh and show the chosen one."""
        items = self._store.items(self._cls)
        if items and self._chosen not in [one.id for one in items]:
            self._chosen = items[0].id
        for widget in (self._listed, self._sheet, self._up, self._down):
            widget.setVisible(bool(items))
        self._empty.setVisible(not items)
        chosen = next((one for one in items if one.id == self._chosen), None)
        if chosen is not None:
            self.form.show_item(chosen)
        self.look_again()

    def look_again(self) -> None:
        """Show the list as it follows from what was typed."""
        items = self._store.items(self._cls)
        self._model.set_rows(items)
        full = bool(self._words.most) and len(items) >= self._words.most
        self._add.setEnabled(not full)
        self._full.setVisible(full)
        ids = [one.id for one in items]
        if self._chosen in ids:
            place = ids.index(self._chosen)
            self._list.select(place)
            self._up.setEnabled(place > 0)
            self._down.setEnabled(place < len(ids) - 1)

    def add(self, item: T | None = None) -> None:
        """Keep a new record and put the cursor into it."""
        self.form.flush()
        self._choose_id(self._store.save(item if item is not None else self._make()).id)
        self.form.begin()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet."""
        self.form.flush()

    def _lay_out(self) -> None:
        self._listed.body.setContentsMargins(8, 8, 8, 8)
        self._listed.body.addWidget(self._list)
        self._sheet.body.addWidget(self.form)
        self._sheet.body.addLayout(row(1, self._delete))
        direction = QBoxLayout.Direction
        small = text_scale() <= 1.5
        acts = QBoxLayout(direction.LeftToRight if small else direction.TopToBottom)
        for one in (self._add, self._up, self._down):
            acts.addWidget(one)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._empty)
        layout.addWidget(self._listed)
        layout.addLayout(acts)
        layout.addWidget(self._full)
        layout.addWidget(self._sheet)

    def _tie(self) -> None:
        self._list.chosen.connect(self._choose)
        self._add.clicked.connect(self._add_one)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._delete.clicked.connect(self._put_away)
        self.form.saved.connect(self.changed)
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self._move(steps))
        self._up.setToolTip(self.tr("Alt+Up"))
        self._down.setToolTip(self.tr("Alt+Down"))

    def _add_one(self) -> None:
        self.add()

    def _choose(self, item: Any) -> None:
        self.form.flush()
        self._choose_id(item.id)

    def _choose_id(self, item_id: int) -> None:
        self._chosen = item_id
        self.reload_asked.emit()

    def _move(self, steps: int) -> None:
        self.form.flush()
        if not self._chosen:
            return
        self._store.move(self.form.item, steps)
        self.reload_asked.emit()
        ids = [one.id for one in self._store.items(self._cls)]
        if self._chosen in ids:
            number = ids.index(self._chosen) + 1
            announce(self, self.tr("Now number {order}").format(order=number))

    def _put_away(self) -> None:
        self.form.flush()
        gone = self._chosen
        self._store.delete(gone)
        self._chosen = 0
        self.reload_asked.emit()
        self.undo_offered.emit(self._words.gone, lambda: self._bring_back(gone))

    def _bring_back(self, item_id: int) -> None:
        self.form.flush()
        self._store.restore(item_id)
        self._choose_id(item_id)
