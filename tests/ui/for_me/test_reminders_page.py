"""Reminders by hand, and the quiet strip that tells them above the Journal."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from familysupport.for_me.model import Reminder, Topic
from familysupport.for_me.store import ForMeStore
from familysupport.recovery.model import Appointment
from familysupport.session import Session
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.for_me.look_back import LookBackPage
from familysupport.ui.for_me.reminders import RemindersPage
from familysupport.ui.for_me.strip import ReminderStrip
from familysupport.ui.journal.tab import JournalTab

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(leaf: ForMePage, hands: Any) -> RemindersPage:
    QLocale.setDefault(QLocale("en_GB"))
    hands.press(leaf, "Open reminders")
    return leaf.findChild(RemindersPage)


@pytest.fixture
def strip(tab: JournalTab) -> ReminderStrip:
    return tab.findChild(ReminderStrip)


def said(page: Any) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_reminder_is_added_by_keys(page: RemindersPage, store: ForMeStore, hands: Any) -> None:
    page._form._words.setFocus()
    hands.keys("ring  Rosa", Qt.Key.Key_Return)
    (one,) = store.reminders()
    assert (one.words, one.day, one.at) == ("ring Rosa", TODAY + timedelta(days=1), time(9))
    assert "Tuesday 24 November 2026, 09:00" in said(page)
    assert page._form._words.text() == ""


def test_it_can_be_changed_switched_off_and_on_and_deleted(
    page: RemindersPage, store: ForMeStore, hands: Any
) -> None:
    page._form._words.setFocus()
    hands.keys("walk", Qt.Key.Key_Return)
    hands.press(page, "Change")
    page._form._weekly.setChecked(True)
    page._form._day.setDate(QDate(2026, 11, 27))
    page._form._at.setTime(QTime(7, 30))
    hands.press(page, "Keep")
    (one,) = store.reminders()
    assert (one.weekly, one.at) == (True, time(7, 30))
    assert "Every Friday at 07:30" in said(page)
    on = next(box for box in page.findChildren(QCheckBox) if box.text() == "On" and box.isVisible())
    on.setFocus()
    hands.keys(Qt.Key.Key_Space)
    assert not store.reminders()[0].on
    assert "Switched off" in said(page)
    hands.press(page, "Delete")
    assert store.reminders() == []
    hands.press(page, "Undo")
    assert store.reminders()[0].words == "walk"


def test_the_weekly_look_back_has_a_day_and_a_time(
    page: RemindersPage, store: ForMeStore, hands: Any
) -> None:
    assert store.reminders() == []
    page._weekly.setFocus()
    hands.keys(Qt.Key.Key_Space)
    (one,) = store.reminders()
    assert (one.topic, one.weekly, one.on) == (Topic.LOOK_BACK, True, True)
    assert one.day == date(2026, 11, 29)
    page._weekday.setCurrentIndex(2)
    page._weekday.activated.emit(2)
    assert store.reminders()[0].day == date(2026, 11, 25)
    hands.press(page, "Back to For me")
    page._weekly.click()
    assert not store.reminders()[0].on


def test_the_strip_is_there_only_while_something_is_due(
    strip: ReminderStrip, store: ForMeStore, clock: Any
) -> None:
    assert not strip.isVisible()
    store.save_reminder(Reminder(0, "ring Rosa", TODAY, time(19)))
    strip.look_now()
    assert not strip.isVisible()
    clock.moment += timedelta(hours=9)  # the machine slept through it
    strip.look_now()
    assert strip.isVisible()
    assert "ring Rosa" in said(strip)


def test_done_tomorrow_and_not_again(
    strip: ReminderStrip, store: ForMeStore, clock: Any, hands: Any
) -> None:
    store.save_reminder(Reminder(0, "walk", TODAY, time(9), weekly=True))
    strip.look_now()
    hands.press(strip, "Remind me tomorrow")
    assert not strip.isVisible()
    clock.moment += timedelta(days=1)
    strip.look_now()
    hands.press(strip, "Done")
    assert not strip.isVisible()
    assert store.reminders()[0].day == TODAY + timedelta(days=7)
    clock.moment += timedelta(days=6)
    strip.look_now()
    hands.press(strip, "Not again")
    assert not store.reminders()[0].on


def test_looking_back_is_one_press_away(
    strip: ReminderStrip, tab: JournalTab, store: ForMeStore, hands: Any
) -> None:
    store.save_reminder(Reminder(0, "", TODAY, time(9), True, Topic.LOOK_BACK))
    strip.look_now()
    assert "Look back on the week" in said(strip)
    hands.press(strip, "Open")
    assert tab.findChild(LookBackPage).isVisible()


def test_what_comes_after_treatment_is_told_too_and_can_wait(
    strip: ReminderStrip, session: Session, clock: Any, hands: Any
) -> None:
    session.recovery.save(Appointment(who="Dr Lind", day=TODAY))
    strip.look_now()
    assert "Today: Dr Lind" in said(strip)
    hands.press(strip, "Remind me tomorrow")
    assert not strip.isVisible()


def test_several_are_told_one_at_a_time(
    strip: ReminderStrip, store: ForMeStore, hands: Any
) -> None:
    for number in range(3):
        store.save_reminder(Reminder(0, f"thing {number}", TODAY, time(9, number)))
    strip.look_now()
    assert said(strip) == "thing 0"
    hands.press(strip, "1 of 3 · next")
    assert said(strip) == "thing 1"
    hands.press(strip, "Done")
    assert said(strip) == "thing 0"
    hands.press(strip, "1 of 2 · next")
    assert said(strip) == "thing 2"


def test_the_time_can_be_read_in_its_field(page: RemindersPage) -> None:
    for field in (page._at, page._form._at):
        wide = field.fontMetrics().horizontalAdvance(field.text())
        assert field.lineEdit().width() > wide


def test_what_is_open_after_treatment_can_be_silenced_for_good(
    strip: ReminderStrip, session: Session, clock: Any, hands: Any
) -> None:
    session.recovery.save(Appointment(who="Dr Lind", day=TODAY))
    strip.look_now()
    hands.press(strip, "Not again")
    clock.moment += timedelta(hours=2)
    strip.look_now()
    assert not strip.isVisible()


def test_a_change_can_be_left_as_it_was(page: RemindersPage, store: ForMeStore, hands: Any) -> None:
    store.save_reminder(Reminder(0, "walk", TODAY + timedelta(days=3), time(8)))
    page.refresh()
    hands.press(page, "Change")
    hands.keys(" far")
    hands.press(page, "Leave as it was")
    assert [one.words for one in store.reminders()] == ["walk"]
    page._form._words.setFocus()
    hands.keys("   ", Qt.Key.Key_Return)
    assert [one.words for one in store.reminders()] == ["walk"]


def test_what_is_deleted_while_it_is_changed_is_not_kept_again(
    page: RemindersPage, store: ForMeStore, hands: Any
) -> None:
    store.save_reminder(Reminder(0, "walk", TODAY + timedelta(days=3), time(8)))
    page.refresh()
    hands.press(page, "Change")
    hands.press(page, "Delete")
    assert page._form._words.text() == ""


def test_what_was_put_off_says_when_it_comes_again(
    page: RemindersPage, store: ForMeStore, clock: Any, strip: ReminderStrip, hands: Any
) -> None:
    store.save_reminder(Reminder(0, "walk", TODAY, time(8)))
    strip.look_now()
    hands.press(strip, "Remind me tomorrow")
    QApplication.processEvents()
    assert "Again Tuesday 24 November 2026, 08:00" in said(page)
