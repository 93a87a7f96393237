from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QMenu,
    QPushButton,
)

from familysupport.journal.finding_store import SavedSearch
from familysupport.journal.model import Kind, Mood
from familysupport.session import Session
from familysupport.ui.journal.entries import Entries, SearchField
from familysupport.ui.journal.heat_map import HeatMap, LastWeeks
from familysupport.ui.journal.saved_searches import NameField
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.rows import RowList
from familysupport.ui.kit.theme import apply_theme


@pytest.fixture
def open_list(session: Session, clock: Any, dressed: Any, qtbot: Any) -> Callable[..., Entries]:
    def make(width: int = 272, height: int = 720) -> Entries:
        entries = Entries(session.journal, session.finding, clock)
        qtbot.addWidget(entries)
        entries.resize(width, height)
        entries.refresh()
        with qtbot.waitActive(entries):
            entries.show()
            entries.activateWindow()
        return entries

    return make


def push(qtbot: Any, widget: Any, name: str) -> None:
    (found,) = [
        b for b in widget.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()
    ]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def offered(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def pick(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


def named(entries: Entries, kind: type, name: str) -> Any:
    (found,) = [one for one in entries.findChildren(kind) if one.accessibleName() == name]
    return found


def words(entries: Entries) -> str:
    return entries._search.text()


def ids(entries: Entries) -> list[int]:
    return [line.id for line in entries._model.rows()]


def choose(qtbot: Any, box: QComboBox, text: str) -> None:
    box.setFocus()
    for _ in range(box.count()):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    while box.currentText() != text:
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_tag_and_days_are_chosen_under_more_filters(open_list: Any, qtbot: Any, write: Any) -> None:
    write("one", days_ago=1, tags=("money talk",))
    old = write("two", days_ago=50, tags=("money talk", "visit"))
    write("three", days_ago=50, tags=("visit",))
    entries = open_list()
    assert not entries.findChildren(QDateEdit)
    push(qtbot, entries, "Filters")
    tag = named(entries, QComboBox, "Only entries with this tag")
    assert tag.isVisible()
    push(qtbot, entries, "Filters")
    assert not tag.isVisible()
    push(qtbot, entries, "Filters")
    choose(qtbot, tag, "money talk")
    assert words(entries) == 'tag:"money talk"'
    until = named(entries, QCheckBox, "Until this day, and that day too")
    qtbot.mouseClick(until, Qt.MouseButton.LeftButton, pos=QPoint(10, until.height() // 2))
    assert words(entries) == 'tag:"money talk" to:2026-11-23'
    named(entries, QDateEdit, "Until this day, and that day too").setDate(QDate(2026, 10, 31))
    assert words(entries) == 'tag:"money talk" to:2026-10-31'
    assert ids(entries) == [old.id]
    qtbot.mouseClick(until, Qt.MouseButton.LeftButton, pos=QPoint(10, until.height() // 2))
    assert words(entries) == 'tag:"money talk"'
    assert not named(entries, QDateEdit, "Until this day, and that day too").isVisible()


def test_from_begins_a_month_ago_and_follows_what_is_typed(
    open_list: Any, qtbot: Any, write: Any
) -> None:
    write("one")
    entries = open_list()
    push(qtbot, entries, "Filters")
    since = named(entries, QCheckBox, "From this day on")
    qtbot.mouseClick(since, Qt.MouseButton.LeftButton, pos=QPoint(10, since.height() // 2))
    assert words(entries) == "from:2026-10-23"
    entries._search.setText("from:2025-03 tag:nobody")
    shown = named(entries, QDateEdit, "From this day on").date()
    assert shown == QDate(2025, 3, 1)
    assert named(entries, QComboBox, "Only entries with this tag").currentText() == "nobody"
    entries.clear_search()
    assert not since.isChecked()


def test_a_kind_is_chosen_from_the_filters(open_list: Any, qtbot: Any, write: Any) -> None:
    found = write("one", kind=Kind.VISIT, mood=Mood.GOOD)
    write("two", kind=Kind.CALL)
    entries = open_list()
    push(qtbot, entries, "Filters")
    choose(qtbot, named(entries, QComboBox, "Only entries of this kind"), "A visit")
    assert words(entries) == "kind:visit"
    assert ids(entries) == [found.id]


def test_a_search_gets_a_name_another_one_and_comes_back_after_it_was_taken_away(
    open_list: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("we walked", kind=Kind.VISIT)
    entries = open_list()
    menu = entries._saved.menu
    (hint,) = offered(menu)
    assert not menu.actions()[0].isEnabled()
    assert hint.startswith("Search for something")
    entries._search.setText("walk kind:visit")
    pick(menu, "Keep this search under a name…")
    field = entries.findChild(NameField)
    assert field.hasFocus()
    qtbot.keyClicks(field, "  Walks & visits ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()
    (kept,) = session.finding.searches()
    assert (kept.name, kept.words) == ("Walks & visits", "walk kind:visit")
    entries.clear_search()
    pick(menu, "Walks && visits")
    assert words(entries) == "walk kind:visit"
    pick(menu, "Give “Walks & visits” another name…")
    qtbot.keyClicks(field, "Walks")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    pick(menu, "Take “Walks” away")
    assert session.finding.searches() == []
    undo = entries._saved.findChild(UndoBar)
    qtbot.mouseClick(undo.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert session.finding.searches() == [SavedSearch(kept.id, "Walks", kept.words)]


def test_a_search_without_a_name_is_not_kept_and_escape_leaves_it(
    open_list: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("words")
    entries = open_list()
    entries._search.setText("words")
    pick(entries._saved.menu, "Keep this search under a name…")
    field = entries.findChild(NameField)
    push(qtbot, entries, "Keep")
    assert field.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert entries._search.hasFocus()
    assert session.finding.searches() == []


def test_a_month_is_gone_to_from_the_menu_and_left_again(open_list: Any, write: Any) -> None:
    write("new", days_ago=1)
    old = write("old", days_ago=100)
    entries = open_list()
    assert offered(entries._months) == [
        "All entries, newest first",
        "November 2026",
        "August 2026",
    ]
    entries._search.setText("from:2026-11")
    pick(entries._months, "August 2026")
    assert words(entries) == "to:2026-08"
    assert ids(entries) == [old.id]
    pick(entries._months, "All entries, newest first")
    assert words(entries) == ""


def test_many_months_are_gathered_by_year(open_list: Any, write: Any) -> None:
    for number in range(20):
        write("words", days_ago=31 * number)
    entries = open_list()
    assert offered(entries._months) == ["All entries, newest first", "2026", "2025"]
    (year,) = [action.menu() for action in entries._months.actions() if action.text() == "2025"]
    next(one for one in year.actions() if one.text() == "June").trigger()
    assert words(entries) == "to:2025-06"


def test_the_last_weeks_are_walked_through_and_open_a_day(
    open_list: Any, qtbot: Any, write: Any
) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    write("one", days_ago=7, mood=Mood.HARD)
    entries = open_list()
    weeks = entries.findChild(LastWeeks)
    heat = entries.findChild(HeatMap)
    assert heat.accessibleName() == weeks.words.text() == "Last 16 weeks"
    assert heat.accessibleDescription().startswith("Of 106 days, 1 have an entry.")
    heat.setFocus()
    assert weeks.words.text() == "Monday 23 November 2026, today, no entry"
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    assert heat.day() == date(2026, 11, 23)
    qtbot.keyClick(heat, Qt.Key.Key_Left)
    assert weeks.words.text() == "Monday 16 November 2026, 1 entry, hard"
    with qtbot.waitSignal(entries.day_asked) as asked:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert asked.args == [date(2026, 11, 16)]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(heat, key)
    assert heat.day() == date(2026, 11, 17)
    entries._search.setFocus()
    assert weeks.words.text() == "Last 16 weeks"


def test_a_click_on_the_last_weeks_opens_the_calendar_at_that_day(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("one", days_ago=7)
    tab = open_tab()
    heat = tab.findChild(HeatMap)
    spot = heat._room(*heat._place_of(date(2026, 11, 16))).center().toPoint()
    qtbot.mouseMove(heat, spot)
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=spot)
    page = tab._leaves["calendar"]
    assert page.isVisible()
    assert page._grid.day == date(2026, 11, 16)
    assert page._model.rowCount() == 1


def test_the_weeks_give_way_where_the_list_needs_the_room(
    open_list: Any, qtbot: Any, qapp: Any, family: str, write: Any
) -> None:
    write("words")
    entries = open_list()
    weeks = entries.findChild(LastWeeks)
    assert weeks.isVisible()
    entries._search.setText("words")
    assert not weeks.isVisible()
    entries.clear_search()
    entries.resize(272, 500)
    assert not weeks.isVisible()
    apply_theme(qapp, "light", 200, family)
    assert not open_list(367, 720).findChild(LastWeeks).isVisible()


def test_with_large_words_the_pages_wait_behind_a_button(
    open_list: Any, qtbot: Any, qapp: Any, family: str, write: Any
) -> None:
    write("words")
    apply_theme(qapp, "light", 200, family)
    entries = open_list(367, 720)
    push(qtbot, entries, "Filters")
    kind = named(entries, QComboBox, "Only entries of this kind")
    assert kind.isVisible()
    assert kind.width() > 200
    (pages,) = [
        b
        for b in entries.findChildren(QPushButton)
        if b.accessibleName() == "Other pages of the journal"
    ]
    assert "Calendar" in offered(pages.menu())
    with qtbot.waitSignal(entries.leaf_asked) as asked:
        pick(pages.menu(), "Calendar")
    assert asked.args == ["calendar"]


@pytest.mark.parametrize("size", [100, 150, 200])
def test_the_filters_keep_their_height_in_a_low_window(
    open_list: Callable[..., Entries], qtbot: Any, family: str, size: int
) -> None:
    apply_theme(QApplication.instance(), "light", size, family)
    entries = open_list(272 if size == 100 else 366, 560 if size == 100 else 470)
    push(qtbot, entries, "Filters")
    field = entries.findChild(SearchField)
    field.setText("visit from:2026-10-23 to:2026-11-21")
    QApplication.processEvents()
    for kind in (QComboBox, QDateEdit):
        for one in entries.findChildren(kind):
            assert one.height() >= one.minimumSizeHint().height() - 4
            assert one.parentWidget().rect().contains(one.geometry())
    assert entries.findChild(RowList).height() >= 60
    assert "No entry is like that." in [
        one.text() for one in entries.findChildren(QLabel) if one.isVisible()
    ]


def test_the_key_for_finding_goes_to_the_search_of_the_journal(
    open_list: Callable[..., Entries], qtbot: Any
) -> None:
    entries = open_list()
    entries._months.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert entries.focusWidget() is entries._search
