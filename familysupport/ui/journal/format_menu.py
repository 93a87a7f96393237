"""The marks one can set while writing, each with its key or the signs to type."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from familysupport.documents.light import Shape
from familysupport.ui.journal.page_text import BOLD, ITALIC, PageText


class FormatMenu(QMenu):
    """Sets marks on a page; the page has the keyboard again afterwards."""

    def __init__(self, page: PageText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._add(self.tr("Bold"), "Ctrl+B", partial(page.dress_words, BOLD))
        self._add(self.tr("Italic"), "Ctrl+I", partial(page.dress_words, ITALIC))
        self.addSeparator()
        for name, signs, shape in (
            (self.tr("Heading"), "#", Shape.HEADING),
            (self.tr("List"), "-", Shape.BULLET),
            (self.tr("Numbered list"), "1.", Shape.NUMBER),
            (self.tr("List with boxes to tick"), "- [ ]", Shape.OPEN),
            (self.tr("Quote"), ">", Shape.QUOTE),
        ):
            self.addAction(f"{name}\t{signs}", partial(page.shape_lines, shape))
        self.addSeparator()
        self._add(self.tr("Tick the box, or open it again"), "Ctrl+Return", page.tick)
        self._add(self.tr("Item further in"), "Ctrl+]", partial(page.move_items, 1))
        self._add(self.tr("Item further out"), "Ctrl+[", partial(page.move_items, -1))
        self.triggered.connect(self._go_back)

    def _add(self, name: str, key: str, do: Callable[[], None]) -> None:
        # The key is shown only: the page takes it itself, before the window's own commands.
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.addAction(f"{name}\t{shown}", do)

    def _go_back(self) -> None:
        self._page.setFocus()
