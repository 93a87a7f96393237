"""The Journal tab: what was written on the left, the entry itself in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.journal.prompts import read_beginnings
from familysupport.session import Session
from familysupport.ui.journal.editor import EntryEditor
from familysupport.ui.journal.entries import Entries
from familysupport.ui.journal.paper import preview_entries
from familysupport.ui.journal.return_plan import ReturnPlanPage
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import body, button, title


class JournalTab(Tab):
    """Lays out the list and the editor and ties them together."""

    emergency_asked = Signal(str)
    lesson_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        context: AppContext,
        parent: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = session.journal
        self._store.purge_old()
        self._entries = Entries(session.journal, context.clock)
        self._editor = EntryEditor(session.journal, context.clock, read_beginnings(context.content))
        self._context = context
        self._machine = machine
        self._plan: ReturnPlanPage | None = None
        self._undo = UndoBar()
        self._begun = False
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._undo)
        column.addWidget(self._editor, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_welcome())
        self._middle = QStackedWidget()
        self._middle.addWidget(middle)
        self._stack.addWidget(Columns(self._entries, self._middle))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._entries.chosen.connect(self._show)
        self._entries.write_asked.connect(self.write)
        self._entries.plan_asked.connect(self._show_plan)
        self._entries.print_asked.connect(self._print_found)
        self._editor.print_asked.connect(self._print_entry)
        self._editor.plan_asked.connect(self._show_plan)
        self._editor.saved.connect(self._entries.show_saved)
        self._editor.emergency_asked.connect(self.emergency_asked)
        self._editor.lesson_asked.connect(self.lesson_asked)
        self._editor.delete_asked.connect(self._delete)
        self.refresh()

    def refresh(self) -> None:
        """Read the list afresh; with no entry yet, show how to begin."""
        self._editor.flush()
        current = self._editor.entry.id
        self._entries.refresh(current)
        if not current and not self._begun:
            self._show(self._entries.newest())
        self._stack.setCurrentIndex(1 if self._begun or self._store.count() else 0)

    def flush(self) -> None:
        """Save what is being written."""
        self._editor.flush()
        if self._plan is not None:
            self._plan.flush()

    def write(self) -> None:
        """Show a new entry, ready to type."""
        self._begun = True
        self._leave_plan()
        self._stack.setCurrentIndex(1)
        self._entries.clear_search()
        self._editor.begin()
        self._entries.mark(0)
        self._editor.focus_text()

    def _show(self, entry_id: int) -> None:
        entry = self._store.entry(entry_id)
        if entry:
            self._begun = False
            self._leave_plan()
            self._editor.show_entry(entry)
            self._entries.mark(entry_id)

    def _show_plan(self) -> None:
        self._editor.flush()
        if self._plan is None:
            self._plan = ReturnPlanPage(self._store, self._context, self._machine)
            self._plan.closed.connect(self._leave_plan)
            self._middle.addWidget(self._plan)
        self._plan.refresh()
        self._middle.setCurrentWidget(self._plan)
        self._plan.focus_first()

    def _leave_plan(self) -> None:
        if self._plan is not None:
            self._plan.flush()
        self._middle.setCurrentIndex(0)

    def _print_entry(self) -> None:
        self._editor.flush()
        preview_entries([self._editor.entry], self._context, self.window(), self._machine)

    def _print_found(self, words: str) -> None:
        self._editor.flush()
        preview_entries(self._store.found(words), self._context, self.window(), self._machine)

    def _delete(self, entry_id: int) -> None:
        self._editor.flush()
        self._store.delete(entry_id)
        self._editor.begin()
        self._after_change()
        self._undo.offer(self.tr("The entry was deleted."), lambda: self._restore(entry_id))

    def _restore(self, entry_id: int) -> None:
        self._store.restore(entry_id)
        self._entries.clear_search()
        self._entries.refresh()
        self._show(entry_id)

    def _after_change(self) -> None:
        self._entries.refresh()
        self._show(self._entries.newest())

    def _make_welcome(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        begin = button(self.tr("Write the first entry"), kind="primary")
        begin.clicked.connect(self.write)
        column = QVBoxLayout(page)
        column.setContentsMargins(30, 24, 30, 28)
        column.setSpacing(12)
        column.addWidget(title(self.tr("A private place to write")))
        column.addWidget(
            body(
                self.tr(
                    "What happened, how you are, what you want to remember. A few words are"
                    " enough. Everything you write is encrypted on this computer."
                )
            )
        )
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page
