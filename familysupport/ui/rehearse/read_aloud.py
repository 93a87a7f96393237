"""Reading one statement aloud, and what it came to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.model import Look
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.draft import blocks, follow, spans_of
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.widgets import Page, body, button, title
from familysupport.ui.rehearse.after import AfterPage
from familysupport.ui.rehearse.full import FullScreen
from familysupport.ui.rehearse.look import LookDialog
from familysupport.ui.rehearse.reader import Reader, Run
from familysupport.ui.rehearse.stumbles import Change


class ReadAloud(QStackedWidget):
    """Shows the reader, what a reading came to, or that there is nothing to read yet."""

    write_asked = Signal()
    edit_asked = Signal(int)
    kept = Signal()

    def __init__(
        self,
        store: RehearseStore,
        statements: StatementStore,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._statements = statements
        self._statement = Statement()
        self._look = store.look()
        self._full: FullScreen | None = None
        self._empty = title("")
        self._reader = Reader(clock, self._look)
        self._after = AfterPage()
        for page in (self._make_empty(), self._reader, self._after):
            self.addWidget(page)
        self._reader.ended.connect(self._ended)
        self._reader.look_asked.connect(self._ask_look)
        self._reader.full_asked.connect(self._turn_full)
        self._after.again_asked.connect(self._again)
        self._after.stumbles.change_asked.connect(self._change)
        self._after.stumbles.edit_asked.connect(lambda: self.edit_asked.emit(self._statement.id))

    @property
    def begun(self) -> bool:
        """Tell whether a reading goes on."""
        return self._reader.begun

    def show_statement(self, statement: Statement) -> None:
        """Make a statement ready to read from its beginning."""
        self._leave_full()
        self._reader.show_statement(statement)
        self._statement = statement
        if statement.text.strip():
            self.setCurrentWidget(self._reader)
        else:
            self.show_empty(self.tr("This statement has no words yet"))

    def show_empty(self, words: str) -> None:
        """Say why there is nothing to read, and offer to write."""
        self._empty.setText(words)
        self.setCurrentIndex(0)

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._reader.focus_start()

    def stop(self) -> None:
        """End the reading under way, so that it is kept."""
        self._reader.stop()
        self._leave_full()

    def _ended(self, run: Run) -> None:
        self._leave_full()
        if not run.reading.ended_at_word:
            return
        self._store.save(run.reading)
        kept = self._store.readings(run.reading.statement_id)
        self._after.show_run(run, self._statement, kept)
        self.setCurrentWidget(self._after)
        self.kept.emit()

    def _again(self) -> None:
        self.setCurrentWidget(self._reader)
        self._reader.focus_start()

    def _ask_look(self) -> None:
        dialog = LookDialog(self._look, self._full or self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._take_look)
        dialog.open()

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._store.keep_look(look)
        self._reader.set_look(look)

    def _turn_full(self) -> None:
        if self._full is not None:
            self._leave_full()
            return
        going_on = self._reader.hold()
        self.removeWidget(self._reader)
        self._full = FullScreen(self._reader, self)
        self._full.finished.connect(self._leave_full)
        self._full.open()
        self._full.showFullScreen()
        self._reader.set_full(True)
        self._reader.go_on(going_on)

    def _leave_full(self) -> None:
        if self._full is None:
            return
        full, self._full = self._full, None
        going_on = self._reader.hold()
        self.insertWidget(1, self._reader)
        self.setCurrentWidget(self._reader)
        full.done(0)
        full.deleteLater()
        self._reader.set_full(False)
        self._reader.go_on(going_on)

    def _change(self, change: Change) -> None:
        fresh = self._statements.statement(self._statement.id)
        if fresh is None or fresh.text != change.text:
            self._after.stumbles.say_changed_elsewhere()
            return
        self._statements.keep_version(fresh)
        text = fresh.text[: change.start] + change.words + fresh.text[change.end :]
        spans = spans_of(follow(blocks(fresh.text, fresh.spans), text))
        self._statement = self._statements.save(replace(fresh, text=text, spans=spans))
        self._after.stumbles.now_kept(text, change)
        self._reader.show_statement(self._statement)
        self.kept.emit()

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
