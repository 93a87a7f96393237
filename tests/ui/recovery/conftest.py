from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from familysupport.context import AppContext
from familysupport.recovery.store import RecoveryStore
from familysupport.session import Session
from familysupport.ui.recovery.page import RecoveryPage

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def store(session: Session) -> RecoveryStore:
    return session.recovery


@pytest.fixture
def open_page(store: RecoveryStore, context: AppContext, dressed: Any, qtbot: Any) -> Any:
    def make() -> RecoveryPage:
        page = RecoveryPage(store, context)
        qtbot.addWidget(page)
        page.resize(620, 760)
        page.refresh()
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


@pytest.fixture
def press(qtbot: Any) -> Any:
    """Press the first visible button with these words, by key, as seen or as read aloud."""

    def do(within: QWidget, words: str) -> None:
        QApplication.processEvents()
        found = [
            one
            for one in within.findChildren(QPushButton)
            if words in (one.text(), one.accessibleName()) and one.isVisible()
        ]
        assert found, f"no visible button {words!r}"
        qtbot.keyClick(found[0], Qt.Key.Key_Space)
        QApplication.processEvents()

    return do
