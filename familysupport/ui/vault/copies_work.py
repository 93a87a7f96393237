"""Slow work about copies that the window waits for, in sight and with a way to end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.progress import Watcher
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.progress import ProgressLine


class WorkDialog(CalmDialog):
    """Does `work` while it is open; `error` and `result` tell how it went."""

    def __init__(
        self, name: str, what: str, work: Callable[[Watcher], Any], parent: QWidget
    ) -> None:
        super().__init__(name, parent, 520, 260)
        self.result_of_work: Any = None
        self.error: Exception | None = None
        self._line = ProgressLine()
        self._line.ended.connect(self.reject)
        self.body.addWidget(self._line)
        self.body.addStretch(1)
        while (item := self.foot.takeAt(0)) is not None:  # Cancel is the way out
            if (usual := item.widget()) is not None:
                usual.deleteLater()
        self._line.run(what, work, self._done, self._failed)

    def reject(self) -> None:
        """Stay while the work is under way: Cancel ends it first."""
        if not self._line.busy:
            super().reject()

    def done(self, result: int) -> None:
        """Leave; where the window closes it, as the lock does, the work is ended too."""
        if self._line.busy and (cancel := self._line.findChild(QPushButton)) is not None:
            cancel.click()
        super().done(result)

    def _done(self, result: Any) -> None:
        self.result_of_work = result
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.error = error
        super().reject()


def do_work(
    name: str, what: str, work: Callable[[Watcher], Any], parent: QWidget
) -> tuple[bool, Any]:
    """Do `work` in sight; return whether it came to its end, and its result.

    Raises what went wrong in it.
    """
    dialog = WorkDialog(name, what, work, parent)
    finished = bool(dialog.exec())
    result, error = dialog.result_of_work, dialog.error
    dialog.deleteLater()
    if not finished:
        QThreadPool.globalInstance().waitForDone()  # it must not go on behind the window
    if error is not None:
        raise error
    return finished, result
