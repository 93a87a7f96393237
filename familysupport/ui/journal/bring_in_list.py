"""The entries that could come in, each with a tick that the person may take away or set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from familysupport.journal.bring_in import Found
from familysupport.ui.journal.bring_in_words import moment_of
from familysupport.ui.kit.rows import Index, Row, RowList, RowsModel
from familysupport.ui.kit.widgets import announce

_PAGE = 100
_SHOWN = 120


@dataclass
class Pick:
    """An entry that was found, whether it is here already, and whether it is to come in."""

    found: Found
    known: bool
    ticked: bool


class PicksModel(RowsModel[Pick]):
    """Lists entries a page at a time; all of them count, listed or not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_row, parent)
        self._all: list[Pick] = []

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """List other entries."""
        self._all = list(picks)
        self.set_rows(self._all[:_PAGE])

    def picks(self) -> list[Pick]:
        """Return all entries, also those that are not listed yet."""
        return self._all

    def tick_all(self, ticked: bool) -> None:
        """Set or take away every tick; what is here already stays out."""
        for pick in self._all:
            pick.ticked = ticked and not pick.known
        self.changed(0, len(self._rows) - 1)

    def toggle(self, place: int) -> None:
        """Turn one tick round."""
        self._rows[place].ticked = not self._rows[place].ticked
        self.changed(place, place)

    def changed(self, first: int, last: int) -> None:
        """Show lines anew."""
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words for one entry; its tick too, for those who hear it."""
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._rows[index.row()].ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are entries that are not listed yet."""
        return not parent.isValid() and len(self._rows) < len(self._all)

    def fetchMore(self, parent: Index) -> None:
        """List the next page."""
        start = len(self._rows)
        more = self._all[start : start + _PAGE]
        self.beginInsertRows(parent, start, start + len(more) - 1)
        self._rows.extend(more)
        self.endInsertRows()


class PickList(RowList[Pick]):
    """Turns a tick round at a click, at Space and at Return."""

    ticked = Signal()

    def __init__(self, model: PicksModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._picks = model
        self.clicked.connect(lambda index: self._toggle(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tick of the current line round."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _toggle(self, place: int) -> None:
        self._picks.toggle(place)
        pick = self._picks.at(place)
        announce(self, _tr("Comes in") if pick.ticked else _tr("Stays out"))
        self.ticked.emit()


def _row(pick: Pick) -> Row:
    entry = pick.found.entry
    first = next((line.strip(" #>*-\t") for line in entry.text.split("\n") if line.strip()), "")
    words = f"{entry.title} – {first}" if entry.title and first else entry.title or first
    parts = [moment_of(entry.at), *entry.tags]
    if pick.known:
        parts.insert(0, _tr("here already"))
    if not pick.ticked:
        parts.insert(0, _tr("stays out"))
    title = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
    return Row(title, " · ".join(parts), "check" if pick.ticked else "circle")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BringIn", text)
