"""The views of one statement: part by part, the whole letter, the card, the page for oneself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from familysupport.statements.draft import (
    Block,
    blocks,
    follow,
    known_parts,
    recall,
    sort_loose,
    spans_of,
    whole,
)
from familysupport.statements.model import Part, Span, Statement
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, label
from familysupport.ui.statements.card_help import CardHelp
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.sheet import Sheet

GUIDED, LETTER, IF_NO, PRIVATE = range(4)


class Views(QWidget):
    """Shows one text two ways, and the two sheets beside it; `touched` follows each change."""

    touched = Signal()
    view_changed = Signal(int)

    def __init__(self, helping: Helping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self._known: dict[str, Part] = {}
        self._filling = False
        self._choices: list[QPushButton] = []
        self.guided = Guided(helping)
        self.guided.touched.connect(self._touch)
        self.guided.step_asked.connect(self.agree)
        self.guided.undo_asked.connect(self.undo)
        self.guided.redo_asked.connect(self.redo)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.guided)
        self.sheets = self._make_sheets()
        for sheet in self.sheets:
            sheet.touched.connect(self._touch)
        letter, card, private = self.sheets
        for page in (letter, CardHelp(card, helping), private):
            self._stack.addWidget(page)
        self._hints = (
            self.tr("The same letter, part by part. A part can stay empty."),
            "",
            self.tr("Read only if the answer is no, and printed apart from the letter."),
            self.tr("For anger that has to go somewhere. Never printed, never read aloud."),
        )
        self._hint = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._make_choices())
        layout.addWidget(self._hint)
        layout.addWidget(self._stack, 1)
        self._stack.setCurrentIndex(LETTER)  # the parts are built when they are first asked for
        self.show_view(LETTER)

    @property
    def letter(self) -> Sheet:
        """Return the sheet that holds the whole letter."""
        return self.sheets[0]

    @property
    def sheet(self) -> Sheet:
        """Return the sheet in front; part by part, that is the letter."""
        return self.sheets[max(0, self.view - LETTER)]

    @property
    def view(self) -> int:
        """Return which view is in front."""
        return self._stack.currentIndex()

    def show_statement(self, statement: Statement, again: bool) -> None:
        """Show the texts of `statement`; another one opens at its letter."""
        self._filling = True
        if not again and self.view > LETTER:
            self.show_view(LETTER)
        self._blocks = blocks(statement.text, statement.spans)
        self._known = known_parts(self._blocks)
        texts = (statement.text, statement.if_no, statement.private)
        for sheet, text in zip(self.sheets, texts, strict=True):
            sheet.show_text(statement.id, text)
        self.agree()
        self._filling = False

    def texts(self) -> tuple[str, str, str]:
        """Return the letter, the card for a no and the private page as they are written now."""
        self.agree()
        letter, card, private = (sheet.toPlainText() for sheet in self.sheets)
        return letter, card, private

    def spans(self) -> tuple[Span, ...]:
        """Return which words of the letter are which part."""
        return spans_of(self._blocks)

    def show_view(self, number: int) -> None:
        """Bring one view to the front."""
        self.agree()
        for place, choice in enumerate(self._choices):
            choice.setChecked(place == number)
        self._stack.setCurrentIndex(number)
        self.agree()
        self._hint.setText(self._hints[number])
        self._hint.setVisible(bool(self._hints[number]))
        self.view_changed.emit(number)

    def begin(self) -> None:
        """Put the cursor where one writes in the view in front."""
        if self.view == GUIDED:
            self.guided.begin()
        else:
            self.sheet.setFocus()

    def begin_part(self, part: Part) -> None:
        """Show the letter part by part, at one of its parts."""
        self.show_view(GUIDED)
        self.guided.begin_part(part)

    def undo(self) -> None:
        """Take back the last step on the sheet in front, whichever view it was made in."""
        self.agree()
        self.sheet.undo()
        self.agree()

    def redo(self) -> None:
        """Do again what was taken back on the sheet in front."""
        self.agree()
        self.sheet.redo()
        self.agree()

    def replace_texts(self, text: str, if_no: str | None, spans: tuple[Span, ...]) -> None:
        """Put other words in the place of the letter, and of the card if given; undo works."""
        self.agree()
        self._known |= known_parts(blocks(text, spans))
        self.letter.change_text(text)
        self._blocks = blocks(text, spans)
        if if_no is not None:
            self.sheets[1].change_text(if_no)
        self.agree()

    def text_in_front(self) -> str:
        """Return the words of the sheet in front; part by part, those of the letter."""
        self.agree()
        return self.sheet.toPlainText()

    def change_front(self, start: int, end: int, words: str) -> None:
        """Put `words` in the place of a stretch of the sheet in front, as one step."""
        self.agree()
        self.sheet.replace(start, end, words)
        self.agree()

    def sort_loose(self, places: Sequence[tuple[Part, int]]) -> None:
        """Give paragraphs of no part the part that begins in them; no word is changed."""
        self.agree()
        self._blocks = sort_loose(self._blocks, places)
        self._known |= known_parts(self._blocks)
        self.agree()
        self.touched.emit()

    def agree(self) -> None:
        """Bring the letter and its parts to the same words, whichever was written in last."""
        if self.view == GUIDED and self.guided.changed:
            self._blocks = self.guided.blocks()
            filling, self._filling = self._filling, True
            self.letter.change_text(whole(self._blocks))
            self._filling = filling
            self._known |= known_parts(self._blocks)
        elif self.letter.toPlainText() != whole(self._blocks):
            followed = follow(self._blocks, self.letter.toPlainText())
            self._blocks = recall(followed, self._known)
        if self.view == GUIDED:
            self.guided.show_blocks(self._blocks)

    def _make_sheets(self) -> tuple[Sheet, Sheet, Sheet]:
        hint = self.tr(
            "Write as you would say it: that you love them, what you saw, what you ask. "
            "With Guided you write it part by part, with help to begin."
        )
        return (
            Sheet(self.tr("Text of the statement"), hint),
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
            choice.clicked.connect(partial(self._choose, number))
            self._choices.append(choice)  # no group: each is to be reached by Tab
            layout.addWidget(choice)
        return layout

    def _choose(self, number: int) -> None:
        self.show_view(number)
        self.begin()

    def _touch(self) -> None:
        if not self._filling:
            self.touched.emit()
