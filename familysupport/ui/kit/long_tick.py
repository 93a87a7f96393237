"""A box to tick whose words go on in the next line where the page ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

_WIDEST = 16_000


class LongTick(QCheckBox):
    """A check box with words that wrap; Qt's own has them cut off."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setAccessibleName(words.replace("&", ""))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return self._size(_WIDEST)

    def minimumSizeHint(self) -> QSize:
        """Make do with the width of the longest word."""
        return QSize(self._size(1).width(), self._size(_WIDEST).height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._size(width).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        broken = self._broken(self.width())
        if broken != self.text():
            self.setText(broken)

    def _size(self, width: int) -> QSize:
        shown = Qt.TextFlag.TextShowMnemonic
        around = super().sizeHint() - self.fontMetrics().size(shown, self.text())
        size = self.fontMetrics().size(shown, self._broken(width))
        return QSize(size.width() + around.width(), max(size.height() + around.height(), 24))

    def _broken(self, width: int) -> str:
        shown = Qt.TextFlag.TextShowMnemonic
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - metrics.size(shown, self.text()).width()
        lines: list[str] = []
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.size(shown, longer).width() + around <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)
