"""A list that is as tall as what it lists, so that only the page around it scrolls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.rows import RowList, RowsModel

T = TypeVar("T")


class FittingList(RowList[T]):
    """Shows every row at once; the page scrolls, the list does not."""

    def __init__(self, model: RowsModel[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped lines need more room in a narrow window."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Take the height of all rows together."""
        count = self.model().rowCount()
        tall = sum(self.sizeHintForRow(number) for number in range(count))
        edges = self.contentsMargins()
        self.setFixedHeight(max(1, tall + edges.top() + edges.bottom() + 2))

    def minimumSizeHint(self) -> QSize:
        """Never wider than the page."""
        return QSize(60, super().minimumSizeHint().height())
