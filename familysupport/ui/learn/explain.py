"""A small card that explains a word or names a source where the reader is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, heading, muted

_GAP = 8


class Explain(Card):
    """Stands over the text until Escape, another key or a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._text = parent
        self.setObjectName("explain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = heading("")
        self._say = muted("")
        self._words = body("")
        for label in (self._name, self._say, self._words):
            self.body.addWidget(label)
        self.hide()

    def explain(self, name: str, say: str, words: str, at: QPoint) -> None:
        """Show `words` about `name` near the point `at` of the parent."""
        self._name.setText(name)
        self._say.setText(say)
        self._say.setVisible(bool(say))
        self._words.setText(words)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self._place(at)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"{name}. {words}")

    def words(self) -> str:
        """Return what is explained now."""
        return self._words.text()

    def _place(self, at: QPoint) -> None:
        parent = self._text
        width = min(scaled(400), parent.width() - 2 * _GAP)
        self.setFixedWidth(width)
        inner = width - 2 * 18
        shown = [one for one in (self._name, self._say, self._words) if one.text()]
        tall = sum(one.heightForWidth(inner) for one in shown) + 8 * (len(shown) - 1) + 36
        self.setFixedHeight(tall)
        left = max(_GAP, min(at.x(), parent.width() - width - _GAP))
        below, above = at.y() + scaled(20), at.y() - tall - _GAP
        top = below if below + tall <= parent.height() else above
        self.move(left, max(_GAP, top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away at any key; Tab and the arrows then work in the text again."""
        self._leave()
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """Go away when clicked."""
        self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when the reader goes on elsewhere."""
        super().focusOutEvent(event)
        self.hide()

    def _leave(self) -> None:
        self.hide()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
