"""A week looked back on: what is there in words, a few questions, and an entry when asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from familysupport.for_me.model import CheckIn
from familysupport.for_me.store import ForMeStore
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.session import Session
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.for_me.look_back import LookBackPage
from familysupport.ui.journal.tab import JournalTab

SATURDAY = datetime.fromisoformat("2026-11-21T10:00:00+01:00")


@pytest.fixture
def filled(session: Session) -> Session:
    QLocale.setDefault(QLocale("en_GB"))
    session.journal.save(Entry(0, SATURDAY, Kind.VISIT, Mood.STEADY, "The garden"))
    session.journal.save(Entry(0, SATURDAY.replace(hour=12), Kind.CALL, Mood.HARD, "A call"))
    session.for_me.save_check_in(CheckIn(date(2026, 11, 20), {"feel": "mixed", "sleep": "well"}))
    return session


@pytest.fixture
def page(filled: Session, leaf: ForMePage, hands: Any) -> LookBackPage:
    hands.press(leaf, "Look back")
    return leaf.findChild(LookBackPage)


def said(page: LookBackPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_it_tells_what_is_there_in_words(page: LookBackPage) -> None:
    words = said(page)
    assert "16 November 2026 to 22 November 2026" in words
    assert "A visit: 1 · A call: 1" in words
    assert "Saturday 21: written as steady, hard" in words
    assert "Friday 20, check-in: mixed · slept well" in words


def test_an_empty_week_says_so_without_reproach(page: LookBackPage, hands: Any) -> None:
    hands.press(page, "Week before")
    assert "Nothing was written in the journal this week." in said(page)


def test_weeks_to_come_cannot_be_looked_at(page: LookBackPage, hands: Any) -> None:
    hands.press(page, "Week after")
    assert "23 November 2026" in said(page)
    assert not page._later.isEnabled()


def test_answers_are_kept_week_by_week(page: LookBackPage, hands: Any, store: ForMeStore) -> None:
    assert page._fields["well"].hasFocus()
    hands.keys("a walk")
    hands.press(page, "Week before")
    assert page._fields["well"].toPlainText() == ""
    hands.press(page, "Week after")
    assert page._fields["well"].toPlainText() == "a walk"
    assert store.page("look-back-2026-11-16") == {"well": "a walk"}


def test_it_becomes_an_entry_when_asked_and_stays_where_it_is(
    page: LookBackPage, hands: Any, tab: JournalTab, session: Session, store: ForMeStore
) -> None:
    hands.keys("a walk")
    hands.press(page, "Keep as an entry")
    entry = session.journal.entries()[0]
    assert entry.kind is Kind.FOR_ME
    assert entry.title == "Looking back: 16 November 2026 to 22 November 2026"
    assert "A visit: 1 · A call: 1" in entry.text
    assert "**What went well, even a little?**\na walk" in entry.text
    assert "What was heavy?" not in entry.text
    assert tab._editor.entry.id == entry.id
    assert store.page("look-back-2026-11-16") == {"well": "a walk"}


def test_the_lock_keeps_the_answers(
    page: LookBackPage, hands: Any, tab: JournalTab, store: ForMeStore
) -> None:
    hands.keys("tea")
    tab.flush()
    assert store.page("look-back-2026-11-16") == {"well": "tea"}
