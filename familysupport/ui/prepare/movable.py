"""Rows that can be dragged to another place; what is dragged is a number, never a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from familysupport.ui.kit.rows import Row, RowsModel
from familysupport.ui.prepare.fitting import FittingList

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_KIND = "application/x-place-in-list"


class MovableRows(RowsModel[T]):
    """Says which place a row is to move from and how far; moving it is up to who listens."""

    moved = Signal(int, int)

    def __init__(self, show: Callable[[T], Row], parent: QWidget | None = None) -> None:
        super().__init__(show, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; between them things can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Things are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows can be dropped."""
        return [_KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the place of the first row that is dragged."""
        data = QMimeData()
        data.setData(_KIND, str(indexes[0].row()).encode("ascii"))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say how far the dragged row is to move; the view takes nothing away by itself."""
        if not data.hasFormat(_KIND):
            return False
        start = int(bytes(data.data(_KIND).data()))
        end = row if row >= 0 else self.rowCount()
        steps = end - start - (1 if end > start else 0)
        if steps:
            self.moved.emit(start, steps)
        return False


def let_drag(view: FittingList[T]) -> None:
    """Let the rows of `view` be dragged up and down."""
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDropIndicatorShown(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
