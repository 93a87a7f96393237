"""A tick with words that wrap, for narrow columns and large text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from familysupport.ui.kit.widgets import label


class Tick(QWidget):
    """A box to tick beside words, and a quieter line below; a press on the words ticks too."""

    toggled = Signal(bool)

    def __init__(self, words: str, detail: str = "", *, is_on: bool = False) -> None:
        super().__init__()
        self._box = QCheckBox()
        self._box.setChecked(is_on)
        self._box.setAccessibleName(words)
        self._box.setAccessibleDescription(detail)
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._box.clicked.connect(self.toggled)
        said = label(words)
        said.setBuddy(self._box)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(said)
        self._detail = label(detail, "small")
        self._detail.setVisible(bool(detail))
        column.addWidget(self._detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        column.setContentsMargins(0, 6, 0, 0)
        self.setFocusProxy(self._box)

    def show_state(self, detail: str, *, is_on: bool) -> None:
        """Show whether it is ticked, and the quieter line, without telling anybody."""
        self._box.setChecked(is_on)
        self._box.setAccessibleDescription(detail)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick when the words are pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._box.setFocus()
            self._box.click()
        super().mouseReleaseEvent(event)
