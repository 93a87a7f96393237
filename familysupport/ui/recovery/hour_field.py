"""An hour to type as one writes it, or to leave open; it says what it understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from familysupport.recovery.typed_hour import read_hour
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, label
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.recovery.words import hour_words

_LINE_WIDTH = 190


class HourField(QWidget):
    """Holds "HH:MM" or nothing; what is no hour cannot be kept."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setInputMethodHints(UNLEARNED)
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(scaled(_LINE_WIDTH))
        self.line.setPlaceholderText(_tr("such as {hour}").format(hour=_shown("10:30")))
        self.line.textEdited.connect(self._tell)
        self.line.textEdited.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)
        self._said = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._said)
        self._said.hide()

    def fill(self, hour: str) -> None:
        """Show `hour`, or that it is open."""
        self.line.setText(_shown(hour))
        self._tell()

    def value(self) -> str:
        """Return the hour, or nothing while it is open."""
        return read_hour(self.line.text()) or ""

    def is_complete(self) -> bool:
        """Return whether it is open, or an hour."""
        return read_hour(self.line.text()) is not None

    def _tell(self) -> None:
        self._said.setText(_tr("Write the hour like this: {hour}").format(hour=_shown("10:30")))
        self._said.setVisible(not self.is_complete())

    def _tidy(self) -> None:
        if self.is_complete():
            self.line.setText(_shown(self.value()))
        else:
            announce(self.line, self._said.text())


def _shown(hour: str) -> str:
    """Return `hour` as the country writes it, where that can be read again."""
    said = hour_words(hour)
    return said if read_hour(said) == hour else hour


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
