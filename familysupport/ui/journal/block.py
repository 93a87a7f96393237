"""One part of the column beside the journal."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.ui.kit.widgets import heading


class Block(QWidget):
    """One part of the column with its name; it is there only when it has something to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if name:
            column.addWidget(heading(name))
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column.addLayout(self.body)
