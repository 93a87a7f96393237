"""In and out: another journal comes in, entries go out as files or on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError, FileTooLargeError
from familysupport.journal.bring_in import Format, Found, Reading
from familysupport.journal.bring_in_sources import attachments
from familysupport.journal.bring_in_store import Batch, BringInStore
from familysupport.journal.files import NewFile
from familysupport.session import Session
from familysupport.ui.journal.bring_in_card import BringInCard
from familysupport.ui.journal.bring_in_list import Pick
from familysupport.ui.journal.bring_in_preview import BringInPreview
from familysupport.ui.journal.bring_in_steps import carry_out
from familysupport.ui.journal.bring_in_words import entries_word, number
from familysupport.ui.journal.files_reading import read_data
from familysupport.ui.journal.in_and_out_going import GoingOutCard
from familysupport.ui.kit.messages import UndoBar, explain
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.widgets import Page, body, button, row, rule, title


class InAndOutPage(QStackedWidget):
    """Asks what to bring in or take out, and shows first what would come in."""

    closed = Signal()
    changed = Signal()

    def __init__(
        self,
        session: Session,
        context: AppContext,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store: BringInStore = session.bring_in
        self._clock = context.clock
        self._formats: tuple[Format, ...] = ()
        machine = machine or Machine()
        self._home = Page()
        self._undo = UndoBar()
        self._card = BringInCard(self._store, context, machine.choose, self)
        self._going = GoingOutCard(session, context, machine, self)
        self._preview = BringInPreview()
        close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        self._home.body.addLayout(row(close, 1))
        self._home.body.addWidget(title(self.tr("In and out")))
        self._home.body.addWidget(
            body(self.tr("Bring in what you wrote elsewhere, and take out what you wrote here."))
        )
        self._home.body.addWidget(self._undo)
        self._home.body.addWidget(self._card)
        self._home.body.addWidget(rule())
        self._home.body.addWidget(self._going)
        self._home.body.addStretch(1)
        self.addWidget(self._home)
        self.addWidget(self._preview)
        self._card.read.connect(self._show)
        self._card.take_out_asked.connect(self._take_out)
        self._preview.wanted.connect(self._take_in)
        self._preview.left.connect(self._go_home)

    def refresh(self) -> None:
        """Show what came in before, and how much there is to go out."""
        self._card.refresh()
        self._going.refresh()

    def flush(self) -> None:
        """Nothing waits here: what is not taken in yet is not kept."""

    def focus_first(self) -> None:
        """Go to the first thing to do."""
        if self.currentWidget() is self._preview:
            self._preview.focus_first()
        else:
            self._card.focus_first()
            self._home.verticalScrollBar().setValue(0)

    def _show(self, reading: Reading) -> None:
        name = self.tr("Looking for what is here already")
        steps = self._store.known(reading.found)
        answers = carry_out(name, steps, len(reading.found), self._clock, self.window())
        if answers is None:
            return
        self._formats = reading.formats
        self._preview.show_reading(reading, answers)
        self.setCurrentWidget(self._preview)
        self._preview.focus_first()

    def _take_in(self, picks: list[Pick]) -> None:
        found = [pick.found for pick in picks]
        path = self._card.path if any(one.files for one in found) else Path()
        missed: list[str] = []
        try:
            with attachments(path) if path.name else nullcontext() as read:
                files = partial(_files, read, missed) if read else None
                steps = self._store.take_in(found, self._formats, files)
                name, slow = self.tr("Taking entries in"), bool(files)
                answers = carry_out(name, steps, len(found), self._clock, self.window(), slow)
        except FamilySupportError as error:
            self._go_home()
            self._card.say(" ".join(explain(error)))
            return
        if answers is None:
            return
        self._go_home()
        batch = self._store.batches()[0]
        said = self.tr("{entries} came in.").format(entries=entries_word(batch.count))
        self._undo.offer(said, partial(self._take_out, batch))
        if missed:
            self._card.say(
                self.tr("Photos and files that were not there or too large: {count}.").format(
                    count=number(len(missed))
                )
            )

    def _take_out(self, batch: Batch) -> None:
        steps = self._store.take_out(batch.id)
        name = self.tr("Taking entries back out")
        answers = carry_out(name, steps, batch.count, self._clock, self.window())
        self._card.say("")
        self._go_home()
        if answers:
            ids = [one for some in answers for one in some]
            said = self.tr("{entries} were taken back out.")
            self._undo.offer(said.format(entries=entries_word(len(ids))), partial(self._back, ids))

    def _back(self, ids: list[int]) -> None:
        name = self.tr("Bringing entries back")
        carry_out(name, self._store.put_back(ids), len(ids), self._clock, self.window())
        self._go_home()

    def _go_home(self) -> None:
        self.setCurrentWidget(self._home)
        self._home.verticalScrollBar().setValue(0)
        self.refresh()
        self.changed.emit()
        self._card.focus_first()


def _files(
    read: Callable[[str], bytes | None], missed: list[str], found: Found
) -> Iterator[NewFile]:
    """Yield the photos and files of an entry, noting in `missed` those that cannot come in."""
    for one in found.files:
        data = read(one.inside)
        try:
            if data is not None:
                yield read_data(data, one.name).file
                continue
        except FileTooLargeError:
            pass
        missed.append(one.name)
