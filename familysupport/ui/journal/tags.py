"""A field for tags that offers the ones used before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from familysupport.journal.model import tidy_tags
from familysupport.ui.kit.theme import dress
from familysupport.ui.kit.writing import UNLEARNED


class TagField(QLineEdit):
    """Takes tags between commas; the tags known come from the vault and stay there."""

    def __init__(self, known: Callable[[], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_known = known
        self.setAccessibleName(self.tr("Tags, with commas between them"))
        self.setPlaceholderText(self.tr("Tags"))
        self.setInputMethodHints(UNLEARNED)
        self.textEdited.connect(self._offer)

    @cached_property
    def _known(self) -> QStringListModel:
        return QStringListModel(self)

    @cached_property
    def _offers(self) -> QListView:
        offers = QListView()
        dress(offers)  # it stands alone, outside every window
        return offers

    @cached_property
    def _completer(self) -> QCompleter:
        completer = QCompleter(self._known, self)
        completer.setPopup(self._offers)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setWidget(self)
        completer.activated.connect(self._take)
        return completer

    def tags(self) -> tuple[str, ...]:
        """Return the tags typed."""
        return tidy_tags(self.text())

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show `tags`."""
        self.setText(", ".join(tags))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the tags to offer when they are about to be wanted, not before."""
        super().focusInEvent(event)
        self._known.setStringList(self._read_known())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the offered tag with Enter or Tab while the offers are open."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if event.key() in keys and self._offers.isVisible():
            chosen = self._offers.currentIndex()
            if chosen.isValid():
                self._take(chosen.data())
                self._offers.hide()
                return
        super().keyPressEvent(event)

    def _offer(self) -> None:
        begun = self._begun()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        else:
            self._offers.hide()

    def _begun(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].lstrip()

    def _take(self, tag: str) -> None:
        cursor = self.cursorPosition()
        start = cursor - len(self._begun())
        rest = self.text()[cursor:]
        separator = "" if rest.lstrip().startswith(",") else ", "
        self.setText(self.text()[:start] + tag + separator + rest)
        self.setCursorPosition(start + len(tag) + len(separator))
        self.textEdited.emit(self.text())
