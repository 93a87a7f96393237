"""One statement being written: its names, its letter, its cards, saved by itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from familysupport.statements.draft import Block, blocks, follow, spans_of, whole
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.statements.versions import is_big_loss
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, chip, label, set_chip
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.length import Length
from familysupport.ui.statements.sheet import Sheet

_COUNT_MS = 350
_QUIET_MS = 60_000
GUIDED, LETTER, IF_NO, PRIVATE = range(4)


class Writer(QWidget):
    """Shows and saves one statement; `saved` follows each save, `counted` each count of words."""

    saved = Signal()
    counted = Signal(str)

    def __init__(self, store: StatementStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._statement = Statement()
        self._blocks: list[Block] = []
        self._filling = False
        self._dirty = False
        self._touched = False
        self._autosave = Autosave(self._save, self)
        self._count = self._timer(_COUNT_MS)
        self._count.timeout.connect(self._show_count)
        self._quiet = self._timer(_QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._build()

    @property
    def statement(self) -> Statement:
        """Return the statement as it was saved last."""
        return self._statement

    @property
    def sheet(self) -> Sheet:
        """Return the sheet in front; part by part, that is the letter."""
        return self._sheets[max(0, self._stack.currentIndex() - LETTER)]

    def show_statement(self, statement: Statement) -> None:
        """Save what waits, then show `statement`; its undo steps are still there."""
        self.flush()
        self._filling = True
        if statement.id != self._statement.id and self._stack.currentIndex() > LETTER:
            self.show_sheet(LETTER)
        self._statement = statement
        self._blocks = blocks(statement.text, statement.spans)
        for line, text in self._lines():
            if line.text() != text:
                line.setText(text)
        texts = (statement.text, statement.if_no, statement.private)
        for sheet, text in zip(self._sheets, texts, strict=True):
            sheet.show_text(statement.id, text)
        self._agree()
        self._filling = False
        self._show_saved()
        self._show_count()

    def show_sheet(self, number: int) -> None:
        """Bring the letter (part by part or whole), a card or the private page to the front."""
        self._agree()
        self._choices.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self._agree()
        self._hint.setText(self._hints[number])
        self._hint.setVisible(bool(self._hints[number]))

    def begin(self) -> None:
        """Put the cursor where writing starts: into the first empty field, or the text."""
        self.show_sheet(LETTER)
        empty = [line for line, text in self._lines()[:2] if not text.strip()]
        (empty[0] if empty else self._sheets[0]).setFocus()

    def flush(self) -> None:
        """Save at once what was typed and not saved yet; a quiet moment keeps a version."""
        self._autosave.flush()
        if self._dirty:
            self._save()
        if self._touched:
            self._touched = False
            self._store.keep_quietly(self._statement)

    def undo(self) -> None:
        """Take back the last step on the sheet in front."""
        self._agree()
        self.sheet.undo()
        self._agree()

    def redo(self) -> None:
        """Do again what was taken back on the sheet in front."""
        self._agree()
        self.sheet.redo()
        self._agree()

    def replace_text(self, text: str) -> None:
        """Put `text` in the place of the letter, as one step that undo takes back."""
        self.show_sheet(LETTER)
        self._sheets[0].replace_text(text)
        self.flush()

    def _agree(self) -> None:
        """Bring the letter and its parts to the same words, whichever was written in last."""
        letter = self._sheets[0]
        if self._guided.changed:
            self._blocks = self._guided.blocks()
            filling, self._filling = self._filling, True
            letter.change_text(whole(self._blocks))
            self._filling = filling
        elif letter.toPlainText() != whole(self._blocks):
            self._blocks = follow(self._blocks, letter.toPlainText())
        if self._stack.currentIndex() == GUIDED:
            self._guided.show_blocks(self._blocks)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _build(self) -> None:
        self._author = self._line(self.tr("Who reads it"), self.tr("For example Mum"))
        self._addressee = self._line(self.tr("Who it is for"), self.tr("Their name"))
        self._title = self._line(self.tr("Title"), self.tr("Title, for example Dear Daniel"))
        self._title.setProperty("role", "title")
        self._chip = chip("", "done")
        self._length = Length()
        self._hint = label("", "muted")
        self._guided = Guided()
        self._guided.touched.connect(self._touch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._guided)
        self._sheets = self._make_sheets()
        for sheet in self._sheets:
            sheet.touched.connect(self._touch)
            self._stack.addWidget(sheet)
        self._hints = (
            self.tr("The same letter, part by part. A part can stay empty."),
            "",
            self.tr("Read only if the answer is no, and printed apart from the letter."),
            self.tr("For anger that has to go somewhere. Never printed, never read aloud."),
        )
        top, names = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._chip)
        names.setSpacing(16)
        for line in (self._author, self._addressee):
            names.addLayout(_captioned(line), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(names)
        layout.addLayout(self._make_choices())
        layout.addWidget(self._hint)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._length)
        self.show_sheet(LETTER)

    def _make_sheets(self) -> tuple[Sheet, Sheet, Sheet]:
        return (
            Sheet(
                self.tr("Text of the statement"),
                self.tr(
                    "Write as you would say it: that you love them, what you saw, what you ask."
                ),
            ),
            Sheet(
                self.tr("If the answer is no"),
                self.tr("What you yourself will do from today, and can keep doing."),
            ),
            Sheet(
                self.tr("A page only for you"),
                self.tr("Whatever you would like to say and never will."),
            ),
        )

    def _make_choices(self) -> Flow:
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(True)
        layout = Flow()
        names = (
            self.tr("Guided"),
            self.tr("Whole letter"),
            self.tr("If the answer is no"),
            self.tr("Only for you"),
        )
        for number, name in enumerate(names):
            choice = button(name, kind="choice")
            choice.setCheckable(True)
            self._choices.addButton(choice, number)
            layout.addWidget(choice)
        self._choices.idClicked.connect(self._choose_sheet)
        return layout

    def _choose_sheet(self, number: int) -> None:
        self.show_sheet(number)
        if number == GUIDED:
            self._guided.begin()
        else:
            self.sheet.setFocus()

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.textEdited.connect(self._touch)
        return line

    def _lines(self) -> list[tuple[QLineEdit, str]]:
        return [
            (self._author, self._statement.author),
            (self._addressee, self._statement.addressee),
            (self._title, self._statement.title),
        ]

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
        self._agree()
        text, if_no, private = (sheet.toPlainText() for sheet in self._sheets)
        if is_big_loss(self._statement.text, text):
            self._store.keep_version(self._statement)
        self._statement = self._store.save(
            replace(
                self._statement,
                author=self._author.text(),
                addressee=self._addressee.text(),
                title=self._title.text(),
                text=text,
                if_no=if_no,
                private=private,
                spans=spans_of(self._blocks),
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
        self._agree()
        self.counted.emit(self._length.count(self._sheets[0].toPlainText()))


def _captioned(line: QLineEdit) -> QVBoxLayout:
    caption = label(line.accessibleName(), "small")
    caption.setBuddy(line)
    layout = QVBoxLayout()
    layout.setSpacing(2)
    layout.addWidget(caption)
    layout.addWidget(line)
    return layout
