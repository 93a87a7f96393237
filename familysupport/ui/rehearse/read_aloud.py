"""Reading one statement aloud, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from familysupport.clock import Clock
from familysupport.rehearse.model import Look
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.kit.widgets import Page, body, button, title
from familysupport.ui.rehearse.reader import Reader, Run
from familysupport.ui.rehearse.record_bar import RecordBar
from familysupport.ui.rehearse.recorder import Recorder

if TYPE_CHECKING:  # fetched when they are wanted, so that the text to read is there at once
    from familysupport.ui.rehearse.after import AfterPage
    from familysupport.ui.rehearse.full import FullScreen
    from familysupport.ui.rehearse.listen import ListenPage
    from familysupport.ui.rehearse.stumbles import Change

_COVERED = (QEvent.Type.WindowBlocked, QEvent.Type.Hide)


class ReadAloud(FrontStack):
    """Shows the reader, what a reading came to, or that there is nothing to read yet."""

    write_asked = Signal()
    edit_asked = Signal(int)
    kept = Signal()

    def __init__(
        self,
        store: RehearseStore,
        statements: StatementStore,
        recorder: Recorder,
        make_listen: Callable[[], ListenPage],
        clock: Clock,
    ) -> None:
        super().__init__()
        self._recorder = recorder
        self._make_listen = make_listen
        self._listen: ListenPage | None = None
        self._store = store
        self._statements = statements
        self._statement = Statement()
        self._look = store.look()
        self._full: FullScreen | None = None
        self._reader = Reader(clock, self._look)
        self._bar = RecordBar(recorder)
        self._reader.set_foot(self._bar)
        self._after: AfterPage | None = None
        self.addWidget(self._reader)
        self._watched: QWidget | None = None
        self._reader.ran.connect(self._ran)
        self._reader.moved.connect(recorder.note)
        self._bar.listen_asked.connect(self._show_recordings)
        recorder.changed.connect(self._count_recordings)
        self._reader.ended.connect(self._ended)
        self._reader.look_asked.connect(self._ask_look)
        self._reader.full_asked.connect(self._turn_full)

    @property
    def begun(self) -> bool:
        """Tell whether a reading goes on."""
        return self._reader.begun

    def show_statement(self, statement: Statement) -> None:
        """Make a statement ready to read; a recording nobody decided about is gone."""
        self._leave_full()
        self._recorder.drop_pending()
        self._be_quiet()
        self._reader.show_statement(statement)
        self._statement = statement
        self._count_recordings()
        if statement.text.strip():
            self.setCurrentWidget(self._reader)
        else:
            self.show_empty(self.tr("This statement has no words yet"))

    def show_empty(self, words: str) -> None:
        """Say why there is nothing to read, and offer to write."""
        self._why_empty.setText(words)
        self.setCurrentWidget(self._empty)

    def focus_start(self) -> None:
        """Go to the button that starts."""
        self._reader.focus_start()

    def stop(self) -> None:
        """End the reading under way, so that it is kept."""
        self._reader.stop()
        self._leave_full()
        self._be_quiet()

    def flush(self) -> None:
        """End all before a lock: a recording is kept only if that was the wish before it began."""
        self.stop()
        self._recorder.drop_pending()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pause, with the microphone off, when something stands before the text."""
        away = event.type() == QEvent.Type.WindowStateChange and self._is_away()
        if away or event.type() in _COVERED:
            self._reader.hold()
        return super().eventFilter(watched, event)

    def _is_away(self) -> bool:
        return self._watched is not None and self._watched.isMinimized()

    def _ran(self, moving: bool) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = self._reader.window() if moving else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._recorder.run(self._statement, moving)

    def _count_recordings(self) -> None:
        self._bar.show_kept(self._recorder.kept_of(self._statement.id))

    def _be_quiet(self) -> None:
        if self._listen is not None:
            self._listen.stop()

    def _listening(self) -> ListenPage:
        """Return the page to listen on; it is built when it is first needed."""
        if self._listen is None:
            self._listen = self._make_listen()
            self._listen.closed.connect(self._leave_listening)
            self._listen.deleted.connect(self._count_recordings)
            self.addWidget(self._listen)
        self.setCurrentWidget(self._listen)
        return self._listen

    def _after_page(self) -> AfterPage:
        """Return the page that comes after a reading; it is built when it is first needed."""
        from familysupport.ui.rehearse.after import AfterPage

        if self._after is None:
            self._after = AfterPage(self._recorder)
            self._after.voice.listen_asked.connect(self._listen_now)
            self._after.again_asked.connect(self._again)
            stumbles = self._after.stumbles
            stumbles.change_asked.connect(self._change)
            stumbles.edit_asked.connect(lambda: self.edit_asked.emit(self._statement.id))
            self.addWidget(self._after)
        return self._after

    def _show_recordings(self) -> None:
        page = self._listening()
        page.show_statement(self._statement.id, self._look)
        page.focus_first()

    def _listen_now(self) -> None:
        pending = self._recorder.pending
        if pending is None:
            self._show_recordings()
            return
        self._listening().show_take(pending, self._look)

    def _leave_listening(self) -> None:
        if self._recorder.pending is not None:
            after = self._after_page()
            self.setCurrentWidget(after)
            after.setFocus()
        else:
            self._again()

    def _ended(self, run: Run) -> None:
        self._leave_full()
        if not run.reading.ended_at_word:
            self._recorder.drop()
            return
        self._store.save(run.reading)
        earlier = self._store.readings(run.reading.statement_id)
        after = self._after_page()
        after.show_run(run, self._statement, earlier)
        after.voice.show_kept(False)
        self.setCurrentWidget(after)
        self.kept.emit()
        # Last, for it is large and the disk may be full: then it still waits here for a word.
        after.voice.show_kept(self._recorder.end() is not None)

    def _again(self) -> None:
        self._recorder.drop_pending()
        self.setCurrentWidget(self._reader)
        self._reader.focus_start()

    def _ask_look(self) -> None:
        from familysupport.ui.rehearse.look import LookDialog

        dialog = LookDialog(self._look, self._full or self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._take_look)
        dialog.open()

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._store.keep_look(look)
        self._reader.set_look(look)

    def _turn_full(self) -> None:
        from familysupport.ui.rehearse.full import FullScreen

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
        from familysupport.statements.draft import blocks, follow, spans_of

        stumbles = self._after_page().stumbles
        fresh = self._statements.statement(self._statement.id)
        if fresh is None or fresh.text != change.text:
            stumbles.say_changed_elsewhere()
            return
        self._statements.keep_version(fresh)
        text = fresh.text[: change.start] + change.words + fresh.text[change.end :]
        spans = spans_of(follow(blocks(fresh.text, fresh.spans), text))
        self._statement = self._statements.save(fresh._replace(text=text, spans=spans))
        stumbles.now_kept(text, change)
        self._reader.show_statement(self._statement)
        self.kept.emit()

    @cached_property
    def _why_empty(self) -> QLabel:
        return title("")

    @cached_property
    def _empty(self) -> QWidget:
        """Return the page without words to read; it is built when it is first needed."""
        page = Page()
        write = button(self.tr("Write a statement"), kind="primary")
        write.clicked.connect(self.write_asked)
        page.body.addWidget(self._why_empty)
        page.body.addWidget(
            body(
                self.tr(
                    "Here you practice reading your statement aloud, at a calm pace, until the"
                    " words are yours. It begins with writing it."
                )
            )
        )
        page.body.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch(1)
        self.addWidget(page)
        return page
