"""The page one writes on: plain text that shows its light marks, with the keys for them."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QScrollArea, QWidget

from familysupport.documents.light import Shape, folded
from familysupport.journal.marks import (
    dressed,
    going_on,
    leaving,
    moved,
    shaped,
    tab_moves,
    ticked,
)
from familysupport.ui.journal.looks import Looks
from familysupport.ui.kit.writing import PlainEditor

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RESTYLED = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange})
_ROOM = 12
_TWICE = re.compile(r"[ \t]*([-*+]) \1")
BOLD = "**"
ITALIC = "*"


class PageText(PlainEditor):
    """Takes plain text; each help with marks is one step that undo takes back whole."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "letter", parent)
        self._looks = Looks(self)
        self.cursorPositionChanged.connect(self._follow)

    def toPlainText(self) -> str:
        """Return the text sign by sign; Qt's own way makes hard spaces common ones."""
        return _lines(self.document().toRawText())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight as a whole, once everything stands in its place."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._come_into_sight)

    def changeEvent(self, event: QEvent) -> None:
        """Show the marks in the colours and sizes of a new theme."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._looks.redress()

    def event(self, event: QEvent) -> bool:
        """Keep the keys for marks from being taken for commands of the window."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._tab(event):
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, without what no font draws, very long lines broken."""
        from familysupport.documents.page import drawable  # what is on paper is seldom wanted here

        self.insertPlainText(folded(drawable(source.text())))
        self.ensureCursorVisible()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box that was clicked."""
        super().mouseReleaseEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        plain = not self.textCursor().hasSelection() and not event.modifiers()
        if plain and event.button() == Qt.MouseButton.LeftButton:
            line, column = cursor.block().text(), cursor.positionInBlock()
            if ticked(line) is not None and line.index("[") < column <= line.index("]"):
                self.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a list at Return, and take the keys for marks."""
        plain = event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.NoModifier
        if event.key() in _ENTERS and plain and self._go_on():
            return
        if event.key() == Qt.Key.Key_Space and plain and self._is_mark_twice():
            self.textCursor().deletePreviousChar()
            return
        if event.key() in _ENTERS and event.modifiers() & ~_KEYPAD == _SHIFT:
            self.insertPlainText("\n")  # never a sign that only looks like the end of a line
            return
        if self._is_ours(event):
            self._press(event)
            return
        super().keyPressEvent(event)

    def dress_words(self, mark: str) -> None:
        """Put `mark` around the words chosen or the word one stands in, or take it away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            inside = cursor.selectionStart() < self.textCursor().position() < cursor.selectionEnd()
            if not inside:
                self._open_marks(mark)
                return
        self._widen_over(cursor, mark)
        words = _lines(cursor.selectedText())
        after = dressed(words, mark)
        if after == words:
            return
        start = cursor.selectionStart()
        cursor.insertText(after)
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def shape_lines(self, shape: Shape) -> None:
        """Make the lines chosen headings, items or quotes, or plain lines again."""
        cursor = self._whole_lines()
        before = _lines(cursor.selectedText())
        after = "\n".join(shaped(before.split("\n"), shape))
        several = "\n" in before
        start = cursor.selectionStart()
        cursor.insertText(after)
        if several:
            end = cursor.position()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def tick(self) -> None:
        """Tick the box of this line, or open it again."""
        self._set_line(ticked(self.textCursor().block().text()))

    def move_items(self, steps: int) -> None:
        """Move the items chosen one step further in (1) or out (-1)."""
        cursor = self._whole_lines()
        lines = _lines(cursor.selectedText()).split("\n")
        if len(lines) == 1:
            self._set_line(moved(lines[0], steps))
            return
        cursor.insertText("\n".join(moved(line, steps) or line for line in lines))
        self.setTextCursor(cursor)

    def _come_into_sight(self) -> None:
        area = self._area()
        if area is not None and self.hasFocus():
            area.ensureWidgetVisible(self, 0, _ROOM)
            self._follow()

    def _follow(self) -> None:
        """Keep the cursor in sight where large words make the whole entry scroll."""
        area = self._area()
        inner = area.widget() if area is not None and self.hasFocus() else None
        if area is None or inner is None:
            return
        spot = self.viewport().mapTo(inner, self.cursorRect().center())
        area.ensureVisible(0, spot.y(), 0, self.cursorRect().height() + _ROOM)

    def _area(self) -> QScrollArea | None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _is_ours(self, event: QKeyEvent) -> bool:
        keys = (
            *(Qt.Key.Key_B, Qt.Key.Key_I, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
            *_ENTERS,
        )
        return event.modifiers() & ~_KEYPAD == _CTRL and event.key() in keys

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.tick()
        elif event.key() in (Qt.Key.Key_B, Qt.Key.Key_I):
            self.dress_words(BOLD if event.key() == Qt.Key.Key_B else ITALIC)
        else:
            self.move_items(1 if event.key() == Qt.Key.Key_BracketRight else -1)

    def _tab(self, event: QKeyEvent) -> bool:
        """Move an item that has no words yet; anywhere else Tab leaves the page."""
        shift = event.modifiers() == _SHIFT
        back = event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and shift)
        forward = event.key() == Qt.Key.Key_Tab and not event.modifiers()
        cursor = self.textCursor()
        if not (back or forward) or cursor.hasSelection():
            return False
        steps = -1 if back else 1
        line, above = cursor.block().text(), cursor.block().previous().text()
        if not tab_moves(line, cursor.positionInBlock(), above, steps):
            return False
        self._set_line(moved(line, steps))
        return True

    def _go_on(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        line = cursor.block().text()
        out = leaving(line)
        if out is not None and cursor.positionInBlock():
            self._set_line(out)
            return True
        mark = going_on(line, cursor.positionInBlock())
        if mark is None:
            return False
        cursor.insertText("\n" + mark)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _is_mark_twice(self) -> bool:
        """Tell whether a dash was typed by hand after the one that Return had put there."""
        cursor = self.textCursor()
        block = cursor.block()
        above = block.previous().text()
        is_going_on = going_on(above, len(above)) is not None
        return is_going_on and cursor.atBlockEnd() and bool(_TWICE.fullmatch(block.text()))

    def _set_line(self, text: str | None) -> None:
        """Put `text` in the place of this line; the cursor keeps its distance from the end."""
        cursor = self.textCursor()
        block = cursor.block()
        if text is None or text == block.text():
            return
        from_end = block.length() - 1 - cursor.positionInBlock()
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.setPosition(max(cursor.block().position(), cursor.position() - from_end))
        self.setTextCursor(cursor)

    def _whole_lines(self) -> QTextCursor:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _open_marks(self, mark: str) -> None:
        """Open a pair of marks to write between; at the second of a pair, step over it."""
        cursor = self.textCursor()
        before, after = _parted(cursor.block().text(), cursor.positionInBlock())
        stars = len(after) - len(after.lstrip("*"))
        if stars in (len(mark), 3) and before.strip("*").strip():
            cursor.setPosition(cursor.position() + len(mark))
        else:
            cursor.insertText(mark * 2)
            cursor.setPosition(cursor.position() - len(mark))
        self.setTextCursor(cursor)

    def _widen_over(self, cursor: QTextCursor, mark: str) -> None:
        """Take the marks right around the words chosen into the choice."""
        block = cursor.document().findBlock(cursor.selectionStart())
        end = cursor.selectionEnd()
        if end > block.position() + block.length() - 1:
            return
        first, last = cursor.selectionStart() - block.position(), end - block.position()
        left, right = _parted(block.text(), first)[0], _parted(block.text(), last)[1]
        before = len(left) - len(left.rstrip("*"))
        after = len(right) - len(right.lstrip("*"))
        if before == after and before in (len(mark), 3):
            cursor.setPosition(block.position() + first - before)
            cursor.setPosition(block.position() + last + after, QTextCursor.MoveMode.KeepAnchor)


def _lines(raw: str) -> str:
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def _parted(line: str, place: int) -> tuple[str, str]:
    """Return `line` before and after `place`, which Qt counts in units of two bytes."""
    units = line.encode("utf-16-le", "surrogatepass")
    return (
        units[: 2 * place].decode("utf-16-le", "ignore"),
        units[2 * place :].decode("utf-16-le", "ignore"),
    )
