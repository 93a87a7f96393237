"""A letter that was begun elsewhere comes in from a file; nothing here is written over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit import jobs
from familysupport.ui.kit.files import Choose, Kind, ask_which_to_open, show


class TakingIn(QObject):
    """Asks for a file and reads it beside the window; `taken` carries its words."""

    taken = Signal(str)

    def __init__(self, window: QWidget, choose: Choose | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._choose = choose or show

    def ask(self) -> None:
        """Ask which file, and read it.

        FileTooLargeError and FileUnreadableError are told at the window, and nothing is taken in.
        """
        from familysupport.documents.formats import READABLE, read_words

        kinds = (Kind(self.tr("Letters"), READABLE),)
        path = ask_which_to_open(self._window, kinds, self._choose)
        if path is not None:
            jobs.run(self, partial(read_words, path), self.taken.emit, jobs.tell)
