"""Shows what differs between two texts: what went is crossed out, what is new is underlined."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from familysupport.documents.difference import Change, Piece
from familysupport.ui.kit.theme import current_theme, scaled


class DifferenceView(QTextEdit):
    """A text to read by mouse and keyboard; Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(scaled(180))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show both texts as one, from its beginning."""
        theme = current_theme()
        gone, new = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(QColor(theme.amber))
        gone.setBackground(QColor(theme.amber_soft))
        new.setFontUnderline(True)
        new.setFontWeight(QFont.Weight.DemiBold)
        new.setForeground(QColor(theme.teal))
        looks = {Change.SAME: QTextCharFormat(), Change.GONE: gone, Change.NEW: new}
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, looks[piece.change])
        self.moveCursor(QTextCursor.MoveOperation.Start)
