"""The leaf as a whole: one way in to everything, room for longer and larger words, every name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QThreadPool, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from familysupport.app import House
from familysupport.context import AppContext
from familysupport.for_me.model import CheckIn, Reminder, Topic
from familysupport.for_me.week import WeekTold
from familysupport.session import Session
from familysupport.ui.for_me.care import CareCard
from familysupport.ui.for_me.home import CHECK_IN, EXERCISES, LOOK_BACK, PLAN, REMINDERS
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.for_me.room import Room
from familysupport.ui.for_me.strip import ReminderStrip
from familysupport.ui.for_me.waiting import WaitingList
from familysupport.ui.journal.summary_lines import SummaryLines
from familysupport.ui.journal.summary_page import SummaryPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.recovery.words import due_words
from familysupport.vault import keys
from familysupport.vault.vault import Vault

TODAY = date(2026, 11, 23)
ROOMS = (CHECK_IN, PLAN, EXERCISES, LOOK_BACK, REMINDERS, "3-letter", "2-breath")


class Longer(QTranslator):
    """Makes every sentence longer by two fifths."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return source + " " + "wxyzw " * (len(source) // 14 + 1) if source.strip() else source

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(params=[100, 200])
def longer(request: Any, qapp: QApplication, family: str) -> Iterator[int]:
    translator = Longer()
    qapp.installTranslator(translator)
    apply_theme(qapp, "dark", request.param, family)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.fixture
def filled(session: Session) -> Session:
    session.for_me.save_check_in(CheckIn(TODAY, {"feel": "very-hard", "sleep": "none"}))
    session.for_me.save_reminder(Reminder(0, "water the garden", TODAY, time(9), weekly=True))
    session.for_me.save_reminder(Reminder(0, "", TODAY, time(9), True, Topic.LOOK_BACK))
    return session


def cut(page: QWidget) -> list[str]:
    QApplication.processEvents()
    found = [
        f"{type(area).__name__} scrolls sideways"
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    ]
    for one in page.findChildren(QAbstractButton):
        if one.isVisible() and one.text():
            wide = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
            right = one.mapTo(page, one.rect().topRight()).x()
            if wide > one.width() or right > page.width():
                found.append(f"{one.text()} has {one.width()} px for {wide}, ends at {right}")
    return found


@pytest.mark.parametrize("name", ROOMS)
def test_the_way_back_stands_on_top_of_every_page(
    name: str, filled: Session, context: AppContext, dressed: Any, qtbot: Any
) -> None:
    leaf = ForMePage(filled.for_me, context, lambda _first, _last: WeekTold())
    qtbot.addWidget(leaf)
    leaf.resize(780, 640)
    leaf.show()
    leaf.open_room(name)
    (room,) = [one for one in leaf.findChildren(Room) if one.isVisible()]
    titles = [one for one in room.findChildren(QLabel) if one.property("role") == "title"]
    assert room.back.isVisible()
    assert room.back.mapTo(room, QPoint()).y() < titles[0].mapTo(room, QPoint()).y()


def test_every_page_has_room_for_longer_and_larger_words(
    longer: int, filled: Session, context: AppContext, qtbot: Any
) -> None:
    leaf = ForMePage(filled.for_me, context, lambda _first, _last: WeekTold())
    qtbot.addWidget(leaf)
    leaf.resize(1000, 700)  # the middle of a window of 1366 with large words
    leaf.show()
    assert cut(leaf) == []
    for name in ROOMS:
        leaf.open_room(name)
        assert cut(leaf) == [], name


def test_the_strip_and_the_summary_have_room_too(
    longer: int, filled: Session, context: AppContext, clock: Any, qtbot: Any
) -> None:
    waiting = WaitingList(filled.for_me, filled.recovery, clock)
    strip = ReminderStrip(waiting, due_words, clock)
    qtbot.addWidget(strip)
    strip.resize(1366, 80)
    strip.show()
    assert cut(strip) == []
    page = SummaryPage(SummaryLines(filled, context), filled.journal, context)
    qtbot.addWidget(page)
    page.refresh()
    page.resize(1000, 700)
    page.show()
    assert cut(page) == []


def test_everything_that_takes_the_keyboard_has_a_name(
    filled: Session, context: AppContext, dressed: Any, qtbot: Any
) -> None:
    leaf = ForMePage(filled.for_me, context, lambda _first, _last: WeekTold())
    qtbot.addWidget(leaf)
    leaf.show()
    for name in ROOMS:
        leaf.open_room(name)
    QApplication.processEvents()
    nameless = [
        one
        for one in leaf.findChildren(QWidget)
        if one.focusPolicy().value & 1
        and one.window() is leaf.window()
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_help_stands_first_and_one_press_away(leaf: ForMePage, hands: Any, qtbot: Any) -> None:
    with qtbot.waitSignal(leaf.emergency_asked) as asked:
        hands.press(leaf, "It is too much right now")
    assert asked.args == ["myself"]


def test_help_shows_with_the_next_question_already(leaf: ForMePage, hands: Any) -> None:
    hands.press(leaf, "Check in")
    hands.keys("1")
    assert leaf.findChild(CareCard).isVisible()


def test_the_lesson_is_one_press_away(
    tab: JournalTab, leaf: ForMePage, hands: Any, qtbot: Any
) -> None:
    with qtbot.waitSignal(tab.lesson_asked) as asked:
        hands.press(leaf, "Read: looking after yourself")
    assert asked.args == ["looking-after-yourself"]


def test_the_lock_keeps_what_is_written_and_takes_the_pages_down(
    house: House, hands: Any, qtbot: Any
) -> None:
    key = keys.new_key()
    house.choices.change(welcomed=True)
    wrapped = keys.wrap(key, "words", keys.QUICK)
    folder = house.context.paths.vault
    house.window.unlock(Vault.create(folder, key, wrapped))
    house.window.go_to(JOURNAL)
    house.window.session.for_me.save_reminder(Reminder(0, "walk", TODAY, time(9)))
    hands.press(house.window, "For me")
    hands.press(house.window, "Open my plan")
    hands.keys("no sleep")
    lock(house)
    assert house.window.findChildren(ForMePage) == []
    assert house.window.findChildren(ReminderStrip) == []
    house.window.unlock(Vault.open(folder, key))
    assert house.window.session.for_me.page("crisis-plan") == {"signs": "no sleep"}
    lock(house)


def lock(house: House) -> None:
    """Lock, and take down at once what the next turn of the event loop would."""
    house.window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QThreadPool.globalInstance().waitForDone()
