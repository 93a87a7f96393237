from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from familysupport.context import AppContext
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.session import Session
from familysupport.ui.journal.tab import JournalTab

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.fixture
def store(session: Session) -> JournalStore:
    return session.journal


@pytest.fixture
def write(store: JournalStore) -> Any:
    def save(text: str, days_ago: int = 1, **fields: Any) -> Entry:
        return store.save(Entry(0, NOW - timedelta(days=days_ago), text=text, **fields))

    return save


@pytest.fixture
def open_tab(session: Session, context: AppContext, dressed: Any, qtbot: Any) -> Any:
    def make() -> JournalTab:
        tab = JournalTab(session, context)
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        return tab

    return make
