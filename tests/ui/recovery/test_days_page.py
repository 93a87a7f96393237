"""Days: typed as one writes them, counted, and counted again without losing one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QTableView,
    QToolButton,
)
from recovery_hands import field, words

from familysupport.recovery.model import (
    Milestone,
    MilestoneKind,
    Stay,
    Where,
)
from familysupport.recovery.store import RecoveryStore

TODAY = date(2026, 11, 23)


def test_the_day_treatment_began_is_typed_and_counted(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    assert "Days are counted from the day treatment began." in words(page)
    press(page, "Add the day treatment began")
    day = field(page, "From")
    assert day.hasFocus()
    day.selectAll()
    qtbot.keyClicks(day, "22 oct")
    assert "Thursday 22 October 2026" in words(page)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    press(page, "Keep")
    (stay,) = store.items(Stay)
    assert (stay.since, stay.until, stay.where) == (date(2026, 10, 21), None, Where.TREATMENT)
    said = words(page)
    assert "Day 34 of treatment" in said
    assert "Next: 60 days · 19 December" in said
    assert "In all: 34 days in treatment." in said


def test_a_stay_ends_on_a_day_and_home_is_offered_next(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    store.save(Stay(since=TODAY - timedelta(9), name="Rose House"))
    page = open_page()
    press(page, "Change In treatment · Rose House")
    qtbot.keyClick(field(page, "Until: It ended on", QCheckBox), Qt.Key.Key_Space)
    until = field(page, "Until")
    until.selectAll()
    qtbot.keyClicks(until, "yesterday")
    press(page, "Keep")
    assert store.items(Stay)[0].until == TODAY - timedelta(1)
    press(page, "Add a stay")
    press(page, "Keep")
    home = store.items(Stay)[1]
    assert (home.where, home.since) == (Where.HOME, TODAY)
    said = words(page)
    assert "Day 10 since treatment began" in said
    assert "Day 1 at home." in said


def test_days_that_are_past_are_never_told_as_still_to_begin(
    open_page: Any, store: RecoveryStore
) -> None:
    store.save(Stay(since=TODAY - timedelta(9), until=TODAY - timedelta(20)))
    said = words(open_page())
    assert "The end is before the beginning. Look at the days again." in said
    assert "Begins" not in said


def test_a_day_that_is_no_day_is_not_kept_and_nothing_changes(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    kept = store.save(Stay(since=TODAY, until=TODAY + timedelta(3)))
    page = open_page()
    press(page, "Change In treatment")
    for name in ("From", "Until"):
        day = field(page, name)
        day.selectAll()
        qtbot.keyClicks(day, "31 feb")
        assert "Write the day like this: 23 Nov 2026" in words(page)
        press(page, "Keep")
        assert f"Still needed: {name}" in words(page)
        assert store.items(Stay) == [kept]
        day.selectAll()
        qtbot.keyClicks(day, "today")
    page.flush()
    assert (store.items(Stay)[0].since, store.items(Stay)[0].until) == (TODAY, TODAY)


def test_a_day_can_be_chosen_from_a_calendar_by_keys(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "Add the day treatment began")
    opener = field(page, "From: calendar", QToolButton)
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    calendar = page.findChild(QCalendarWidget)
    assert calendar.isVisible()
    table = calendar.findChild(QTableView)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not calendar.isVisible()
    press(page, "Keep")
    assert store.items(Stay)[0].since == TODAY - timedelta(1)


def test_the_weeks_around_the_end_of_treatment_say_what_matters(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    kept = store.save(Stay(since=TODAY - timedelta(30)))
    page = open_page()
    assert "most dangerous" not in words(page)
    store.save(replace(kept, until=TODAY + timedelta(5)))
    page.refresh()
    assert "after a break the body bears much less" in words(page)
    told: list[str] = []
    page.lesson_asked.connect(told.append)
    press(page, "Danger after a break")
    assert told == ["danger-after-a-break"]


def test_a_mark_is_told_on_its_day(open_page: Any, store: RecoveryStore) -> None:
    store.save(Stay(since=TODAY - timedelta(29)))
    store.save(Milestone(day=TODAY, name="First weekend at home"))
    assert "Today: 30 days and First weekend at home" in words(open_page())


def test_a_count_begins_again_kindly_and_no_day_is_lost(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    store.save(Stay(since=TODAY - timedelta(40)))
    page = open_page()
    press(page, "Count again from a day…")
    press(page, "Keep")
    (again,) = store.items(Milestone)
    assert (again.kind, again.day) == (MilestoneKind.AGAIN, TODAY)
    said = words(page)
    assert "Day 1, counted again" in said
    assert "40 days before this counted, and still count." in said
    assert "In all: 41 days in treatment." in said
    assert "no failure" in said
    for hard in ("relapse", "lost", "back to zero", "reset"):
        assert hard not in said.casefold()


def test_what_clinicians_call_it_is_told_with_its_source_and_claims_nothing(
    open_page: Any, store: RecoveryStore
) -> None:
    store.save(Stay(since=date(2026, 8, 1)))
    said = words(open_page())
    assert "3 months · 1 November 2026" in said
    assert "12 months · 1 August 2027" in said
    assert "a clinician decides" in said
    assert "F-51" in said
    assert "2022" in said


def test_a_deleted_day_comes_back_with_undo(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    store.save(Milestone(day=TODAY, name="First visit"))
    page = open_page()
    press(page, "Delete First visit")
    assert store.items(Milestone) == []
    press(page, "Undo")
    assert [one.name for one in store.items(Milestone)] == ["First visit"]
