"""The Hide button that stands in every window and dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.ui.kit.widgets import button


class HideAsked(QEvent):
    """Sent to the application object when Hide is pressed anywhere."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self) -> None:
        super().__init__(self.KIND)


class HideListener(QObject):
    """Hears Hide from any window or dialog."""

    asked = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on every event but our own."""
        if event.type() == HideAsked.KIND and watched is QApplication.instance():
            self.asked.emit()
            return True
        return False


def hide_button() -> QPushButton:
    """Return the button that hides everything at once; it works wherever it stands."""
    result = button(QCoreApplication.translate("Hiding", "Hide"), "hide")
    result.setAccessibleDescription(
        QCoreApplication.translate("Hiding", "Saves, locks and puts the window away at once.")
    )
    result.setToolTip("Ctrl+Shift+H")
    result.clicked.connect(_send)
    return result


def _send() -> None:
    app = QApplication.instance()
    if app:
        QCoreApplication.sendEvent(app, HideAsked())
