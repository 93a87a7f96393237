"""Bringing another journal in: choosing it, and what came in before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.journal.bring_in import Reading
from familysupport.journal.bring_in_reading import ENDINGS, read_journal
from familysupport.journal.bring_in_store import Batch, BringInStore
from familysupport.ui.journal.bring_in_words import day_of, entries_word, formats_words, number
from familysupport.ui.kit.files import Choose, Kind, ask_which_folder, ask_which_to_open
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.progress import ProgressLine
from familysupport.ui.kit.widgets import (
    announce,
    body,
    button,
    empty,
    heading,
    label,
    muted,
    row,
)

_MONTH_FIRST = ("us", "ca")


class BringInCard(QWidget):
    """Asks for a file or folder and reads it beside the window; `read` carries what it holds."""

    read = Signal(object)
    take_out_asked = Signal(object)

    def __init__(
        self, store: BringInStore, context: AppContext, choose: Choose, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._context = context
        self._choose = choose
        self.path = Path()
        self._file = button(self.tr("Choose a file…"), "journal")
        self._folder = button(self.tr("Choose a folder…"), "journal")
        self._file.clicked.connect(self._ask_file)
        self._folder.clicked.connect(self._ask_folder)
        self._progress = ProgressLine()
        self._progress.ended.connect(lambda: self.say(self.tr("Stopped. Nothing was taken in.")))
        self._said = label("", "strong")
        self._said.hide()
        self._before = QVBoxLayout()
        self._before.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Bring another journal in")))
        layout.addWidget(
            body(
                self.tr(
                    "From Day One, jrnl, RedNotebook or Diarium, or text and Markdown files with"
                    " dates. You see everything first. The journal you choose is only read."
                )
            )
        )
        layout.addLayout(Flow(self._file, self._folder))
        layout.addWidget(
            muted(
                self.tr(
                    "RedNotebook: choose its data folder. Day One: choose the zip or JSON file it"
                    " exported. jrnl: its JSON export, or its own text file."
                )
            )
        )
        layout.addWidget(self._progress)
        layout.addWidget(self._said)
        layout.addLayout(self._before)

    def refresh(self) -> None:
        """Show what came in before."""
        empty(self._before)
        batches = self._store.batches()
        if batches:
            self._before.addWidget(heading(self.tr("Brought in before")))
        for batch in batches:
            self._before.addLayout(self._row(batch))

    def say(self, text: str) -> None:
        """Say how it went."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        if text:
            announce(self._said, text)

    def focus_first(self) -> None:
        """Go to the first button."""
        self._file.setFocus()

    def open(self, path: Path) -> None:
        """Read what is at `path`, beside the window."""
        self.say("")
        self._set_busy(True)
        self.path = path
        day_first = self._context.settings().country not in _MONTH_FIRST
        self._progress.run(
            self.tr("Reading…"),
            lambda watcher: read_journal(path, watcher, day_first),
            self._done,
            self._failed,
        )

    def _ask_file(self) -> None:
        kinds = (Kind(self.tr("Journals"), ENDINGS),)
        self._open_chosen(ask_which_to_open(self.window(), kinds, self._choose))

    def _ask_folder(self) -> None:
        note = self.tr("Its files are read and not changed.")
        self._open_chosen(ask_which_folder(self.window(), note, self._choose))

    def _open_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.open(path)

    def _done(self, reading: Reading) -> None:
        self._set_busy(False)
        self.read.emit(reading)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.say(" ".join(explain(error)))

    def _set_busy(self, busy: bool) -> None:
        for one in (self._file, self._folder):
            one.setEnabled(not busy)

    def _row(self, batch: Batch) -> QVBoxLayout:
        said = self.tr("{day}: {entries} from {formats}").format(
            day=day_of(batch.made_at),
            entries=entries_word(batch.count),
            formats=formats_words(batch.formats),
        )
        words = label(said)
        line = QVBoxLayout()
        line.setSpacing(4)
        take_out = button(self.tr("Take these back out"), "undo")
        take_out.setAccessibleName(f"{take_out.text()}: {said}")
        take_out.setEnabled(batch.count > batch.changed)
        take_out.clicked.connect(partial(self._ask_out, batch))
        across = row(words, take_out, spacing=12)
        across.setStretch(0, 1)
        line.addLayout(across)
        if batch.changed:
            kept = self.tr("Changed since, and kept in any case: {count}.")
            line.addWidget(muted(kept.format(count=number(batch.changed))))
        return line

    def _ask_out(self, batch: Batch) -> None:
        self.take_out_asked.emit(batch)
