"""Quiet lines under what the coach speaks of, in whichever view is in front."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from familysupport.statements.coach import Kind, Mark
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.statements.editor import StatementEditor
from familysupport.ui.statements.views import GUIDED, Views

_TOLD = 0.8


class Underlines:
    """Draws the marks over the letter; the text, its undo steps and its looks stay untouched."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def show(self, marks: Iterable[Mark], good: Iterable[Mark]) -> None:
        """Draw lines under `marks` and under what is `good`, and take away those from before."""
        wanted: dict[StatementEditor, list[QTextEdit.ExtraSelection]] = {
            editor: [] for editor in self._editors()
        }
        for mark in (*good, *marks):
            place = self.place(mark.start, mark.end)
            if place is not None:
                editor, start, end = place
                wanted[editor].append(_line(editor, start, end, mark))
        for editor, lines in wanted.items():
            editor.setExtraSelections(lines)

    def place(self, start: int, end: int) -> tuple[StatementEditor, int, int] | None:
        """Return where a stretch of the sheet in front stands, whole or part by part."""
        if self._views.view != GUIDED:
            return self._views.sheet, start, end
        for field, first in self._views.guided.places():
            length = len(field.editor.toPlainText())
            if first <= start < first + length:
                return field.editor, start - first, min(end - first, length)
        return None

    def go_to(self, start: int, end: int) -> None:
        """Bring a stretch of the sheet in front into sight, chosen, with the cursor on it."""
        place = self.place(start, end)
        if place is not None:
            editor, first, last = place
            editor.setFocus()
            editor.show_signs(first, last)
            if self._views.view == GUIDED:
                self._views.guided.ensureWidgetVisible(editor)

    def _editors(self) -> Iterator[StatementEditor]:
        yield from self._views.sheets
        for field in self._views.guided.fields():
            yield field.editor


def _line(editor: StatementEditor, start: int, end: int, mark: Mark) -> QTextEdit.ExtraSelection:
    theme = current_theme()
    look = QTextCharFormat()
    if mark.kind is Kind.GOOD:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(theme.teal))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme.amber if mark.sure >= _TOLD else theme.blue))
    line = QTextEdit.ExtraSelection()
    line.cursor = editor.cursor_over(start, end)
    line.format = look
    return line
