"""One window in a process of its own; prints when it was first painted and the memory it holds.

What it shows comes as the first word: `bare` (a plain Qt window), `locked` or `open` (the program
over the data folder that comes as the second word).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Notes the moment in which the window is painted for the first time, then ends."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything pass; after the first paint, report."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        moment = time.monotonic()
        QTimer.singleShot(300, lambda: self._end(moment))

    def _end(self, moment: float) -> None:
        print(moment, resident_mebibytes(), flush=True)
        QApplication.exit(0)


def resident_mebibytes() -> float:
    """Return the memory this process holds, or 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    import resource

    return pages * resource.getpagesize() / 2**20


def bare() -> None:
    """Show an empty window of the same size."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1200, 800)
    _watch = FirstPaint(window)
    window.show()
    app.exec()


def program(data: Path, *, unlocked: bool) -> None:
    """Show the program; unlocked, with the journal in front."""
    from familysupport.app import House, make_application
    from familysupport.clock import Clock
    from familysupport.paths import find_paths

    app = make_application()
    paths = find_paths(data)
    house = House(app, paths, Clock())
    if unlocked:
        from familysupport.ui.main_window import JOURNAL
        from familysupport.vault.vault import Vault

        house.window.unlock(Vault.open(paths.vault, bytes(range(32))))
        house.window.go_to(JOURNAL)
    _watch = FirstPaint(house.window)
    house.window.show()
    app.exec()


if sys.argv[1] == "bare":
    bare()
else:
    program(Path(sys.argv[2]), unlocked=sys.argv[1] == "open")
