from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.rehearse.tab import RehearseTab

TEXT = "I love you and I miss you.\n\nI was there in March.\nWill you come with me today?"


@pytest.fixture
def statements(db: Database, clock: Any) -> StatementStore:
    return StatementStore(db, clock)


@pytest.fixture
def rehearse(db: Database, clock: Any) -> RehearseStore:
    return RehearseStore(db, clock)


@pytest.fixture
def write(statements: StatementStore) -> Any:
    def save(text: str = TEXT, author: str = "Anna", title: str = "") -> Statement:
        return statements.save(Statement(author=author, title=title, text=text))

    return save


@pytest.fixture
def open_tab(statements: StatementStore, rehearse: RehearseStore, clock: Any, qtbot: Any) -> Any:
    def make() -> RehearseTab:
        session = SimpleNamespace(statements=statements, rehearse=rehearse)
        tab = RehearseTab(session, SimpleNamespace(clock=clock))
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        return tab

    return make
