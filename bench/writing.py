"""One keystroke in a statement of 50,000 characters, from the key to the painted screen; saving."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from _shared import make_vault, milliseconds, row
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.statements.model import Statement
from familysupport.ui.main_window import STATEMENTS

LENGTH = 50_000
KEYS = 60


def keystrokes(app: QApplication, editor: QPlainTextEdit) -> list[float]:
    """Type at the end and return how long each key took until it stood on the screen."""
    spans = []
    for number in range(KEYS):
        begun = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_E)
        editor.viewport().repaint()
        spans.append((time.perf_counter() - begun) * 1000)
        app.processEvents()
    return spans


def main() -> None:
    """Open a long statement in the real window and type into it."""
    print("Typing")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        app = make_application()
        house = House(app, find_paths(Path(folder)), Clock())
        house.window.unlock(vault)
        session = house.window.session
        assert session is not None
        text = ("I was afraid that night, and I am still here. " * 2000)[:LENGTH]
        session.statements.save(Statement(author="Mum", title="Long", text=text))
        house.window.show()
        house.window.go_to(STATEMENTS)
        app.processEvents()
        editor = max(
            house.window.findChildren(QPlainTextEdit), key=lambda one: len(one.toPlainText())
        )
        editor.setFocus()
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        spans = keystrokes(app, editor)
        row(f"a key in {LENGTH:,} characters", f"{statistics.median(spans):.1f} ms", "under 8 ms")
        row("the slowest of them", f"{max(spans):.1f} ms")
        whole = session.statements.statements()[0]
        span = milliseconds(lambda: session.statements.save(whole))
        row("saving that statement", f"{span:.1f} ms")
        house.window.close()


main()
