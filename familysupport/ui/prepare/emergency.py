"""Emergency opened from the plan, at the right page and over everything."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.content.emergency import EmergencyContent
from familysupport.ui.emergency.page import EmergencyPage


class EmergencyDialog(QDialog):
    """The Emergency page in front of the plan; Escape comes back."""

    def __init__(
        self,
        content: EmergencyContent,
        country: Callable[[], str],
        clock: Clock,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Family Support"))
        self.page = EmergencyPage(content, country, clock)
        self.page.closed.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.resize(parent.window().size())

    def show_for(self, situation: str) -> None:
        """Open at one page until it is closed."""
        self.page.show_situation(situation)
        self.page.setFocus()
        self.exec()
        if shiboken6.isValid(self):  # a lock while it stood open takes it away
            self.deleteLater()
