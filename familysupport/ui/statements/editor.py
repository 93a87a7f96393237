"""A place to write words of a statement: changes as single steps, spelling in the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from familysupport.ui.kit.writing import PlainEditor

FillMenu = Callable[["StatementEditor", QMenu, QTextCursor], None]


def units(text: str) -> int:
    """Return how many UTF-16 units `text` takes, which is how Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def signs(text: str, position: int) -> int:
    """Return the place in `text` that Qt calls `position`."""
    if text.isascii():
        return position
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "replace")
    )


class StatementEditor(PlainEditor):
    """Undo and redo go to whoever holds the whole letter; the menu begins with `fill_menu`."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, name: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, role, parent)
        self.fill_menu: FillMenu | None = None

    def change_text(self, text: str) -> None:
        """Make it read `text`, changing only where it differs, as one step for undo."""
        now = self.toPlainText()
        if now == text:
            return
        start = _shared(now, text)
        end = _shared(now[start:][::-1], text[start:][::-1])
        self.replace(start, len(now) - end, text[start : len(text) - end])

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in the place of the signs from `start` to `end`, as one step for undo."""
        cursor = self.cursor_over(start, end)
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that holds the signs from `start` to `end`."""
        now = self.toPlainText()
        first = units(now[:start])
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(first + units(now[start:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def show_signs(self, start: int, end: int) -> None:
        """Put the cursor over the signs from `start` to `end`, in sight."""
        self.setTextCursor(self.cursor_over(start, end))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand undo and redo on, so that both views share their steps."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu; what is offered for the word under the hand comes first."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        at = self.cursorRect().bottomLeft() if by_key else event.pos()
        self.show_menu(cursor, self.viewport().mapToGlobal(at))

    def show_menu(self, cursor: QTextCursor, at: QPoint | None = None) -> None:
        """Show the menu for the word at `cursor`."""
        menu = self.make_menu(cursor)
        menu.exec(at or self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft()))
        menu.deleteLater()

    def make_menu(self, cursor: QTextCursor) -> QMenu:
        """Return the menu for the word at `cursor`."""
        menu = self.createStandardContextMenu()
        if self.fill_menu is not None:
            offered = QMenu(menu)
            self.fill_menu(self, offered, cursor)
            first = menu.actions()[0] if menu.actions() else None
            for action in offered.actions():
                menu.insertAction(first, action) if first else menu.addAction(action)
            if offered.actions() and first:
                menu.insertSeparator(first)
        return menu


def _shared(first: str, second: str) -> int:
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))
