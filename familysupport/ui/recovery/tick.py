"""A tick with words that wrap, for narrow columns and large text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import label


class Tick(QWidget):
    """A box to tick beside words, and a quieter line below; a press on the words ticks too."""

    toggled = Signal(bool)

    def __init__(self, words: str, detail: str = "", *, is_on: bool = False) -> None:
        super().__init__()
        self.box = QCheckBox()  # no proxy for the focus: one widget takes Tab, not two
        self.box.setChecked(is_on)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(detail)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.setStyleSheet("QCheckBox { spacing: 0; }")  # the words stand outside the box
        self.box.clicked.connect(self.toggled)
        said = label(words)
        said.setBuddy(self.box)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(said)
        self._detail = label(detail, "small")
        self._detail.setVisible(bool(detail))
        column.addWidget(self._detail)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        column.setContentsMargins(0, scaled(8), 0, scaled(4))

    def show_state(self, detail: str, *, is_on: bool) -> None:
        """Show whether it is ticked, and the quieter line, without telling anybody."""
        self.box.setChecked(is_on)
        self.box.setAccessibleDescription(detail)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its end comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick when the words are pressed."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.box.setFocus()
            self.box.click()
