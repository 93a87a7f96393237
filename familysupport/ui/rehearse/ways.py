"""The list on the left of Rehearse: the ways to practise, and the statements to read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.pace import length_of
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.rehearse.words import length_words, statement_name


class Way(Enum):
    """A way to practise."""

    READ = "read"
    SETTLE = "settle"
    MOMENT = "moment"
    TALK = "talk"
    MEETING = "meeting"
    DRILL = "drill"
    SO_FAR = "so far"


class Choice(NamedTuple):
    """One line on the left: a heading, a way to practise, or a statement to read."""

    way: Way
    statement: Statement | None = None
    heading: str = ""


@dataclass(frozen=True)
class _Line:
    """A choice and how it is shown.

    Made when the list is filled: rows are asked for many times, also after the vault closed.
    """

    choice: Choice
    row: Row


class Ways(QWidget):
    """Lists what can be practised, and says what was chosen."""

    chosen = Signal(object)

    def __init__(
        self, statements: StatementStore, store: RehearseStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._statements = statements
        self._store = store
        self._lengths: dict[str, str] = {}
        self._times: dict[int, int] = {}
        self._model: RowsModel[_Line] = RowsModel(lambda line: line.row, self)
        self._list = RowList(self._model, self.tr("Ways to practice"))
        self._list.chosen.connect(lambda line: self.chosen.emit(line.choice))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._list, 1)

    def refresh(self, chosen: Choice) -> None:
        """Read the statements afresh, and mark what is chosen."""
        statements = self._statements.statements()
        self._lengths = {each.text: self._length_of(each.text) for each in statements}
        self._times = self._store.times_read()
        choices = [
            Choice(Way.READ, heading=self.tr("Practice")),
            Choice(Way.SETTLE),
            Choice(Way.MOMENT),
            Choice(Way.TALK),
            Choice(Way.MEETING),
            Choice(Way.DRILL),
            Choice(Way.SO_FAR),
            Choice(Way.READ, heading=self.tr("Read it aloud")),
            *(Choice(Way.READ, statement) for statement in statements),
        ]
        if not statements:
            choices.append(Choice(Way.READ))
        self._model.set_rows([_Line(one, self._row(one)) for one in choices])
        self.mark(chosen)

    def mark(self, chosen: Choice) -> None:
        """Mark what is chosen, if it is listed."""
        for number, line in enumerate(self._model.rows()):
            if line.choice.heading or line.choice.way is not chosen.way:
                continue
            here, there = line.choice.statement, chosen.statement
            if (here.id if here else 0) == (there.id if there else 0):
                self._list.select(number)
                return

    def _row(self, choice: Choice) -> Row:
        if choice.heading:
            return Row(choice.heading, section=True)
        if choice.statement is not None:
            return self._statement_row(choice.statement)
        return {
            Way.READ: Row(self.tr("No statement yet"), self.tr("begin by writing one"), "journal"),
            Way.SETTLE: Row(
                self.tr("Settle first"), self.tr("two minutes of slow breathing"), "heart"
            ),
            Way.MOMENT: Row(self.tr("One hard moment"), self.tr("three turns"), "circle"),
            Way.DRILL: Row(
                self.tr("Emergency drills"), self.tr("so that hands remember"), "emergency"
            ),
            Way.SO_FAR: Row(
                self.tr("Your practice so far"), self.tr("what you met, how you felt"), "calendar"
            ),
            Way.TALK: Row(self.tr("Talk it through"), self.tr("a practice talk"), "rehearse"),
            Way.MEETING: Row(self.tr("The whole meeting"), self.tr("everyone in order"), "people"),
        }[choice.way]

    def _statement_row(self, statement: Statement) -> Row:
        length = self._lengths[statement.text]
        read = self._times_words(self._times.get(statement.id, 0))
        name = statement_name(statement)
        parts = [statement.author] if statement.author.strip() not in ("", name) else []
        return Row(name, " · ".join([*parts, length, read]), "statements")

    def _length_of(self, text: str) -> str:
        """Return how long a text takes; what has not changed is not counted again."""
        return self._lengths.get(text) or length_words(length_of(text))

    def _times_words(self, times: int) -> str:
        if times < 2:
            return self.tr("read once") if times else self.tr("not read yet")
        return self.tr("read {count} times").format(count=times)
