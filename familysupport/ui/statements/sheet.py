"""A sheet to write on that remembers the undo steps of each statement shown on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from familysupport.ui.statements.editor import StatementEditor


class Sheet(StatementEditor):
    """Shows one text of a statement at a time; `touched` follows each change by the person."""

    touched = Signal()
    document_shown = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "letter", parent)
        self.setPlaceholderText(hint)
        self._documents: dict[int, QTextDocument] = {}
        self.undo_asked.connect(self.undo)
        self.redo_asked.connect(self.redo)

    def show_text(self, statement_id: int, text: str) -> None:
        """Show `text`; a document that still reads the same keeps its undo steps and its cursor."""
        document = self._documents.get(statement_id)
        if document is None or document.toPlainText() != text:
            self.ensurePolished()
            document = QTextDocument(self)
            document.setDocumentLayout(QPlainTextDocumentLayout(document))
            document.setDefaultFont(self.font())
            document.setPlainText(text)
            # Unlike contentsChanged, this stays silent when only the looks change.
            document.contentsChange.connect(self._touch)
            self._documents[statement_id] = document
        if self.document() is not document:
            self.setDocument(document)
            self.document_shown.emit()

    def _touch(self) -> None:
        self.touched.emit()
