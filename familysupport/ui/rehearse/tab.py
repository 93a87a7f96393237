"""The Rehearse tab: the statements on the left, reading one aloud in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.rehearse.model import Reading
from familysupport.rehearse.pace import CALM_PACE, Scroll
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import Page, body, button, label, title
from familysupport.ui.rehearse.after import AfterPage
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.words import length_words, statement_name


class RehearseTab(Tab):
    """Lays out the list and the reader and ties them together."""

    write_asked = Signal()

    def __init__(
        self, session: Session, context: AppContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._statements = session.statements
        self._store = session.rehearse
        self._times: dict[int, int] = {}
        self._model: RowsModel[Statement] = RowsModel(self._show_row, self)
        self._list = RowList(self._model, self.tr("Statements to read aloud"))
        self._reader = Reader(context.clock)
        self._after = AfterPage()
        self._empty = title("")
        self._stack = QStackedWidget()
        for page in (self._make_empty(), self._reader, self._after):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self._make_side(), self._stack))
        self._list.chosen.connect(self._show)
        self._reader.ended.connect(self._ended)
        self._after.again_asked.connect(self._again)
        self._chosen = 0
        self.refresh()

    def refresh(self) -> None:
        """Read the statements afresh; a reading under way goes on untouched."""
        self._list_statements()
        ids = [statement.id for statement in self._model.rows()]
        if not self._reader.begun and (ids or self._chosen):
            self._choose(self._chosen if self._chosen in ids else next(iter(ids), 0))
        elif not ids and not self._reader.begun:
            self._show_empty(self.tr("There is no statement yet"))
        self._mark()

    def flush(self) -> None:
        """End the reading under way, so that it is kept."""
        self._reader.stop()

    def read_statement(self, statement_id: int) -> None:
        """Make a statement ready to be read aloud."""
        self._list_statements()
        self._choose(statement_id)
        self._reader.focus_start()

    def _list_statements(self) -> None:
        statements = self._statements.statements()
        # Counted here, not when a row is painted: a row may be painted after the vault closed.
        self._times = {each.id: len(self._store.readings(each.id)) for each in statements}
        self._model.set_rows(statements)

    def _choose(self, statement_id: int) -> None:
        statement = self._statements.statement(statement_id) if statement_id else None
        if statement:
            self._show(statement)
            self._mark()
        else:
            self._chosen = 0
            self._show_empty(self.tr("There is no statement yet"))

    def _show(self, statement: Statement) -> None:
        self._chosen = statement.id
        self._reader.show_statement(statement)
        if statement.text.strip():
            self._stack.setCurrentWidget(self._reader)
        else:
            self._show_empty(self.tr("This statement has no words yet"))

    def _show_empty(self, words: str) -> None:
        self._empty.setText(words)
        self._stack.setCurrentIndex(0)

    def _ended(self, reading: Reading) -> None:
        if not reading.ended_at_word:
            return
        self._store.save(reading)
        self._after.show_reading(reading, self._store.readings(reading.statement_id))
        self._stack.setCurrentWidget(self._after)
        self._list_statements()
        self._mark()

    def _again(self) -> None:
        self._stack.setCurrentWidget(self._reader)
        self._reader.focus_start()

    def _mark(self) -> None:
        ids = [statement.id for statement in self._model.rows()]
        if self._chosen in ids:
            self._list.select(ids.index(self._chosen))

    def _show_row(self, statement: Statement) -> Row:
        length = length_words(Scroll(statement.text, CALM_PACE).left(0))
        read = self._times_words(self._times.get(statement.id, 0))
        name = statement_name(statement)
        parts = [statement.author] if statement.author.strip() not in ("", name) else []
        return Row(name, " · ".join([*parts, length, read]), "statements")

    def _times_words(self, times: int) -> str:
        if times < 2:
            return self.tr("read once") if times else self.tr("not read yet")
        return self.tr("read {count} times").format(count=times)

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 18, 12, 8)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Read it aloud"), "eyebrow"))
        column.addWidget(self._list, 1)
        return side

    def _make_empty(self) -> QWidget:
        page = Page()
        write = button(self.tr("Write a statement"), kind="primary")
        write.clicked.connect(self.write_asked)
        page.body.addWidget(self._empty)
        page.body.addWidget(
            body(
                self.tr(
                    "Here you practise reading your statement aloud, at a calm pace, until the"
                    " words are yours. It begins with writing it."
                )
            )
        )
        page.body.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch(1)
        return page
