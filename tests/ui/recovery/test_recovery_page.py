"""The pages after treatment begins: added, changed, deleted and brought back by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
)

from familysupport.recovery.model import (
    Appointment,
    Contact,
    Habit,
    Limit,
    Milestone,
    MilestoneKind,
    Per,
    Sign,
    Stay,
    Supply,
    SupplyKind,
    WeekAnswer,
    Where,
)
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.recovery.page import Offers, Part, RecoveryPage
from familysupport.ui.recovery.tick import Tick

TODAY = date(2026, 11, 23)


def words(page: RecoveryPage) -> str:
    QApplication.processEvents()
    seen = [one for one in page.findChildren(QLabel) if one.isVisible()]
    seen.sort(key=lambda one: one.mapTo(page, QPoint()).y())
    return "\n".join(one.text() for one in seen)


def field(page: RecoveryPage, name: str, kind: Any = QLineEdit) -> Any:
    found = [one for one in page.findChildren(kind) if one.accessibleName() == name]
    return next(one for one in found if one.isVisible())


def tick(page: RecoveryPage, name: str) -> Tick:
    return next(
        one
        for one in page.findChildren(Tick)
        if one.isVisible() and one.box.accessibleName() == name
    )


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
    press(page, "Read: the danger after a break")
    assert told == ["danger-after-a-break"]


def test_a_mark_is_told_on_its_day(open_page: Any, store: RecoveryStore) -> None:
    store.save(Stay(since=TODAY - timedelta(29)))
    store.save(Milestone(day=TODAY, name="First weekend at home"))
    assert "Today: 30 days and First weekend at home" in words(open_page())


def test_a_long_list_shows_its_newest_part_first(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    for number in range(1, 60):
        store.save(Appointment(day=TODAY - timedelta(number), who=f"Visit {number} days ago"))
    page = open_page()
    press(page, "Appointments")
    said = words(page)
    assert said.index("Visit 1 days ago") < said.index("Visit 2 days ago")
    assert "Visit 41 days ago" not in said
    press(page, "Show more")
    assert "Visit 59 days ago" in words(page)


def test_the_sheet_of_a_row_far_up_comes_into_sight(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    for number in range(20):
        store.save(Contact(name=f"Person {number}"))
    page = open_page()
    press(page, "People to call")
    press(page, "Change Person 0")
    QApplication.processEvents()
    name = field(page, "Name")
    assert name.hasFocus()
    assert page.viewport().rect().contains(name.mapTo(page.viewport(), QPoint()))


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


def test_what_is_typed_is_kept_by_the_lock_and_by_another_page(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "People to call")
    press(page, "Add a person or a place")
    qtbot.keyClicks(field(page, "Name"), "Clinic")
    page.flush()
    assert [one.name for one in store.items(Contact)] == ["Clinic"]
    qtbot.keyClicks(field(page, "Number"), "555 0199")
    press(page, "Signs")
    assert [one.number for one in store.items(Contact)] == ["555 0199"]


def test_something_without_its_name_is_asked_for_and_not_kept(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "Appointments")
    press(page, "Add an appointment")
    press(page, "Keep")
    assert "Still needed: With whom, or what" in words(page)
    assert store.items(Appointment) == []
    press(page, "Leave as it was")
    assert store.items(Appointment) == []
    assert field(page, "Add an appointment", QPushButton).hasFocus()


def test_habits_are_taken_over_ticked_and_unticked(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "Habits")
    press(page, "Take over: Support group")
    (habit,) = store.items(Habit)
    box = tick(page, "Support group").box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert store.ticked(TODAY, TODAY) == {habit.id: [TODAY]}
    assert box.hasFocus() or box.isChecked()
    qtbot.mouseClick(tick(page, "Support group"), Qt.MouseButton.LeftButton)
    assert store.ticked(TODAY, TODAY) == {}


def test_a_daily_habit_tells_its_days_of_this_week_and_nothing_of_others(
    open_page: Any, press: Any, store: RecoveryStore, clock: Any
) -> None:
    habit = store.save(Habit(name="A walk", per=Per.DAY))
    for number in (0, 1, 7):
        store.tick(habit.id, TODAY - timedelta(number))
    clock.moment += timedelta(days=1)
    page = open_page()
    press(page, "Habits")
    assert "today · 1 day this week" in words(page)
    assert not tick(page, "A walk").box.isChecked()


def test_a_week_of_a_limit_is_answered_and_taken_back(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    store.save(Limit(words="No cash", since=TODAY - timedelta(30)))
    page = open_page()
    press(page, "Limits")
    press(page, "No cash, Last week: Kept")
    press(page, "No cash, This week: Not this week")
    monday = TODAY
    found = {one.monday: one.answer for one in store.limit_weeks(date.min, TODAY)}
    assert found == {
        monday: WeekAnswer.NOT_THIS_WEEK,
        monday - timedelta(7): WeekAnswer.KEPT,
    }
    assert "kept in 1 week" in words(page)
    press(page, "No cash, This week: Not this week")
    assert len(store.limit_weeks(date.min, TODAY)) == 1


def test_limits_and_people_of_the_plan_are_offered_once_and_never_taken_by_themselves(
    store: RecoveryStore, context: Any, dressed: Any, qtbot: Any, press: Any
) -> None:
    offers = Offers(
        limits=lambda: [Limit(words="Rosa: I will not give cash", since=TODAY, uid="l1")],
        people=lambda: [Contact(name="Rosa", number="555 0100", uid="p1")],
    )
    page = RecoveryPage(store, context, offers)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    press(page, "Limits")
    assert store.items(Limit) == []
    press(page, "Take them over")
    press(page, "People to call")
    assert store.items(Contact) == []
    press(page, "Take over: Rosa")
    assert [one.words for one in store.items(Limit)] == ["Rosa: I will not give cash"]
    assert [one.number for one in store.items(Contact)] == ["555 0100"]
    assert "stand in Prepare" not in words(page)
    press(page, "Limits")
    assert "stand in Prepare" not in words(page)


def test_the_first_ninety_days_show_this_week_and_keep_ticks(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    store.save(Stay(where=Where.HOME, since=TODAY - timedelta(8)))
    page = open_page()
    press(page, "First 90 days")
    assert "It is week 2 at home. The first day was 15 November." in words(page)
    assert "Finding a rhythm" in words(page)
    press(page, "Week 1")
    name = "Regular meals and bedtimes for all of us."
    qtbot.keyClick(tick(page, name).box, Qt.Key.Key_Space)
    assert store.steps_done() == {"week-1-sleep": TODAY}
    press(page, "Days")
    press(page, "First 90 days")
    assert tick(page, name).box.isChecked()


def test_the_plan_waits_for_home_unless_they_live_there(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    store.save(Stay(since=TODAY - timedelta(20)))
    page = open_page()
    press(page, "First 90 days")
    assert "The plan begins on the first day at home." in words(page)
    assert "Before they come home" in words(page)
    press(page, "They live at home during treatment")
    assert "It is week 3 at home." in words(page)
    assert [one.where for one in store.items(Stay)] == [Where.TREATMENT, Where.HOME]


@pytest.mark.parametrize(
    ("words_of_button", "signal", "value"),
    [
        ("Open Emergency", "emergency_asked", "overdose"),
        ("Read: The danger after a break", "lesson_asked", "danger-after-a-break"),
        ("Read: Return to use: signs, plan, what to say", "lesson_asked", "return-to-use"),
    ],
)
def test_signs_lead_to_emergency_and_the_lessons(
    open_page: Any, press: Any, words_of_button: str, signal: str, value: str
) -> None:
    page = open_page()
    told: list[str] = []
    getattr(page, signal).connect(told.append)
    press(page, "Signs")
    press(page, words_of_button)
    assert told == [value]


def test_a_sign_is_noted_with_a_day_and_a_few_words(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    plan: list[bool] = []
    page.plan_asked.connect(lambda: plan.append(True))
    press(page, "Signs")
    press(page, "Note a sign")
    qtbot.keyClicks(field(page, "A few words"), "no supper twice")
    press(page, "Keep")
    assert [(one.kind, one.day, one.note) for one in store.items(Sign)] == [
        ("hungry", TODAY, "no supper twice")
    ]
    assert "proves nothing" in words(page)
    press(page, "Open the plan")
    assert plan == [True]


def test_a_date_on_naloxone_and_on_a_medicine_says_what_to_do_and_never_to_stop(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    over = store.save(Supply(place="The car", expires=TODAY - timedelta(23)))
    store.save(Supply(kind=SupplyKind.MEDICINE, name="strips", expires=TODAY + timedelta(48)))
    page = open_page()
    press(page, "Naloxone and medicines")
    said = words(page)
    assert "date over since 31 October" in said
    assert "keep this one until then: expired naloxone is better than none" in said
    assert "expires in 48 days" in said
    assert "so that no dose is missed" in said
    store.save(replace(over, expires=TODAY + timedelta(61)))
    page.refresh()
    assert "good until 23 January 2027" in words(page)


def test_past_appointments_stand_apart(open_page: Any, press: Any, store: RecoveryStore) -> None:
    store.save(Appointment(day=TODAY - timedelta(3), who="Family group"))
    store.save(Appointment(day=TODAY + timedelta(1), hour="10:30", who="Dr Lee", place="Clinic"))
    page = open_page()
    press(page, "Appointments")
    said = words(page)
    assert said.index("Dr Lee") < said.index("Past") < said.index("Family group")
    assert "tomorrow · 10:30" in said
    press(page, "Delete Family group")
    assert "Past" not in words(page)


def test_every_part_can_be_opened_by_its_name_and_takes_the_keyboard(open_page: Any) -> None:
    page = open_page()
    for part in Part:
        page.show_part(part)
        page.focus_first()
        assert QApplication.focusWidget() is page._choices[part]
        for kind in (QPushButton, QLineEdit, QCheckBox, QToolButton):
            for one in page.findChildren(kind):
                assert one.accessibleName() or not one.isVisible(), f"{part}: {one}"


def test_tab_goes_from_the_top_down_through_every_part(
    open_page: Any, store: RecoveryStore, qtbot: Any
) -> None:
    store.save(Stay(since=TODAY - timedelta(9)))
    store.save(Habit(name="A walk"))
    store.save(Limit(words="No cash", since=TODAY))
    store.save(Sign(kind="sleep", day=TODAY))
    page = open_page()
    for part in Part:
        page.show_part(part)
        QApplication.processEvents()
        page.focus_first()
        heights = []
        for _step in range(60):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            if now.accessibleName() == "Back to the entries":
                break
            heights.append(now.mapTo(page.widget(), QPoint()).y())
        assert heights, part
        assert heights == sorted(heights), part
