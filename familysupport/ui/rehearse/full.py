"""The text on the whole screen, with nothing else beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.widgets import row


class FullScreen(QDialog):
    """Holds a widget on the whole screen; Escape or F11 gives it back."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Family Support"))
        self.setObjectName("page")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = row(1, hide_button())
        top.setContentsMargins(16, 12, 16, 0)
        layout.addLayout(top)
        layout.addWidget(held, 1)
        held.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at F11; no other key but Escape closes it."""
        if event.key() == Qt.Key.Key_F11:
            self.reject()
        elif event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
