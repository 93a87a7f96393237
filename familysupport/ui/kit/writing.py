"""A place to write: plain text, private to the input method, with the keys one expects."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

UNLEARNED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""What every field for private words asks of the input method: to learn and to offer nothing."""

_PRIVATE = {  # what KDE's and Windows' clipboard histories ask for
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}


class PlainEditor(QPlainTextEdit):
    """Takes plain text only; Tab leaves it; nothing typed is learnt by the input method."""

    def __init__(self, name: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setInputMethodHints(UNLEARNED | Qt.InputMethodHint.ImhMultiLine)
        if role:
            self.setProperty("role", role)

    def go_on_at(self, place: int) -> None:
        """Take the keyboard, with the cursor at `place` as Qt counts, in sight."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.setFocus()
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words alone, with a sign for clipboard histories that they are private."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        for name, sign in _PRIVATE.items():
            data.setData(name, sign)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, line breaks kept."""
        self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text can be dropped or pasted; files are never moved or opened by dropping."""
        return source.hasText() and not source.hasUrls()
