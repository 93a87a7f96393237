"""One part of a letter: its question, a place to answer it, and help to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QVBoxLayout, QWidget

from familysupport.statements.draft import Section
from familysupport.statements.examples import Guide
from familysupport.statements.frames import is_second_hand
from familysupport.statements.model import Part
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button, chip, heading, muted, row
from familysupport.ui.statements.beginning import Beginning, follow
from familysupport.ui.statements.editor import StatementEditor
from familysupport.ui.statements.offered import Offered
from familysupport.ui.statements.prompts import part_names
from familysupport.ui.statements.steps import AskSteps, SawSteps, Steps

_FEWEST, _MOST = 2, 16


class Helping(NamedTuple):
    """What helps to begin: the guide, who is writing, and what Prepare knows.

    `ask` gives the four fields of the ask, `stops` and `limits` sentences to offer.
    """

    guide: Guide
    relation: Callable[[], str] = str
    ask: Callable[[], Sequence[str]] = tuple
    stops: Callable[[], Sequence[str]] = tuple
    limits: Callable[[], Sequence[str]] = tuple


class PartField(QWidget):
    """One part as it is written; words that belong to no part can be given one."""

    touched = Signal()
    placed = Signal()
    step_asked = Signal()
    opened = Signal(object)

    def __init__(self, section: Section, helping: Helping) -> None:
        super().__init__()
        self._section = section
        self._helping = helping
        self._text = section.body
        self._opened: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._told = chip(self.tr("Second-hand"), "attention")
        self._told.setToolTip(self.tr("Someone told you this. What you saw yourself weighs more."))
        if section.part:
            name = part_names()[section.part]
            self._rows.addLayout(row(heading(name), self._told))
            self._rows.addWidget(muted(helping.guide.part(section.part).prompt))
        else:
            name = self.tr("Words that belong to no part yet")
            self._rows.addLayout(row(muted(name), self._sorter()))
        self.editor = Growing(name)
        self.editor.setPlainText(section.body)
        self.editor.textChanged.connect(self._touch)
        self._rows.addWidget(self.editor)
        if section.part:
            self._rows.addLayout(self._helpers(section.part, name))
        self._note_second_hand()

    @property
    def part(self) -> Part | None:
        """Return which part of the letter this is."""
        return self._section.part

    def section(self) -> Section:
        """Return the part as it is written now."""
        return replace(self._section, body=self.editor.toPlainText())

    def show_section(self, section: Section) -> None:
        """Show other words for the same part; nothing is touched by it."""
        self._section = section
        self._text = section.body
        self.editor.change_text(section.body)
        self._note_second_hand()

    def put_in(self, words: str, as_paragraph: bool) -> None:
        """Add words at the cursor, or as a paragraph of their own at the end, as one step."""
        self.step_asked.emit()
        cursor = self.editor.textCursor()
        if as_paragraph:
            cursor.movePosition(cursor.MoveOperation.End)
            words = f"\n\n{words}" if self.editor.toPlainText().strip() else words
        cursor.insertText(words)
        self.editor.setTextCursor(cursor)
        self.step_asked.emit()
        self.editor.setFocus()

    def _touch(self) -> None:
        text = self.editor.toPlainText()
        if text == self._text:
            return  # only the looks changed
        self._text = text
        self._note_second_hand()
        self.touched.emit()

    def _note_second_hand(self) -> None:
        if self.part is not None:
            self._move.setVisible(bool(self._text.strip()))
        said = self.part is Part.SAW and is_second_hand(self.editor.toPlainText())
        self._told.setVisible(said)

    def _helpers(self, part: Part, name: str) -> Flow:
        begin = button(self.tr("Help me begin"), kind="link")
        begin.setAccessibleName(self.tr("Help me begin: {part}").format(part=name))
        begin.clicked.connect(lambda: self._open(self._beginning(part)))
        helpers = Flow(begin)
        self._last = begin
        self._move = self._mover(name)
        if part in (Part.SAW, Part.ASK):
            steps = button(self.tr("Step by step"), kind="link")
            steps.setAccessibleName(self.tr("Step by step: {part}").format(part=name))
            steps.clicked.connect(lambda: self._open(self._steps(part)))
            helpers.addWidget(steps)
            self._last = steps
        if part is Part.STOPS:
            known = button(self.tr("From Prepare"), kind="link")
            known.setAccessibleName(self.tr("From Prepare: {part}").format(part=name))
            known.clicked.connect(lambda: self._open(self._offered()))
            helpers.addWidget(known)
            self._last = known
        helpers.addWidget(self._move)
        self._last = self._move
        return helpers

    def _offered(self) -> Offered:
        offered = Offered(self._helping.stops())
        offered.taken.connect(lambda words: self.put_in(words, True))
        return offered

    def _beginning(self, part: Part) -> Beginning:
        help_ = Beginning(self._helping.guide.part(part), self._helping.relation())
        help_.starter_asked.connect(lambda words: self.put_in(words, False))
        return help_

    def _steps(self, part: Part) -> Steps:
        steps = SawSteps() if part is Part.SAW else AskSteps(self._helping.ask())
        steps.told.connect(lambda words: self.put_in(words, True))
        steps.left.connect(self._close)
        return steps

    def _open(self, helper: Beginning | Steps | Offered) -> None:
        same = type(helper) is type(self._opened)
        self._close()
        if same:
            helper.deleteLater()
            return
        self._opened = helper
        self._rows.addWidget(helper)
        helper.show()
        follow(self._last, helper.stops())
        self.opened.emit(helper)
        if isinstance(helper, Steps):
            helper.begin()

    def _close(self) -> None:
        if self._opened is not None:
            self._rows.removeWidget(self._opened)
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None

    def _mover(self, name: str) -> QPushButton:
        """Return the way to another part, for words that were sorted wrongly."""
        mover = button(self.tr("Move to…"), kind="link")
        mover.setAccessibleName(self.tr("Move to another part: {part}").format(part=name))
        menu = QMenu(mover)
        for part, other in part_names().items():
            if part is not self.part:
                menu.addAction(other, partial(self._sort, part.value))
        mover.setMenu(menu)
        return mover

    def _sorter(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Which part these words belong to"))
        box.addItem(self.tr("Belongs to…"), "")
        for part, name in part_names().items():
            box.addItem(name, part.value)
        box.activated.connect(lambda: self._sort(box.currentData()))
        return box

    def _sort(self, part: str) -> None:
        if part:
            self._section = replace(self._section, part=Part(part))
            self.placed.emit()


class Growing(StatementEditor):
    """A place to write that grows with its words, up to a point; its undo is the letter's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As tall as the words need."""
        lines = max(_FEWEST, min(_MOST, round(self.document().size().height())))
        tall = lines * self.fontMetrics().lineSpacing() + scaled(28)
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        """As tall as the words need: the page scrolls, not this."""
        return QSize(scaled(120), self.sizeHint().height())
