"""One statement being written: its names, its letter, its cards, saved by itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from familysupport.documents.difference import is_big_loss
from familysupport.statements.model import Statement, Version
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import headed
from familysupport.ui.kit.widgets import chip, set_chip
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.statements.length import Length
from familysupport.ui.statements.names import Names
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.views import LETTER, Views

if TYPE_CHECKING:
    from familysupport.ui.statements.find import FindBar

_COUNT_MS = 350
_QUIET_MS = 60_000


class Writer(QWidget):
    """Shows and saves one statement; `saved` follows each save, `counted` each count of words."""

    saved = Signal()
    counted = Signal(str)
    rested = Signal()

    def __init__(
        self, store: StatementStore, helping: Helping, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._statement = Statement()
        self._filling = False
        self._dirty = False
        self._touched = False
        self._autosave = Autosave(self._save, self)
        self._count = self._timer(_COUNT_MS)
        self._count.timeout.connect(self._show_count)
        self._quiet = self._timer(_QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self.views = Views(helping)
        self.views.touched.connect(self._touch)
        self._build()

    @property
    def statement(self) -> Statement:
        """Return the statement as it was saved last."""
        return self._statement

    def show_statement(self, statement: Statement) -> None:
        """Save what waits, then show `statement`; its undo steps are still there."""
        self.flush()
        self._filling = True
        again = statement.id == self._statement.id
        self._statement = statement
        if self._title.text() != statement.title:
            self._title.setText(statement.title)
            self._title.setCursorPosition(0)
        self._names.show_names(statement, again)
        self.views.show_statement(statement, again)
        self._filling = False
        self._show_saved()
        self._show_count()

    def begin(self) -> None:
        """Put the cursor where writing starts: into the first empty name, or the text."""
        self.views.show_view(LETTER)
        if self._names.is_missing_names():
            self._names.begin()
        else:
            self.views.begin()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet; a quiet moment keeps a version."""
        self._autosave.flush()
        if self._dirty:
            self._save()
        if self._touched:
            self._touched = False
            self._store.keep_quietly(self._statement)

    def bring_back(self, version: Version | Statement) -> None:
        """Put the words of `version` in the place of what is written; undo takes it back."""
        self.views.show_view(LETTER)
        self.views.replace_texts(version.text, version.if_no, version.spans)
        self.flush()

    def show_place(self, start: int, end: int, view: int = LETTER) -> None:
        """Show a stretch of the whole letter, or of the card, chosen."""
        self.views.show_view(view)
        self.views.sheet.show_signs(start, end)
        self.views.sheet.setFocus()

    def search(self) -> None:
        """Show the bar that finds and replaces."""
        self._find_bar.begin()

    @cached_property
    def _find_bar(self) -> FindBar:
        from familysupport.ui.statements.find import FindBar

        bar = FindBar(self.views)
        self._column.insertWidget(self._column.indexOf(self.views), bar)
        return bar

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _build(self) -> None:
        self._names = Names()
        self._names.edited.connect(self._touch)
        self._title = QLineEdit()
        self._title.setInputMethodHints(UNLEARNED)
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setPlaceholderText(self.tr("Title"))
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title.setProperty("role", "title")
        self._title.textEdited.connect(self._touch)
        self._chip = chip("", "done")
        self._length = Length()
        top = headed(self._title, self._chip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(top)
        self._column.addWidget(self._names)
        self._column.addWidget(self.views, 1)
        self._column.addWidget(self._length)

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
        text, if_no, private = self.views.texts()
        before = self._statement
        if is_big_loss(before.text, text) or is_big_loss(before.if_no, if_no):
            self._store.keep_version(before)
        self._statement = self._store.save(
            before._replace(
                author=self._names.author(),
                addressee=self._names.addressee(),
                wish=self._names.wish(),
                title=self._title.text(),
                text=text,
                if_no=if_no,
                private=private,
                spans=self.views.spans(),
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
        text = self.views.texts()[0]
        self.counted.emit(self._length.count(text))
        self.rested.emit()
