"""The small pages that stand in place of the private tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, Page


class GatePage(Page):
    """One card in the middle of the page; put things into `card.body`."""

    def __init__(self, width: int = 460) -> None:
        super().__init__(widest=4000)
        self.card = Card()
        self.card.body.setContentsMargins(38, 34, 38, 30)
        self.card.body.setSpacing(10)
        self.card.setFixedWidth(scaled(width) if width < 600 else min(scaled(width), 960))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)
        self.body.addLayout(column)


class PassphraseField(QLineEdit):
    """Takes a passphrase: hidden, shown on request, paste allowed, nothing learnt from it."""

    def __init__(self, name: str, show_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show = QAction(QIcon(icon("eye", "muted")), show_text, self)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggle)
        self.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)

    def show_words(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self._show.setChecked(shown)

    def _toggle(self, shown: bool) -> None:
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.setEchoMode(normal if shown else hidden)
