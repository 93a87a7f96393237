"""Slow work in sight: what is being done, how far it is, and a way to end it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from familysupport.errors import EndedError
from familysupport.progress import Watcher
from familysupport.ui.kit import jobs
from familysupport.ui.kit.widgets import announce, button, label, muted, row

_FULL = 100


def _in_hundredths(say: jobs.Say) -> Callable[[float], None]:
    """Return what says each step in a hundred once."""
    last = -1

    def tell(share: float) -> None:
        nonlocal last
        percent = int(share * _FULL)
        if percent != last:
            last = percent
            say(percent)

    return tell


class ProgressLine(QWidget):
    """Shows slow work while it is done; hidden as long as there is none.

    `run` hands the work a `Watcher`. When the line is taken away, the work is ended.
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._what = label("")
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._percent = muted("")
        self._percent.setWordWrap(False)
        self._cancel = button(QCoreApplication.translate("Progress", "Cancel"))
        self._cancel.clicked.connect(self._end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._what)
        across = row(self._bar, self._percent, self._cancel, spacing=12)
        across.setStretch(0, 1)
        layout.addLayout(across)
        self.hide()

    @property
    def busy(self) -> bool:
        """Tell whether work is under way."""
        return not self.isHidden()

    def run(
        self,
        what: str,
        work: Callable[[Watcher], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` off the window's thread; after a cancel neither `done` nor `failed` follows."""
        stop = self._stop = threading.Event()
        self.destroyed.connect(_ending(stop))
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._show(0)
        self._cancel.setEnabled(True)
        self.show()
        announce(self, what)

        def finish(result: object) -> None:
            self._put_away()
            done(result)

        def fail(error: Exception) -> None:
            self._put_away()
            if isinstance(error, EndedError):
                self.ended.emit()
            else:
                failed(error)

        def watched(say: jobs.Say) -> Any:
            return work(Watcher(_in_hundredths(say), stop.is_set))

        jobs.run_telling(self, watched, finish, fail, self._show)

    def _show(self, percent: int) -> None:
        self._bar.setValue(percent)
        said = QCoreApplication.translate("Progress", "{percent} %")
        self._percent.setText(said.format(percent=percent))

    def _put_away(self) -> None:
        self.hide()

    @Slot()
    def _end(self) -> None:
        self._stop.set()
        self._cancel.setEnabled(False)
        self._what.setText(QCoreApplication.translate("Progress", "Stopping…"))


def _ending(stop: threading.Event) -> Callable[[], None]:
    """Return what ends work without holding on to the widget that is destroyed."""

    def end() -> None:
        stop.set()

    return end
