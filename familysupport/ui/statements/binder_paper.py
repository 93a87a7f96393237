"""The print sheet of the binder for the whole meeting, with the names on it or without."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from familysupport.documents.page import Page
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet


class BinderDialog(PreviewDialog):
    """Shows the binder as it will look on paper; `page` makes it with names or without."""

    def __init__(
        self,
        page: Callable[[bool], Page],
        name: str,
        parent: QWidget | None = None,
        choices: Choices | None = None,
        corner: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        self._page = page
        self._with_names = True
        super().__init__(self._sheet_for, name, parent, choices, corner, machine)
        names = QCheckBox(self.tr("With the na&mes"))
        names.setAccessibleName(self.tr("With the names of who reads"))
        names.setChecked(True)
        names.toggled.connect(self._choose_names)
        self.choosing.addLayout(Flow(names, spacing=16))
        QWidget.setTabOrder(self._size, names)

    def _sheet_for(self, choices: Choices) -> PrintSheet:
        page = self._page(self._with_names)
        return PrintSheet(self.tr("Binder"), page, choices.paper, choices.font_pt)

    def _choose_names(self, wanted: bool) -> None:
        self._with_names = wanted
        self._renew()
