"""A page inside "For me": a name on top, a way back, and Escape that leaves at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.ui.kit.widgets import Page, body, button, row, title

_PACE = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Room(Page):
    """What every page here shares; nothing on it has to be filled in."""

    closed = Signal()
    emergency_asked = Signal(str)

    def __init__(
        self, name: str, about: str = "", parent: QWidget | None = None, back: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.back = button(back or self.tr("Back to For me"), "back", "quiet")
        self.back.setAccessibleDescription(self.tr("Escape"))
        self.back.clicked.connect(self.closed)
        self.body.addLayout(row(self.back, 1))
        self.body.addWidget(title(name))
        if about:
            self.body.addWidget(body(about))

    def refresh(self) -> None:
        """Read afresh what is shown."""

    def flush(self) -> None:
        """Save at once what is not saved yet."""

    def focus_first(self) -> None:
        """Give the keyboard to the first thing to do here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def pace_from(self, *buttons: QPushButton) -> None:
        """Take the arrows and Enter from these buttons, which Qt would give another meaning."""
        for one in buttons:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys that pace a page, wherever the keyboard is."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, QPushButton)
            and event.key() in _PACE
        ):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
