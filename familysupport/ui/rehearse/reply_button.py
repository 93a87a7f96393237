"""A thing to say as a button: its words wrap, and a number key chooses it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import body, muted

_PAD = 10


class ReplyButton(QPushButton):
    """Shows a number and a sentence of any length."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "reply")
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Key {number}").format(number=number))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._number = muted(str(number))
        self._number.setFixedWidth(scaled(20))
        self._words = body(words)
        across = QHBoxLayout(self)
        across.setContentsMargins(14, _PAD, 14, _PAD)
        across.setSpacing(8)
        across.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        for one in (self._number, self._words):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at this width."""
        room = width - 28 - 8 - self._number.width()
        return max(scaled(40), self._words.heightForWidth(max(room, 40)) + 2 * _PAD + 2)

    def sizeHint(self) -> QSize:
        """Ask for the height at the width there is."""
        return QSize(scaled(320), self.heightForWidth(max(self.width(), scaled(320))))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return QSize(scaled(120), self.heightForWidth(max(self.width(), scaled(120))))
