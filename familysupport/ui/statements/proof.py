"""Takes the spelling help to every place where words are written, and from word to word."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from familysupport.ui.statements.editor import StatementEditor, signs
from familysupport.ui.statements.spelling import SpellingHelp
from familysupport.ui.statements.views import GUIDED, Views


class Proof(QObject):
    """Goes to the next unknown word in the view in front; `nothing_found` says there is none."""

    nothing_found = Signal()

    def __init__(self, views: Views, spelling: SpellingHelp, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self._spelling = spelling
        for sheet in views.sheets:
            sheet.document_shown.connect(self._attach)
        views.guided.built.connect(self._attach)
        self._attach()

    def next_word(self) -> None:
        """Go to the next unknown word and open the menu of what may be meant."""
        for editor, start in self._places():
            text = editor.toPlainText()
            later = [span for span in self._spelling.misspelt(text) if span[0] >= start]
            if later:
                self._show(editor, later[0])
                return
        self.nothing_found.emit()

    def _show(self, editor: StatementEditor, span: tuple[int, int]) -> None:
        cursor = editor.cursor_over(*span)
        editor.setFocus()
        editor.show_signs(*span)
        if self._views.view == GUIDED:
            self._views.guided.ensureWidgetVisible(editor)
        first = QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        editor.show_menu(first)

    def _places(self) -> list[tuple[StatementEditor, int]]:
        """Return the editors from the cursor on, around and back to it, each with its start."""
        editors = self._editors()
        here = next((one for one in editors if one.hasFocus()), editors[0])
        place = editors.index(here)
        before = here.textCursor()
        text = here.toPlainText()
        chosen = before.selectionEnd() if before.hasSelection() else before.position()
        start = signs(text, chosen)
        around = [*editors[place + 1 :], *editors[:place], here]
        return [(here, start), *((one, 0) for one in around)]

    def _editors(self) -> list[StatementEditor]:
        if self._views.view == GUIDED:
            return [field.editor for field in self._views.guided.fields()]
        return [self._views.sheet]

    def _attach(self) -> None:
        for sheet in self._views.sheets:
            self._spelling.attach(sheet)
        for field in self._views.guided.fields():
            self._spelling.attach(field.editor)
