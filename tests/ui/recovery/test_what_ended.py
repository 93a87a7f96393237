"""A habit or a limit that ended is asked about no more, and its past stays in sight."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from recovery_hands import field, words

from familysupport.context import AppContext
from familysupport.journal.model import Entry
from familysupport.recovery.due import due
from familysupport.recovery.model import Habit, Limit, WeekAnswer, monday_of
from familysupport.recovery.store import RecoveryStore
from familysupport.session import Session
from familysupport.ui.journal.beside import Beside
from familysupport.ui.journal.seeing_page import SeeingPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.recovery.page import RecoveryPage
from familysupport.ui.recovery.tick import Tick

TODAY = date(2026, 11, 23)


def end_it(page: RecoveryPage, press: Any, qtbot: Any, name: str) -> None:
    press(page, f"Change {name}")
    qtbot.keyClick(field(page, "Until: It ended on", QCheckBox), Qt.Key.Key_Space)
    press(page, "Keep")


def test_a_limit_that_ended_is_asked_about_no_more(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    limit = store.save(Limit(words="No cash", since=TODAY - timedelta(30)))
    store.answer_week(limit.id, monday_of(TODAY) - timedelta(14), WeekAnswer.KEPT)
    assert due(store, TODAY)
    page = open_page()
    press(page, "Limits")
    end_it(page, press, qtbot, "No cash")
    said = words(page)
    assert "until 23 November 2026" in said
    assert "kept in 1 week" in said
    assert "This week" not in said
    assert not due(store, TODAY)


def test_a_habit_that_ended_leaves_the_week_and_can_be_taken_up_again(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    store.save(Habit(name="Dinner together"))
    page = open_page()
    press(page, "Habits")
    end_it(page, press, qtbot, "Dinner together")
    assert "once a week · until 23 November 2026" in words(page)
    assert not [one for one in page.findChildren(Tick) if one.isVisible()]
    press(page, "Take over: Dinner together")
    assert [one for one in page.findChildren(Tick) if one.isVisible()]


def test_what_ended_stays_in_the_charts_of_its_weeks_and_leaves_the_side(
    session: Session, context: AppContext, dressed: Any, qtbot: Any
) -> None:
    store, before = session.recovery, TODAY - timedelta(14)
    session.journal.save(Entry(0, context.clock.now(), text="We talked"))
    habit = store.save(Habit(name="Dinner together", until=TODAY - timedelta(7)))
    store.tick(habit.id, before)
    limit = store.save(Limit(words="No cash", since=before, until=TODAY - timedelta(7)))
    store.answer_week(limit.id, monday_of(before), WeekAnswer.KEPT)
    page = SeeingPage(session.finding, store, context)
    qtbot.addWidget(page)
    page.refresh()
    charts = {one.name: one.lines for one in page.cards}
    assert charts["Habits of the family"][0][1] == "Dinner together"
    assert charts["Limits we agreed"][0][1] == "No cash: Kept"
    tab = JournalTab(session, context)
    qtbot.addWidget(tab)
    tab.resize(1300, 700)
    tab.show()
    said = words(tab.findChild(Beside))
    assert "No cash" not in said
    assert "Dinner together" not in said
