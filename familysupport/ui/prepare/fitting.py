"""A list that is as tall as what it lists, so that only the page around it scrolls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.rows import RowList, RowsModel
from familysupport.ui.kit.theme import scaled

T = TypeVar("T")
_MOST = 330


class FittingList(RowList[T]):
    """Shows its rows at once, up to a height beyond which what follows would be out of sight."""

    def __init__(
        self, model: RowsModel[T], name: str, parent: QWidget | None = None, most: int = _MOST
    ) -> None:
        super().__init__(model, name, parent)
        self._most = most
        model.modelReset.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped lines need more room in a narrow window."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Take the height of all rows together, or the most there is room for."""
        count = self.model().rowCount()
        tall = sum(self.sizeHintForRow(number) for number in range(count))
        edges = self.contentsMargins()
        whole = tall + edges.top() + edges.bottom() + 2
        fits = whole <= scaled(self._most)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.setFixedHeight(max(1, whole if fits else scaled(self._most)))

    def minimumSizeHint(self) -> QSize:
        """Never wider than the page."""
        return QSize(60, super().minimumSizeHint().height())
