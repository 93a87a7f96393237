"""Beside the entries: a part is there only when it has something to say, and leads to its page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from familysupport.journal.return_plan import NAME
from familysupport.journal.store import JournalStore
from familysupport.prepare.changes import Limit as PlannedLimit
from familysupport.prepare.model import Person
from familysupport.prepare.treatment import TreatmentPlace
from familysupport.recovery.model import (
    Appointment,
    Contact,
    Habit,
    Limit,
    Stay,
    Supply,
    WeekAnswer,
)
from familysupport.recovery.store import RecoveryStore
from familysupport.session import Session
from familysupport.ui.journal.beside import Beside
from familysupport.ui.journal.return_plan import ReturnPlanPage
from familysupport.ui.journal.support import planned_limits, planned_people, planned_place
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.recovery.page import RecoveryPage

TODAY = date(2026, 11, 23)


@pytest.fixture
def recovery(session: Session) -> RecoveryStore:
    return session.recovery


@pytest.fixture
def tab(open_tab: Any, write: Any) -> Any:
    write("a visit")
    return open_tab


def told(within: QWidget) -> str:
    QApplication.processEvents()
    seen = [one for one in within.findChildren(QLabel) if one.isVisible()]
    seen.sort(key=lambda one: one.mapTo(within, QPoint()).y())
    return "\n".join(one.text() for one in seen)


def press(qtbot: Any, within: QWidget, words: str) -> None:
    QApplication.processEvents()
    found = [
        one
        for one in within.findChildren(QPushButton)
        if words in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert found, f"no visible button {words!r}"
    qtbot.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()


def beside(tab: JournalTab) -> Beside:
    found = tab.findChild(Beside)
    assert isinstance(found, Beside)
    return found


def test_with_nothing_kept_there_is_one_quiet_line(tab: Any, qtbot: Any) -> None:
    opened = tab()
    column = beside(opened)
    said = told(column)
    for name in ("Day", "This week", "Coming up", "Limits", "If they use again"):
        assert name not in said
    names = [one.text() for one in column.findChildren(QPushButton) if one.isVisible()]
    assert names[0] == "Add the day treatment began"
    press(qtbot, column, "Add the day treatment began")
    page = opened.findChild(RecoveryPage)
    assert page.isVisible()
    assert QApplication.focusWidget().accessibleName() == "From"
    press(qtbot, page, "Keep")
    assert "Day 1 of treatment" in told(column)


def test_everything_that_is_kept_stands_in_its_order(
    tab: Any, recovery: RecoveryStore, store: JournalStore
) -> None:
    recovery.save(Stay(since=date(2026, 10, 21)))
    recovery.save(Appointment(day=TODAY + timedelta(1), hour="10:30", who="Dr Lee", place="Clinic"))
    recovery.save(Habit(name="Support group"))
    limit = recovery.save(Limit(words="I give no cash.", since=date(2026, 10, 1)))
    for number in (1, 2, 5):
        recovery.answer_week(limit.id, TODAY - timedelta(7 * number), WeekAnswer.KEPT)
    recovery.answer_week(limit.id, TODAY - timedelta(21), WeekAnswer.NOT_THIS_WEEK)
    store.save_page(NAME, {"signs": "no sleep", "people": "Rosa", "clinic": " "})
    said = told(beside(tab())).split("\n")
    order = [
        *("Day 34 of treatment", "Next: 60 days · 19 December", "Coming up"),
        *("tomorrow · 10:30 · Dr Lee", "Clinic", "This week", "Support group"),
        *("Limits we agreed", "I give no cash.", "kept in 3 weeks"),
        *("If they use again", "Your plan: 2 parts written"),
    ]
    assert [one for one in said if one in order] == order


def test_what_expires_and_the_end_of_treatment_are_told_and_lead_on(
    tab: Any, qtbot: Any, recovery: RecoveryStore
) -> None:
    recovery.save(Stay(since=TODAY - timedelta(30), until=TODAY))
    recovery.save(Supply(place="The car", expires=TODAY + timedelta(12)))
    recovery.save(Supply(place="Kitchen", expires=TODAY + timedelta(400)))
    opened = tab()
    column = beside(opened)
    assert told(column).count("Naloxone: expires in 12 days") == 1
    asked: list[str] = []
    opened.lesson_asked.connect(asked.append)
    press(qtbot, column, "Danger after a break")
    assert asked == ["danger-after-a-break"]
    press(qtbot, column, "Look at the dates")
    assert "Ask for a new one now" in told(opened.findChild(RecoveryPage))


def test_a_tick_beside_the_entries_is_kept_and_the_page_in_front_stays(
    tab: Any, qtbot: Any, recovery: RecoveryStore
) -> None:
    habit = recovery.save(Habit(name="Support group"))
    opened = tab()
    box = next(one for one in beside(opened).findChildren(QCheckBox) if one.isVisible())
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert recovery.ticked(TODAY, TODAY) == {habit.id: [TODAY]}
    assert not opened.findChild(RecoveryPage)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert recovery.ticked(TODAY, TODAY) == {}


def test_the_week_and_the_plan_are_one_press_away(
    tab: Any, qtbot: Any, recovery: RecoveryStore
) -> None:
    recovery.save(Stay(since=TODAY))
    recovery.save(Limit(words="I give no cash.", since=TODAY))
    opened = tab()
    press(qtbot, beside(opened), "How was the week?")
    assert "This week" in told(opened.findChild(RecoveryPage))
    press(qtbot, opened, "I give no cash., This week: Kept")
    assert "kept in 1 week" in told(beside(opened))
    press(qtbot, beside(opened), "Open the plan")
    assert opened.findChild(ReturnPlanPage).isVisible()


def test_the_column_folds_away_where_there_is_no_room(tab: Any) -> None:
    opened = tab()
    assert beside(opened).isVisible()
    opened.resize(1100, 760)
    QApplication.processEvents()
    assert not beside(opened).isVisible()


def test_what_stands_in_prepare_is_handed_over_in_words(session: Session, context: Any) -> None:
    rosa = session.people.save(Person(name="Rosa", contact="555 0100"))
    session.people.save(Person(name="Tim", is_child=True))
    session.plan.save(PlannedLimit(person=rosa.uid, act="not give\ncash"))
    session.plan.save(PlannedLimit(act="sleep at night"))
    session.plan.save(PlannedLimit(act=" "))
    limits = planned_limits(session, context)
    assert [one.words for one in limits] == [
        "Rosa: I will not give cash",
        "I will sleep at night",
    ]
    assert all(one.uid and one.since == TODAY for one in limits)
    (contact,) = planned_people(session)
    assert (contact.name, contact.number, contact.uid) == ("Rosa", "555 0100", rosa.uid)
    session.plan.save(TreatmentPlace(name="Other House"))
    assert planned_place(session) == ""
    session.plan.save(TreatmentPlace(name="Rose House ", phone="555 0111", held=True))
    found = [(one.name, one.number) for one in planned_people(session)]
    assert found == [("Rose House", "555 0111"), ("Rosa", "555 0100")]
    assert planned_place(session) == "Rose House"


def test_the_place_held_in_prepare_stands_in_the_first_stay_until_it_is_changed(
    tab: Any, qtbot: Any, session: Session, recovery: RecoveryStore
) -> None:
    session.plan.save(TreatmentPlace(name="Rose House", held=True))
    opened = tab()
    press(qtbot, beside(opened), "Add the day treatment began")
    assert recovery.items(Stay) == []
    press(qtbot, opened.findChild(RecoveryPage), "Keep")
    assert [one.name for one in recovery.items(Stay)] == ["Rose House"]


def test_the_plan_takes_over_people_places_and_limits_when_asked_and_only_once(
    tab: Any, qtbot: Any, recovery: RecoveryStore, store: JournalStore
) -> None:
    recovery.save(Contact(name="Clinic", number="555 0199", purpose="a missed dose"))
    recovery.save(Supply(place="Kitchen drawer"))
    recovery.save(Limit(words="I give no cash.", since=TODAY))
    store.save_page(NAME, {"people": "Rosa, at night"})
    opened = tab()
    press(qtbot, opened, "Return-to-use plan")
    page = opened.findChild(ReturnPlanPage)
    for part in ("People to call, with numbers", "Where the naloxone is", "Limits that stand"):
        press(qtbot, page, f"Take over what is noted: {part}")
    assert not any(one.isVisible() for one in page._offered.values())
    opened.flush()
    kept = store.page(NAME)
    assert kept["people"] == "Rosa, at night\nClinic · 555 0199 · a missed dose"
    assert kept["naloxone"] == "Kitchen drawer"
    assert kept["limits"] == "I give no cash."


def test_the_plan_leads_to_emergency_and_the_danger_after_a_break(tab: Any, qtbot: Any) -> None:
    opened = tab()
    asked: list[str] = []
    opened.emergency_asked.connect(asked.append)
    opened.lesson_asked.connect(asked.append)
    press(qtbot, opened, "Return-to-use plan")
    page = opened.findChild(ReturnPlanPage)
    press(qtbot, page, "Open Emergency")
    press(qtbot, page, "Read: the danger after a break")
    assert asked == ["overdose", "danger-after-a-break"]


def test_the_pages_open_with_no_entry_yet_and_stay_when_the_tab_comes_back(
    open_tab: Any, qtbot: Any
) -> None:
    opened = open_tab()
    press(qtbot, opened, "After treatment begins")
    page = opened.findChild(RecoveryPage)
    assert page.isVisible()
    opened.refresh()
    assert page.isVisible()
    press(qtbot, page, "Back to the entries")
    assert not page.isVisible()
