"""One statement being written: its names, its text, saved by itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextDocumentLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from familysupport.statements.model import Statement
from familysupport.statements.reading import LONG_ALOUD, seconds_aloud, words
from familysupport.statements.store import StatementStore
from familysupport.statements.versions import is_big_loss
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.widgets import chip, label, set_chip
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements.words import duration

_COUNT_MS = 350
_QUIET_MS = 60_000


class Writer(QWidget):
    """Shows and saves one statement; `saved` follows each save, `counted` each count of words."""

    saved = Signal()
    counted = Signal(str)

    def __init__(self, store: StatementStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._statement = Statement()
        self._documents: dict[int, QTextDocument] = {}
        self._filling = False
        self._dirty = False
        self._touched = False
        self._autosave = Autosave(self._save, self)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_MS)
        self._count.timeout.connect(self._show_count)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._build()

    @property
    def statement(self) -> Statement:
        """Return the statement as it was saved last."""
        return self._statement

    @property
    def editor(self) -> PlainEditor:
        """Return the place the text is written in."""
        return self._editor

    def show_statement(self, statement: Statement) -> None:
        """Save what waits, then show `statement`; its undo steps are still there."""
        self.flush()
        self._filling = True
        self._statement = statement
        for line, text in self._texts():
            if line.text() != text:
                line.setText(text)
        self._show_document(statement)
        self._filling = False
        self._show_saved()
        self._show_count()

    def begin(self) -> None:
        """Put the cursor where writing starts: into the first empty field, or the text."""
        empty = [line for line, text in self._texts()[:2] if not text.strip()]
        (empty[0] if empty else self._editor).setFocus()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet; a quiet moment keeps a version."""
        self._autosave.flush()
        if self._dirty:
            self._save()
        if self._touched:
            self._touched = False
            self._store.keep_quietly(self._statement)

    def replace_text(self, text: str) -> None:
        """Put `text` in the place of what is written, as one step that undo takes back."""
        cursor = QTextCursor(self._editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.flush()

    def _build(self) -> None:
        self._author = self._line(self.tr("Who reads it"), self.tr("For example Mum"))
        self._addressee = self._line(self.tr("Who it is for"), self.tr("Their name"))
        self._title = self._line(self.tr("Title"), self.tr("Title, for example Dear Daniel"))
        self._title.setProperty("role", "title")
        self._chip = chip("", "done")
        self._editor = PlainEditor(self.tr("Text of the statement"), "letter")
        self._editor.setPlaceholderText(
            self.tr("Write as you would say it: that you love them, what you saw, what you ask.")
        )
        self._length = label("", "muted")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._chip)
        names = QHBoxLayout()
        names.setSpacing(16)
        for line in (self._author, self._addressee):
            names.addLayout(_captioned(line), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(names)
        layout.addWidget(self._editor, 1)
        layout.addWidget(self._length)

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.textEdited.connect(self._touch)
        return line

    def _texts(self) -> list[tuple[QLineEdit, str]]:
        return [
            (self._author, self._statement.author),
            (self._addressee, self._statement.addressee),
            (self._title, self._statement.title),
        ]

    def _show_document(self, statement: Statement) -> None:
        document = self._documents.get(statement.id)
        if document is None or document.toPlainText() != statement.text:
            document = QTextDocument(self)
            document.setDocumentLayout(QPlainTextDocumentLayout(document))
            document.setDefaultFont(self._editor.font())
            document.setPlainText(statement.text)
            document.contentsChanged.connect(self._touch)
            self._documents[statement.id] = document
        if self._editor.document() is not document:
            self._editor.setDocument(document)

    def _touch(self) -> None:
        if self._filling:
            return
        if not self._dirty:
            self._dirty = self._touched = True
            set_chip(self._chip, self.tr("Not saved yet"), "plain")
        self._autosave.touch()
        self._count.start()
        self._quiet.start()

    def _save(self) -> None:
        text = self._editor.toPlainText()
        if is_big_loss(self._statement.text, text):
            self._store.keep_version(self._statement)
        self._statement = self._store.save(
            replace(
                self._statement,
                author=self._author.text(),
                addressee=self._addressee.text(),
                title=self._title.text(),
                text=text,
            )
        )
        self._dirty = False
        self._show_saved()
        self.saved.emit()

    def _show_saved(self) -> None:
        when = self._statement.updated_at
        if when is None:
            set_chip(self._chip, self.tr("Not saved yet"), "plain")
            return
        local = when.astimezone()
        time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
        text = self.tr("Saved on this computer, {time}").format(time=time)
        set_chip(self._chip, text, "done")

    def _show_count(self) -> None:
        text = self._editor.toPlainText()
        seconds, count = seconds_aloud(text), words(text)
        if not count:
            said = self.tr("No words yet")
        else:
            said = self.tr("{count} words · about {time} aloud").format(
                count=QLocale().toString(count), time=duration(seconds)
            )
        note = self.tr("Over four minutes is long to listen to.") if seconds > LONG_ALOUD else ""
        self._length.setText(f"{said} · {note}" if note else said)
        self.counted.emit(said)


def _captioned(line: QLineEdit) -> QVBoxLayout:
    caption = label(line.accessibleName(), "small")
    caption.setBuddy(line)
    layout = QVBoxLayout()
    layout.setSpacing(2)
    layout.addWidget(caption)
    layout.addWidget(line)
    return layout
