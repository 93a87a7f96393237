from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from familysupport.journal.model import Mood
from familysupport.recovery.model import Appointment, Limit, Supply, SupplyKind
from familysupport.session import Session
from familysupport.ui.journal.calendar_grid import MonthGrid
from familysupport.ui.journal.entries import (
    CALENDAR,
    FOR_ME,
    IN_AND_OUT,
    PLAN,
    RECOVERY,
    SEEING,
    SUMMARY,
    SearchField,
)
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.kit.widgets import Page
from familysupport.ui.recovery.page import RecoveryPage

TODAY = date(2026, 11, 23)
LEAVES = (CALENDAR, SEEING, RECOVERY, PLAN, FOR_ME, IN_AND_OUT, SUMMARY)
PAGES = (
    "Calendar",
    "Over time",
    "After treatment begins",
    "Return-to-use plan",
    "For me",
    "In and out",
    "Summary for a counselor",
)


def press(qtbot: Any, within: QWidget, words: str) -> None:
    (found,) = [b for b in within.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def is_open(tab: JournalTab) -> bool:
    return any(
        one.text() == "Back to the entries" and one.isVisible()
        for one in tab.findChildren(QPushButton)
    )


@pytest.mark.parametrize("page", PAGES)
def test_escape_leads_back_to_the_words_from_every_page(
    open_tab: Any, qtbot: Any, write: Any, page: str
) -> None:
    write("We drove there", mood=Mood.MIXED)
    tab = open_tab()
    press(qtbot, tab, page)
    assert is_open(tab)
    qtbot.keyClick(tab.window().focusWidget(), Qt.Key.Key_Escape)
    assert not is_open(tab)
    assert isinstance(tab.window().focusWidget(), PageText)


def test_the_way_back_never_lands_on_the_day_which_an_arrow_would_change(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("We drove there")
    tab = open_tab()
    press(qtbot, tab, "Calendar")
    press(qtbot, tab, "Back to the entries")
    assert isinstance(tab.window().focusWidget(), PageText)


@pytest.mark.parametrize(
    ("thing", "part"),
    [
        (Appointment(day=TODAY + timedelta(1), hour="10:30", who="Dr Lee"), "✓ Appointments"),
        (Limit(words="I give no cash.", since=TODAY - timedelta(21)), "✓ Limits"),
        (
            Supply(kind=SupplyKind.NALOXONE, expires=TODAY - timedelta(1)),
            "✓ Naloxone and medicines",
        ),
    ],
)
def test_a_reminder_opens_the_part_it_is_about(
    open_tab: Any, qtbot: Any, write: Any, session: Session, thing: Any, part: str
) -> None:
    write("We drove there")
    session.recovery.save(thing)
    tab = open_tab()
    press(qtbot, tab, "Open")
    (page,) = tab.findChildren(RecoveryPage)
    chosen = [b.text() for b in page.findChildren(QPushButton) if b.isChecked() and b.isVisible()]
    assert part in chosen


def test_the_sign_that_empties_the_search_stands_inside_its_field(open_tab: Any) -> None:
    field: QLineEdit = open_tab().findChild(SearchField)
    field.setText("clinic")
    (sign,) = field.findChildren(QToolButton)
    assert sign.minimumSizeHint().height() <= sign.height() + 2
    assert field.rect().contains(sign.geometry())


@pytest.mark.parametrize("page", PAGES)
def test_what_has_the_keyboard_is_in_sight_with_the_largest_words(
    session: Session, context: Any, write: Any, family: str, qtbot: Any, page: str
) -> None:
    apply_theme(QApplication.instance(), "dark", 200, family)
    write("We drove there", mood=Mood.MIXED)
    tab = JournalTab(session, context)
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.open_leaf(LEAVES[PAGES.index(page)])
    QApplication.processEvents()
    assert not tab.window().focusWidget().visibleRegion().isEmpty()
    area = next(one for one in tab.findChildren(Page) if one.isVisible())
    bottom = area.verticalScrollBar().maximum()
    assert bottom > 0
    first = next(
        one for one in tab.findChildren(QPushButton) if one.text() == "Write today’s entry"
    )
    first.setFocus()
    area.verticalScrollBar().setValue(bottom)
    seen = []
    for _ in range(12):
        qtbot.keyClick(tab.window().focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        seen.append(tab.window().focusWidget())
        assert not seen[-1].visibleRegion().isEmpty(), seen[-1]
    assert any(area.isAncestorOf(one) for one in seen)


def test_tab_reaches_a_reminder_before_what_stands_below_it(
    open_tab: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("We drove there")
    session.recovery.save(Appointment(day=TODAY, who="Dr Lee"))
    tab = open_tab()
    (first,) = [b for b in tab.findChildren(QPushButton) if b.text() == "Write today’s entry"]
    first.setFocus()
    names = []
    for _ in range(3):
        qtbot.keyClick(tab.window().focusWidget(), Qt.Key.Key_Backtab)
        names.append(tab.window().focusWidget().text())
    assert names == ["Not again", "Remind me tomorrow", "Open"]


@pytest.mark.parametrize(
    ("name", "leaf"), [("For me", FOR_ME), ("Bring another journal in…", IN_AND_OUT)]
)
def test_each_way_on_the_first_page_leads_where_it_says(
    open_tab: Any, qtbot: Any, name: str, leaf: str
) -> None:
    tab = open_tab()
    (way,) = [b for b in tab.findChildren(QPushButton) if b.text() == name and b.isVisible()]
    qtbot.keyClick(way, Qt.Key.Key_Space)
    assert tab.place() == (0, leaf)


def test_the_day_the_keys_come_to_is_in_sight_with_large_words(
    session: Session, context: Any, write: Any, family: str, qtbot: Any
) -> None:
    apply_theme(QApplication.instance(), "dark", 150, family)
    write("We drove there")
    tab = JournalTab(session, context)
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.open_leaf(CALENDAR)
    grid = tab.findChild(MonthGrid)

    def seen() -> bool:
        whole = grid.visualRect(grid.currentIndex())
        return bool(grid.viewport().visibleRegion().contains(whole.center()))

    qtbot.waitUntil(seen)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(grid, key)
        assert seen(), grid.day
