"""Spelling as one types: a dotted line under words nobody knows, and what may be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from familysupport.paths import resources
from familysupport.statements.spelling import Spelling, read_words
from familysupport.statements.store import StatementStore
from familysupport.ui.kit import jobs
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.statements.editor import StatementEditor, signs, units

_CHOICE, _ON, _OFF = "spelling", "on", "off"


class SpellingHelp(QObject):
    """Looks after the words of every editor handed to it; the list is read beside the window."""

    changed = Signal()

    def __init__(
        self,
        store: StatementStore,
        field_words: Callable[[], Iterable[str]],
        language: str,
        parent: QObject | None = None,
    ) -> None:
        """Hand in how the words of the field are read; it is called beside the window's thread.

        The list is English: in another language nothing is marked until somebody switches it on.
        """
        super().__init__(parent)
        self._store = store
        self._field_words = field_words
        self._own = set(store.own_words())
        self._names: set[str] = set()
        self.spelling: Spelling | None = None
        usual = _ON if language == "en" else _OFF
        self._on = store.choice(_CHOICE, usual) == _ON

    @property
    def is_on(self) -> bool:
        """Return whether spelling is looked at."""
        return self._on

    def load(self, names: Sequence[str]) -> None:
        """Read the word list in a thread of its own, soon; `names` are right too."""
        path = resources() / "spelling" / "en.txt.gz"
        self._names.update(names)
        right = [*self._own, *names]
        field_words = self._field_words

        def work() -> Spelling:
            return Spelling(read_words(path), [*right, *field_words()])

        jobs.run_soon(self, work, self._loaded, jobs.tell)

    def take_names(self, names: Sequence[str]) -> None:
        """Take names that were just typed as right."""
        new = [name for name in names if name.strip() and name not in self._names]
        if new and self.spelling is not None:
            self._names.update(new)
            for name in new:
                self.spelling.learn(name)
            self.changed.emit()

    def switch(self, on: bool) -> None:
        """Look at spelling from now on, or stop it."""
        self._on = on
        self._store.choose(_CHOICE, _ON if on else _OFF)
        self.changed.emit()

    def attach(self, editor: StatementEditor) -> None:
        """Mark the words of `editor`, in the document it shows now, and fill its menu."""
        editor.fill_menu = self.fill_menu
        if editor.document().findChild(SpellingMarks) is None:
            SpellingMarks(self, editor)

    def misspelt(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand in `text` that are not known."""
        if self.spelling is None or not self._on:
            return []
        return self.spelling.misspelt(text)

    def fill_menu(self, editor: StatementEditor, menu: QMenu, at: QTextCursor) -> None:
        """Offer what may be meant by the word at `at`, and to keep it as an own word."""
        found = self.word_at(at)
        if self.spelling is None or found is None:
            return
        word = found.selectedText()
        if word.casefold() in self._own:
            text = self.tr("Forget “{word}” as an own word").format(word=word)
            menu.addAction(text, partial(self._forget, word))
        elif self._on and not self.spelling.knows(word):
            for meant in self.spelling.suggest(word):
                menu.addAction(meant, partial(_put, editor, found, meant))
            if menu.isEmpty():
                menu.addAction(self.tr("No suggestion")).setEnabled(False)
            text = self.tr("Keep “{word}” as an own word").format(word=word)
            menu.addAction(text, partial(self._keep, word))

    def word_at(self, at: QTextCursor) -> QTextCursor | None:
        """Return a cursor over the unknown or own word at `at`, if there is one."""
        text = at.block().text()
        place = signs(text, at.selectionStart() - at.block().position())
        spans = [*self.misspelt(text), *self._own_places(text)]
        for start, end in spans:
            if start <= place <= end:
                return _over(at.block(), start, end)
        return None

    def _own_places(self, text: str) -> list[tuple[int, int]]:
        lower, found = text.casefold(), []
        for word in self._own if len(lower) == len(text) else ():
            place = lower.find(word)
            while place >= 0:
                found.append((place, place + len(word)))
                place = lower.find(word, place + 1)
        return found

    def _loaded(self, spelling: Spelling) -> None:
        self.spelling = spelling
        self.changed.emit()

    def _keep(self, word: str) -> None:
        if self.spelling is not None:
            self._store.add_word(word.casefold())
            self._own.add(word.casefold())
            self.spelling.learn(word)
            self.changed.emit()

    def _forget(self, word: str) -> None:
        if self.spelling is not None:
            self._store.remove_word(word.casefold())
            self._own.discard(word.casefold())
            self.spelling.unlearn(word)
            self.changed.emit()


class SpellingMarks(QSyntaxHighlighter):
    """Draws the dotted lines in one document; the word being typed is left in peace."""

    def __init__(self, help_: SpellingHelp, editor: StatementEditor) -> None:
        super().__init__(editor.document())
        self._help = help_
        self._editor = editor
        self._typing: QTextBlock | None = None
        self._line = QTextCharFormat()
        self._line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._line.setUnderlineColor(QColor(current_theme().blue))
        editor.cursorPositionChanged.connect(self._look_back)
        help_.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Underline the words of one paragraph."""
        here = self._cursor_in(self.currentBlock())
        for start, end in self._help.misspelt(text):
            first, last = units(text[:start]), units(text[:end])
            if last == here:
                self._typing = self.currentBlock()
            else:
                self.setFormat(first, last - first, self._line)

    def _cursor_in(self, block: QTextBlock) -> int:
        if not self._editor.hasFocus() or self._editor.document() is not self.document():
            return -1
        cursor = self._editor.textCursor()
        return cursor.positionInBlock() if cursor.block() == block else -1

    def _look_back(self) -> None:
        """Look at the word once more that was being typed when the cursor left it."""
        left, self._typing = self._typing, None
        if left is not None and left.isValid():
            self.rehighlightBlock(left)


def _over(block: QTextBlock, start: int, end: int) -> QTextCursor:
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units(text[:start]))
    cursor.setPosition(block.position() + units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _put(editor: StatementEditor, over: QTextCursor, words: str) -> None:
    over.insertText(words)
    editor.setTextCursor(over)
