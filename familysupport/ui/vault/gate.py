"""The small pages that stand in place of the private tabs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from familysupport.ui.kit.dialog import on_screen
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.in_sight import InSight
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, Page, announce, button, row
from familysupport.ui.kit.writing import UNLEARNED


class GatePage(Page):
    """One card in the middle of the page; put things into `card.body`."""

    def __init__(self, width: int = 460) -> None:
        super().__init__(widest=4000)
        InSight(self)
        self.card = Card()
        self.card.body.setContentsMargins(38, 34, 38, 30)
        self.card.body.setSpacing(10)
        self.card.setMaximumWidth(scaled(width))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 100)
        across.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)
        self.body.addLayout(column)


class GateDialog(QDialog):
    """Gate pages one after the other, with Hide above and a way out below."""

    def __init__(self, leave: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Dialog", "Family Support"))
        self.pages = QStackedWidget()
        close = button(leave)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row(1, hide_button()))
        layout.addWidget(self.pages, 1)
        layout.addLayout(row(1, close))
        self.resize(on_screen(680, 660))

    def show_page(self, page: GatePage) -> None:
        """Put `page` in front."""
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)


class PassphraseField(QLineEdit):
    """Takes a passphrase: hidden, shown on request, paste allowed, nothing learnt from it."""

    caps_seen = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tells_caps = True
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(UNLEARNED)

    def show_words(self, shown: bool) -> None:
        """Show or hide what is typed."""
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.setEchoMode(normal if shown else hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, and say when a letter came large without Shift."""
        super().keyPressEvent(event)
        letter = event.text() if self.tells_caps else ""
        if letter.isalpha() and letter.upper() != letter.lower():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(letter.isupper() is not with_shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_seen.emit(False)


class CapsLine(QLabel):
    """Says that Caps Lock is on, below fields whose letters cannot be seen."""

    def __init__(self, *fields: PassphraseField) -> None:
        super().__init__(QCoreApplication.translate("CapsLine", "Caps Lock seems to be on."))
        self.setProperty("role", "trouble")
        self.setWordWrap(True)
        self.hide()
        for field in fields:
            field.caps_seen.connect(self._tell)

    def _tell(self, on: bool) -> None:
        if on and self.isHidden():
            announce(self, self.text())
        self.setVisible(on)
