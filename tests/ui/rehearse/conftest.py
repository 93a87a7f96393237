from __future__ import annotations

from typing import Any

import pytest

from familysupport.context import AppContext
from familysupport.rehearse.prepared import Moment, Prepared
from familysupport.rehearse.store import RehearseStore
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.rehearse.tab import RehearseTab

TEXT = "I love you and I miss you.\n\nI was there in March.\nWill you come with me today?"


@pytest.fixture
def statements(session: Session) -> StatementStore:
    return session.statements


@pytest.fixture
def rehearse(session: Session) -> RehearseStore:
    return session.rehearse


@pytest.fixture
def write(statements: StatementStore) -> Any:
    def save(text: str = TEXT, author: str = "Anna", title: str = "") -> Statement:
        return statements.save(Statement(author=author, title=title, text=text))

    return save


@pytest.fixture
def open_tab(session: Session, context: AppContext, dressed: Any, qtbot: Any) -> Any:
    def make(*, first: bool = False) -> RehearseTab:
        if not first:
            for moment in (Moment.BEFORE, Moment.PRACTISED):
                skipped = Prepared(moment, context.clock.now(), (None,) * 4)
                session.rehearse.keep_prepared(skipped)
        tab = RehearseTab(session, context)
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        tab.refresh()
        return tab

    return make
