"""Shows light marks while one writes: headings larger, bold words bold, the signs quiet."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QFont, QFontInfo, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from familysupport.documents.light import Line, Shape, read_line, stretches
from familysupport.ui.kit.theme import current_theme

_SIZES = {1: 1.4, 2: 1.2, 3: 1.06}
_MANY_SIGNS = 4000
_BARE = -1
_LOOKED_AT = 60
_SIGNS = frozenset("*_[")


class Looks(QObject):
    """Gives lines their looks when they come into sight, so that a very long text stays quick.

    Qt's own highlighter asks about every line of a paste, which takes seconds for a megabyte. The
    text itself is never changed. A line that has its looks carries the number of the theme's turn
    as its state; -1 means not yet.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._turn = 1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_in_sight)
        edit.document().contentsChange.connect(self._changed)
        edit.updateRequest.connect(self._soon.start)

    def redress(self) -> None:
        """Take the colours and sizes of the theme in force."""
        self._turn += 1
        self._soon.start()

    def show_in_sight(self) -> None:
        """Give the lines in sight their looks."""
        for block in self._in_sight():
            if block.userState() != self._turn:
                self._dress(block)

    def _changed(self, at: int, _removed: int, added: int) -> None:
        document = self._edit.document()
        block, last = document.findBlock(at), document.findBlock(at + added)
        if added > _MANY_SIGNS:
            for edge in (block, last, document.lastBlock()):
                edge.setUserState(_BARE)  # those between are new and bare as it is
            self._soon.start()
            return
        end = last.blockNumber() if last.isValid() else document.blockCount() - 1
        while block.isValid() and block.blockNumber() <= end:
            self._dress(block)
            block = block.next()

    def _in_sight(self) -> list[QTextBlock]:
        found: list[QTextBlock] = []
        block = self._edit.firstVisibleBlock()
        room, down = self._edit.viewport().height(), 0.0
        while block.isValid() and len(found) < _LOOKED_AT and down <= room:
            found.append(block)
            down += self._edit.blockBoundingRect(block).height()
            block = block.next()
        return found

    def _dress(self, block: QTextBlock) -> None:
        layout = block.layout()
        if layout.preeditAreaText():
            return  # a sign is being put together here; its looks come when it is there
        block.setUserState(self._turn)
        line = read_line(block.text())
        plain = line.shape in (Shape.WORDS, Shape.EMPTY) and not _SIGNS & set(line.text)
        if plain and not layout.formats():
            return
        layout.setFormats([] if plain else self._ranges(line))
        self._edit.document().markContentsDirty(block.position(), block.length())

    def _ranges(self, line: Line) -> list[QTextLayout.FormatRange]:
        found = [_range(0, line.mark, self._look(line, mark=True))]
        at = line.mark
        for part in stretches(line.words):
            look = self._look(line, part.mark)
            if part.bold:
                look.setFontWeight(QFont.Weight.DemiBold)
            if part.italic:
                look.setFontItalic(True)
            if part.link:
                look.setFontUnderline(True)
            length = _units(part.text)
            found.append(_range(at, length, look))
            at += length
        return found

    def _look(self, line: Line, mark: bool) -> QTextCharFormat:
        theme, look = current_theme(), QTextCharFormat()
        if line.shape is Shape.HEADING:
            size = round(QFontInfo(self._edit.font()).pixelSize() * _SIZES[line.level])
            look.setProperty(QTextCharFormat.Property.FontPixelSize, size)
            look.setFontWeight(QFont.Weight.DemiBold)
        if line.shape is Shape.QUOTE:
            look.setFontItalic(True)
        if line.shape is Shape.DONE and not mark:
            look.setFontStrikeOut(True)
        if mark or line.shape is Shape.DONE:
            look.setForeground(QColor(theme.muted))
        return look


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _units(text: str) -> int:
    """Return how many places Qt counts for `text`: signs beyond its first plane take two."""
    return len(text) + sum(sign > "\uffff" for sign in text)
