"""The small pages that stand in place of the private tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, Page


class GatePage(Page):
    """One card in the middle of the page; put things into `card.body`."""

    def __init__(self, width: int = 460) -> None:
        super().__init__(widest=4000)
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


class PassphraseField(QLineEdit):
    """Takes a passphrase: hidden, shown on request, paste allowed, nothing learnt from it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def show_words(self, shown: bool) -> None:
        """Show or hide what is typed."""
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.setEchoMode(normal if shown else hidden)
