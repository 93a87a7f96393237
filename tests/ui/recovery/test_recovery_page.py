"""The pages after treatment begins: added, changed, deleted and brought back by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QToolButton,
)
from recovery_hands import field, tick, words

from familysupport.recovery.model import (
    Appointment,
    Contact,
    Habit,
    Limit,
    Per,
    Sign,
    Stay,
    Supply,
    SupplyKind,
    WeekAnswer,
    Where,
)
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.recovery.page import Offers, RecoveryPage
from familysupport.ui.recovery.part import Part

TODAY = date(2026, 11, 23)


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


def test_what_is_typed_saves_itself_and_leaving_takes_it_back(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "People to call")
    press(page, "Add a person or a place")
    qtbot.keyClicks(field(page, "Name"), "Clinic")
    qtbot.waitUntil(lambda: len(store.items(Contact)) == 1, timeout=5000)
    press(page, "Leave as it was")
    assert store.items(Contact) == []
    kept = store.save(Contact(name="Rosa", number="555 0100"))
    page.refresh()
    press(page, "Change Rosa")
    qtbot.keyClicks(field(page, "Number"), "9")
    qtbot.waitUntil(lambda: store.items(Contact)[0].number == "9555 0100", timeout=5000)
    press(page, "Leave as it was")
    assert store.items(Contact) == [kept]


def test_deleting_the_row_that_is_open_closes_its_sheet(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    store.save(Contact(name="Rosa"))
    page = open_page()
    press(page, "People to call")
    press(page, "Change Rosa")
    qtbot.keyClicks(field(page, "Number"), "555")
    press(page, "Delete Rosa")
    assert store.items(Contact) == []
    assert field(page, "Add a person or a place", QPushButton)
    press(page, "Undo")
    assert [one.name for one in store.items(Contact)] == ["Rosa"]


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


def test_enter_keeps_and_what_is_missing_gets_the_keyboard(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "People to call")
    press(page, "Add a person or a place")
    qtbot.keyClicks(field(page, "Number"), "555 0199")
    qtbot.keyClick(field(page, "Number"), Qt.Key.Key_Return)
    assert store.items(Contact) == []
    assert field(page, "Name").hasFocus()
    qtbot.keyClicks(field(page, "Name"), "Clinic")
    qtbot.keyClick(field(page, "Name"), Qt.Key.Key_Return)
    assert [(one.name, one.number) for one in store.items(Contact)] == [("Clinic", "555 0199")]
    assert field(page, "Add a person or a place", QPushButton).hasFocus()


def test_undo_stands_in_sight_after_a_row_far_up_was_deleted(
    open_page: Any, press: Any, store: RecoveryStore
) -> None:
    for number in range(20):
        store.save(Contact(name=f"Person {number}"))
    page = open_page()
    press(page, "People to call")
    press(page, "Delete Person 0")
    QApplication.processEvents()
    undo = field(page, "Undo", QPushButton)
    assert page.viewport().rect().contains(undo.mapTo(page.viewport(), QPoint()))
    press(page, "Undo")
    assert len(store.items(Contact)) == 20


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
        ("Danger after a break", "lesson_asked", "danger-after-a-break"),
        ("Return to use", "lesson_asked", "return-to-use"),
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


def test_an_hour_is_typed_as_one_writes_it_and_what_is_none_is_not_kept(
    open_page: Any, press: Any, qtbot: Any, store: RecoveryStore
) -> None:
    page = open_page()
    press(page, "Appointments")
    press(page, "Add an appointment")
    qtbot.keyClicks(field(page, "With whom, or what"), "Dr Lee")
    hour = field(page, "Time, if it is known")
    qtbot.keyClicks(hour, "soon")
    assert "Write the hour like this: 10:30" in words(page)
    press(page, "Keep")
    assert "Still needed: Time, if it is known" in words(page)
    assert store.items(Appointment) == []
    hour.selectAll()
    qtbot.keyClicks(hour, "2 pm")
    press(page, "Keep")
    assert [(one.who, one.hour) for one in store.items(Appointment)] == [("Dr Lee", "14:00")]


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
