from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.tab import JournalTab

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.fixture
def store(db: Database, clock: Any) -> JournalStore:
    return JournalStore(db, clock)


@pytest.fixture
def write(store: JournalStore) -> Any:
    def save(text: str, days_ago: int = 1, **fields: Any) -> Entry:
        return store.save(Entry(0, NOW - timedelta(days=days_ago), text=text, **fields))

    return save


@pytest.fixture
def open_tab(store: JournalStore, clock: Any, qtbot: Any) -> Any:
    def make() -> JournalTab:
        tab = JournalTab(SimpleNamespace(journal=store), SimpleNamespace(clock=clock))
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        return tab

    return make
