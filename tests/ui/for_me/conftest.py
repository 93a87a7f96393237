"""The leaf "For me" as it stands in the Journal, and hands that press and type."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from familysupport.context import AppContext
from familysupport.for_me.store import ForMeStore
from familysupport.journal.model import Entry
from familysupport.session import Session
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.journal.tab import JournalTab


@pytest.fixture
def store(session: Session) -> ForMeStore:
    return session.for_me


@pytest.fixture
def tab(session: Session, context: AppContext, clock: Any, dressed: Any, qtbot: Any) -> JournalTab:
    session.journal.save(Entry(0, clock.now(), text="He rang."))
    opened = JournalTab(session, context)
    opened.refresh()
    qtbot.addWidget(opened)
    opened.resize(1200, 760)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    return opened


@pytest.fixture
def leaf(tab: JournalTab) -> ForMePage:
    press(tab, "For me")
    return tab.findChild(ForMePage)


def press(within: QWidget, words: str) -> None:
    QApplication.processEvents()
    found = [
        one
        for one in within.findChildren(QPushButton)
        if one.text().replace("&", "") == words and one.isVisible()
    ]
    assert found, f"no visible button {words!r}"
    QTest.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()


def keys(*typed: str | Qt.Key) -> None:
    """Press keys one by one, wherever the keyboard is."""
    for one in typed:
        if isinstance(one, str):
            for sign in one:
                QTest.keyClick(QApplication.focusWidget(), sign)
        else:
            QTest.keyClick(QApplication.focusWidget(), one)
        QApplication.processEvents()


@pytest.fixture
def hands() -> Any:
    class Hands:
        press = staticmethod(press)
        keys = staticmethod(keys)

    return Hands
