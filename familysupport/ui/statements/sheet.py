"""A sheet to write on that remembers the undo steps of each statement shown on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from familysupport.ui.kit.writing import PlainEditor


class Sheet(PlainEditor):
    """Shows one text of a statement at a time; `touched` follows each change by the person."""

    touched = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "letter", parent)
        self.setPlaceholderText(hint)
        self._documents: dict[int, QTextDocument] = {}

    def show_text(self, statement_id: int, text: str) -> None:
        """Show `text`; a document that still reads the same keeps its undo steps and its cursor."""
        document = self._documents.get(statement_id)
        if document is None or document.toPlainText() != text:
            self.ensurePolished()
            document = QTextDocument(self)
            document.setDocumentLayout(QPlainTextDocumentLayout(document))
            document.setDefaultFont(self.font())
            document.setPlainText(text)
            document.contentsChanged.connect(self.touched)
            self._documents[statement_id] = document
        if self.document() is not document:
            self.setDocument(document)

    def change_text(self, text: str) -> None:
        """Make the sheet read `text`, changing only where it differs, as one step for undo."""
        now = self.toPlainText()
        start = _shared(now, text)
        end = _shared(now[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(now[:start]))
        cursor.setPosition(_units(now[: len(now) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])

    def replace_text(self, text: str) -> None:
        """Put `text` in the place of what is written, as one step that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)


def _shared(first: str, second: str) -> int:
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))


def _units(text: str) -> int:
    # Qt counts in UTF-16 units, Python in signs.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
