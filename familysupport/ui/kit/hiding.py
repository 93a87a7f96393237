"""The Hide button that stands in every window and dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.ui.kit.widgets import button


class HideAsked(QEvent):
    """Sent to the application object when Hide is pressed anywhere."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self) -> None:
        super().__init__(self.KIND)


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
