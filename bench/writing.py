"""One keystroke in a statement of 50,000 characters, from the key to the painted screen; saving.

A letter has paragraphs. The worst case, all of it in one paragraph, is told too.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from _shared import make_vault, milliseconds, row
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.statements.model import Statement
from familysupport.ui.main_window import LEARN, STATEMENTS

LENGTH = 50_000
KEYS = 60
SENTENCE = "I was afraid that night, and I am still here. "


def keystrokes(editor: QPlainTextEdit) -> list[float]:
    """Type at the end and return how long each key took until it stood on the screen."""
    spans = []
    for number in range(KEYS):
        begun = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_E)
        editor.viewport().repaint()
        spans.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
    return spans


def measure(house: House, name: str, text: str, reach: str) -> None:
    """Keep a statement with `text`, open it in the window, type into it, save it."""
    session = house.window.session
    assert session is not None
    for old in session.statements.statements():
        session.statements.delete(old.id)
    house.window.go_to(LEARN)
    session.statements.save(Statement(author="Mum", title="Long", text=text[:LENGTH]))
    house.window.go_to(STATEMENTS)
    QApplication.processEvents()
    fields = house.window.findChildren(QPlainTextEdit)
    editor = max(fields, key=lambda one: len(one.toPlainText()))
    assert len(editor.toPlainText()) > LENGTH - 100
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    spans = keystrokes(editor)
    middle, slowest = statistics.median(spans), max(spans)
    row(f"a key in {LENGTH:,} characters, {name}", f"{middle:.1f} ms", reach)
    row("the slowest of them", f"{slowest:.1f} ms")
    house.window.rooms.private[STATEMENTS].flush()
    whole = session.statements.statements()[0]
    row("saving that statement", f"{milliseconds(lambda: session.statements.save(whole)):.1f} ms")


def main() -> None:
    """Type into the real window."""
    print("Typing")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        house = House(make_application(), find_paths(Path(folder)), Clock())
        house.window.show()
        house.window.begin()
        house.window.unlock(vault)
        paragraphs = (SENTENCE * 9 + "\n\n") * (LENGTH // 400)
        measure(house, "in paragraphs", paragraphs, "under 8 ms")
        measure(house, "all one paragraph", SENTENCE * (LENGTH // 40), "(a worst case)")
        house.window.close()
        QThreadPool.globalInstance().waitForDone()


main()
