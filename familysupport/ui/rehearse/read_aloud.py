"""Reading one statement aloud, and what it came to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.model import Reading
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Statement
from familysupport.ui.kit.widgets import Page, body, button, title
from familysupport.ui.rehearse.after import AfterPage
from familysupport.ui.rehearse.reader import Reader


class ReadAloud(QStackedWidget):
    """Shows the reader, what a reading came to, or that there is nothing to read yet."""

    write_asked = Signal()
    kept = Signal()

    def __init__(self, store: RehearseStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._empty = title("")
        self._reader = Reader(clock)
        self._after = AfterPage()
        for page in (self._make_empty(), self._reader, self._after):
            self.addWidget(page)
        self._reader.ended.connect(self._ended)
        self._after.again_asked.connect(self._again)

    @property
    def begun(self) -> bool:
        """Tell whether a reading goes on."""
        return self._reader.begun

    def show_statement(self, statement: Statement) -> None:
        """Make a statement ready to read from its beginning."""
        self._reader.show_statement(statement)
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

    def _ended(self, reading: Reading) -> None:
        if not reading.ended_at_word:
            return
        self._store.save(reading)
        self._after.show_reading(reading, self._store.readings(reading.statement_id))
        self.setCurrentWidget(self._after)
        self.kept.emit()

    def _again(self) -> None:
        self.setCurrentWidget(self._reader)
        self._reader.focus_start()

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
