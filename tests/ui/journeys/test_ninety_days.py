"""A family's first ninety days, walked through day by day with a clock of our own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hands import press, set_up, shown, type_into, unlock
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.journal.model import Kind
from familysupport.journal.return_plan import NAME
from familysupport.recovery.due import due
from familysupport.recovery.model import Habit, Milestone, MilestoneKind, Stay, WeekAnswer
from familysupport.recovery.weeks import weeks_kept
from familysupport.ui.journal.beside import Beside
from familysupport.ui.journal.return_plan import ReturnPlanPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.main_window import JOURNAL, LEARN
from familysupport.ui.recovery.page import RecoveryPage

BEGAN = date(2026, 10, 21)
HARD = ("relapse", "failure of", "back to zero", "reset", "streak", "you lost", "broke")


class Walk:
    """One family, one clock, one window."""

    def __init__(self, qtbot: QtBot, house: House, clock: Any) -> None:
        self.qtbot, self.house, self.clock = qtbot, house, clock
        self.day = 1
        clock.moment = datetime.fromisoformat("2026-10-21T18:40:00+02:00")

    @property
    def today(self) -> date:
        return BEGAN + timedelta(days=self.day - 1)

    @property
    def tab(self) -> JournalTab:
        found = shown(self.house.window, JournalTab)
        assert isinstance(found, JournalTab)
        return found

    @property
    def session(self) -> Any:
        return self.house.window.session

    def go_on(self, until: int) -> None:
        """Let days go by, opening the Journal on each of them."""
        while self.day < until:
            self.day += 1
            self.clock.moment += timedelta(days=1)
            self.house.window.go_to(LEARN)
            self.house.window.go_to(JOURNAL)

    def press(self, words: str, within: QWidget | None = None) -> None:
        QApplication.processEvents()
        place = within or self.tab
        named = [
            one
            for one in place.findChildren(QPushButton)
            if words in (one.text(), one.accessibleName()) and one.isVisible()
        ]
        assert named, f"no visible button {words!r}"
        QTest.keyClick(named[0], Qt.Key.Key_Space)
        QApplication.processEvents()

    def beside(self) -> str:
        return self.words(shown(self.house.window, Beside))

    def words(self, within: QWidget | None = None) -> str:
        QApplication.processEvents()
        place = within or self.tab
        seen = [one for one in place.findChildren(QLabel) if one.isVisible()]
        seen.sort(key=lambda one: one.mapTo(place, QPoint()).y())
        return "\n".join(one.text() for one in seen)

    def fill(self, name: str, typed: str) -> None:
        found = [one for one in self.tab.findChildren(QLineEdit) if one.accessibleName() == name]
        field = next(one for one in found if one.isVisible())
        field.selectAll()
        type_into(field, typed)

    def tick(self, name: str) -> None:
        boxes = [
            one
            for one in shown(self.house.window, Beside).findChildren(QCheckBox)
            if one.accessibleName() == name
        ]
        QTest.keyClick(boxes[0], Qt.Key.Key_Space)


@pytest.fixture
def walk(qtbot: QtBot, house: House, clock: Any) -> Walk:
    begun = Walk(qtbot, house, clock)
    house.window.resize(1366, 768)
    set_up(qtbot, house)
    house.window.go_to(JOURNAL)
    return begun


def first_day(walk: Walk) -> None:
    walk.press("After treatment begins")
    walk.press("Add the day treatment began")
    walk.fill("From", "21 oct 2026")
    walk.press("Keep")
    assert "Day 1 of treatment" in walk.beside()
    walk.press("Habits")
    walk.press("Take over: Support group")
    walk.press("Take over: Dinner together")
    walk.press("Limits")
    walk.press("Add a limit")
    walk.fill("The limit", "I give no cash.")
    walk.press("Keep")
    walk.press("Naloxone and medicines")
    walk.press("Add to the list")
    walk.fill("Where it is", "Kitchen drawer")
    QTest.keyClick(_box(walk, "Date on the pack: Good until"), Qt.Key.Key_Space)
    walk.fill("Date on the pack", "31 jan 2027")
    walk.press("Keep")
    walk.press("Write today’s entry")
    type_into(shown(walk.tab, PlainEditor), "We drove there. It was quiet in the car.")


def _box(walk: Walk, name: str) -> QCheckBox:
    found = [one for one in walk.tab.findChildren(QCheckBox) if one.accessibleName() == name]
    return next(one for one in found if one.isVisible())


def weeks_go_by(walk: Walk, until: int) -> None:
    """Tick dinner on Sundays, and say of each week how the limit went."""
    while walk.day < until:
        walk.go_on(walk.day + 1)
        if walk.today.weekday() == 6:
            walk.tick("Dinner together")
            walk.press("How was the week?")
            kept = walk.today.day % 2 == 0
            walk.press(f"I give no cash., This week: {'Kept' if kept else 'Not this week'}")
            walk.press("Back to the entries")


def setback(walk: Walk) -> None:
    walk.press("Write today’s entry")
    kinds = [
        one
        for one in walk.tab.findChildren(QComboBox)
        if one.accessibleName() == "What the entry is about"
    ]
    kinds[0].setCurrentIndex(kinds[0].findData(Kind.SETBACK))
    type_into(shown(walk.tab, PlainEditor), "He told us himself.")
    assert "the danger of an overdose is" in walk.words()
    walk.press("Open Emergency")
    assert walk.house.window.rooms.at_emergency()
    walk.house.window.go_to(JOURNAL)
    walk.press("Our plan for this")
    plan = shown(walk.house.window, ReturnPlanPage)
    field = next(one for one in plan.findChildren(PlainEditor) if one.isVisible())
    type_into(field, "no sleep, no supper")
    walk.press("Take over what is noted: Where the naloxone is")
    walk.press("Back to the entries", plan)
    walk.press("After treatment begins")
    walk.press("Days")
    walk.press("Count again from a day…")
    walk.press("Keep")


def test_ninety_days_from_the_first_to_the_last(walk: Walk) -> None:
    first_day(walk)
    weeks_go_by(walk, 34)
    assert "Day 34 of treatment\nNext: 60 days · 19 December" in walk.beside()

    walk.press("After treatment begins")
    walk.press("Days")
    walk.press("Add a day")
    walk.fill("What it is", "Five weeks")
    walk.fill("Day", "24 nov")
    walk.press("Keep")
    assert "Next: Five weeks · tomorrow" in walk.beside()

    walk.go_on(35)
    walk.house.window.lock()
    QThreadPool.globalInstance().waitForDone()
    unlock(walk.qtbot, walk.house)
    walk.house.window.go_to(JOURNAL)
    assert "Day 35 of treatment" in walk.beside()

    weeks_go_by(walk, 41)
    assert "Day 41 of treatment" in walk.beside()
    setback(walk)
    said = walk.words()
    assert "Day 1, counted again" in said
    assert "40 days before this counted, and still count." in said
    assert "In all: 41 days in treatment." in said
    assert "Your plan: 2 parts written" in said
    assert not [word for word in HARD if word in said.casefold()]
    assert walk.session.journal.page(NAME)["naloxone"] == "Kitchen drawer"
    assert walk.session.journal.entries()[0].text == "He told us himself."

    walk.go_on(57)
    walk.press("After treatment begins")
    walk.press("First 90 days")
    walk.press("They live at home during treatment")
    assert "It is week 9 at home." in walk.words()

    weeks_go_by(walk, 90)
    at_the_end(walk)


def at_the_end(walk: Walk) -> None:
    assert walk.today == date(2027, 1, 18)
    said = walk.beside()
    assert "Day 50, counted again" in said
    assert "40 days before this counted, and still count." in said
    assert "Next: 60 days · 28 January" in said
    store = walk.session.recovery
    assert [one.since for one in store.items(Stay)] == [BEGAN, BEGAN]
    assert [one.kind for one in store.items(Milestone)] == [
        MilestoneKind.OWN,
        MilestoneKind.AGAIN,
    ]
    names = [name for name, _day in store.habit_days(BEGAN, walk.today)]
    assert names == ["Dinner together"] * 11  # two Sundays went by without a tick, and that is all
    assert [one.name for one in store.items(Habit)] == ["Support group", "Dinner together"]
    weeks = store.limit_weeks(BEGAN - timedelta(6), walk.today)
    assert len(weeks) == 11
    kept = sum(one.answer is WeekAnswer.KEPT for one in weeks)
    assert list(weeks_kept(weeks).values()) == [kept]
    assert f"kept in {kept} weeks" in said
    assert [one.key for one in due(store, walk.today)] == ["naloxone-soon"]
    walk.press("After treatment begins")
    walk.press("Naloxone and medicines")
    assert "expires in 13 days" in walk.words(shown(walk.house.window, RecoveryPage))
    press(walk.house.window, "Lock")
    assert walk.session is None
