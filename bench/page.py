"""Pasting a megabyte into a journal entry, a key afterwards at both ends, saving and opening it.

The text is full of marks, a third of its lines empty; the worst case, all in one line, is told too.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _shared import make_vault, row
from PySide6.QtCore import QMimeData, Qt, QThreadPool
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.ui.journal.editor import EntryEditor
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.main_window import JOURNAL

LENGTH = 1_000_000
LINES = "He has **colour** in his face. We walked round the *garden* twice.\n\n- item **b**\n"
SENTENCE = "I was afraid that night, and I am still here. "


def timed(page: PageText, act: Callable[[], object]) -> float:
    """Return the milliseconds of `act`, until the page is painted."""
    begun = time.perf_counter()
    act()
    page.viewport().repaint()
    span = (time.perf_counter() - begun) * 1000
    QApplication.processEvents()
    return span


def measure(editor: EntryEditor, name: str, piece: str) -> None:
    """Write one line of the table for each thing a person waits for."""
    page = editor.findChild(PageText)
    data = QMimeData()
    data.setText((piece * (LENGTH // len(piece) + 1))[:LENGTH])
    editor.begin()
    row(f"{name}: paste 1 MB", f"{timed(page, lambda: page.insertFromMimeData(data)):.0f} ms")
    for place, where in (
        ("end", QTextCursor.MoveOperation.End),
        ("start", QTextCursor.MoveOperation.Start),
    ):
        page.moveCursor(where)
        QApplication.processEvents()
        spans = [timed(page, lambda: QTest.keyClick(page, Qt.Key.Key_E)) for _ in range(9)]
        row(f"{name}: a key at the {place}", f"{sorted(spans)[4]:.1f} ms", "under 50 ms")
    row(f"{name}: save", f"{timed(page, editor.flush):.0f} ms")
    entry = editor.entry
    editor.begin()
    row(f"{name}: open", f"{timed(page, lambda: editor.show_entry(entry)):.0f} ms")


def main() -> None:
    """Measure in the real window."""
    print("A megabyte in the Journal")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        house = House(make_application(), find_paths(Path(folder)), Clock())
        house.window.resize(1200, 800)
        house.window.show()
        house.window.begin()
        house.window.unlock(vault)
        house.window.go_to(JOURNAL)
        tab = house.window.rooms.page(JOURNAL)
        tab.write()
        QApplication.processEvents()
        measure(tab.findChild(EntryEditor), "in lines", LINES)
        measure(tab.findChild(EntryEditor), "all one line", SENTENCE)
        house.window.close()
        QThreadPool.globalInstance().waitForDone()


main()
