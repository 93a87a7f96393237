"""The sections of the plan at the left: what is done, what is begun, what waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.checklist import Place
from familysupport.ui.kit.rows import Row, RowList, RowsModel


class Line(NamedTuple):
    """One section in the list; a line without a place is the name of a group."""

    title: str
    place: Place | None = None
    detail: str = ""
    done: bool = False
    icon: str = ""


class Contents(QWidget):
    """Lists the sections and says which was chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RowsModel[Line] = RowsModel(self._row, self)
        self._list: RowList[Line] = RowList(self._model, self.tr("Parts of the plan"), self)
        self._list.chosen.connect(lambda line: self.chosen.emit(line.place))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._list)

    def show_lines(self, lines: Sequence[Line], chosen: Place) -> None:
        """Show the sections with `chosen` marked."""
        if list(lines) != self._model.rows():
            self._model.set_rows(lines)
        places = [line.place for line in self._model.rows()]
        if chosen in places:
            self._list.select(places.index(chosen))

    def _row(self, line: Line) -> Row:
        if line.place is None:
            return Row(line.title, section=True)
        state = self.tr("nothing missing") if line.done else self.tr("not finished")
        icon = "check" if line.done else "circle"
        return Row(line.title, line.detail or state, line.icon or icon)
