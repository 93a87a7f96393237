"""One window in a process of its own; prints when it was first painted and the memory it holds.

What it shows comes as the first word: `bare` (a plain Qt window), or the program over the data
folder that comes as the second word: `locked` as it starts, `open` with the journal in front,
`all` after every tab was opened. For the program, the moment of its first full page follows.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_REST_MS = 1500


class FirstPaint(QObject):
    """Notes the moment in which a window is painted for the first time."""

    def __init__(self, window: QWidget, noted: Callable[[float], None]) -> None:
        super().__init__(window)
        self._window = window
        self._noted = noted
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything pass; once the first paint is over, tell."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._noted(time.monotonic()))
        return False


def resident_mebibytes() -> float:
    """Return the memory this process holds, or 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    import resource

    return pages * resource.getpagesize() / 2**20


def report(*moments: float) -> None:
    """Rest a while, then print the moments and the memory, and end."""
    QTimer.singleShot(_REST_MS, lambda: _end(moments))


def _end(moments: tuple[float, ...]) -> None:
    print(*moments, resident_mebibytes(), flush=True)
    QApplication.exit(0)


def bare() -> None:
    """Show an empty window of the same size."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1200, 800)
    _watch = FirstPaint(window, report)
    window.show()
    app.exec()


def program(data: str, tabs: tuple[int, ...]) -> None:
    """Start the program as a person does; then unlock it, if `tabs` names what to open."""
    import familysupport.ui  # noqa: F401  first, as the program itself does
    from familysupport import app
    from familysupport.ui.main_window import MainWindow

    moments: list[float] = []

    class Watched(MainWindow):
        def showEvent(self, event: object) -> None:
            self._watch = FirstPaint(self, moments.append)
            self.begun.connect(self._has_begun)

        def _has_begun(self) -> None:
            self.repaint()
            moments.append(time.monotonic())
            if tabs:
                QTimer.singleShot(_REST_MS, lambda: open_tabs(self, data, tabs))
            report(*moments) if not tabs else None

    app.MainWindow = Watched
    app.main(["familysupport", "--data", data])


def open_tabs(window: QWidget, data: str, tabs: tuple[int, ...]) -> None:
    """Unlock the window and go from tab to tab."""
    from familysupport.paths import find_paths
    from familysupport.vault.vault import Vault

    window.unlock(Vault.open(find_paths(Path(data)).vault, bytes(range(32))))
    for place, tab in enumerate(tabs):
        QTimer.singleShot(200 * place, lambda number=tab: window.go_to(number))
    QTimer.singleShot(200 * len(tabs), lambda: report(0.0, 0.0))


if sys.argv[1] == "bare":
    bare()
else:
    program(sys.argv[2], {"locked": (), "open": (4,), "all": (0, 1, 2, 3, 4)}[sys.argv[1]])
