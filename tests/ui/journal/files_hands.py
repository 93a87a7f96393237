"""What the tests of photos and files do with the strip."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from familysupport.ui.journal.files_strip import FilesStrip
from familysupport.ui.journal.files_tiles import FileCard
from familysupport.ui.journal.tab import JournalTab


def strip_of(tab: JournalTab) -> FilesStrip:
    return tab._files


def settled(qtbot: Any, tab: JournalTab) -> list[FileCard]:
    """Wait until all is in, and return what is shown."""
    strip = strip_of(tab)
    qtbot.waitUntil(lambda: not strip._intake.busy and not strip._coming, timeout=20_000)
    QApplication.processEvents()  # what was put into a page is shown
    return list(strip._cards.values())


def said(tab: JournalTab) -> str:
    return " ".join(one.text() for one in strip_of(tab).findChildren(QLabel) if one.isVisible())


def press(qtbot: Any, inside: Any, words: str) -> None:
    found = [b for b in inside.findChildren(QPushButton) if words in (b.text(), b.accessibleName())]
    qtbot.keyClick(next(b for b in found if b.isVisible()), Qt.Key.Key_Space)
