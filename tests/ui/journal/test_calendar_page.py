from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QComboBox, QPushButton

from familysupport.journal.model import Entry, Kind, Mood
from familysupport.journal.store import JournalStore
from familysupport.session import Session
from familysupport.ui.journal.calendar_grid import DAY, MonthGrid
from familysupport.ui.journal.calendar_look import ink_on, mood_colour
from familysupport.ui.journal.calendar_page import CalendarPage
from familysupport.ui.journal.calendar_words import first_weekday
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.kit.writing import PlainEditor

TODAY = date(2026, 11, 23)


@pytest.fixture
def open_calendar(session: Session, clock: Any, dressed: Any, qtbot: Any) -> Callable[[], Any]:
    def make() -> CalendarPage:
        page = CalendarPage(session.finding, clock)
        qtbot.addWidget(page)
        page.resize(900, 760)
        page.refresh()
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_first()
        return page

    return make


def grid(page: Any) -> MonthGrid:
    return page.findChild(MonthGrid)


def spoken(page: Any, day: date) -> str:
    index = grid(page).model().place_of(day)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def titles(page: CalendarPage) -> list[str]:
    return [line.title for line in page._model.rows()]


def push(qtbot: Any, page: Any, name: str) -> None:
    (found,) = [b for b in page.findChildren(QPushButton) if b.accessibleName() == name]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_each_day_says_what_was_written_and_how_it_felt(open_calendar: Any, write: Any) -> None:
    write("one", days_ago=4, title="Thirty days", mood=Mood.STEADY)
    write("two", days_ago=4, mood=Mood.HARD)
    page = open_calendar()
    words = spoken(page, date(2026, 11, 19))
    assert words == "Thursday 19 November 2026, 2 entries, steady, hard, two"
    assert spoken(page, TODAY) == "Monday 23 November 2026, today, no entry"


def test_a_day_is_a_cell_with_its_words_to_a_screen_reader(open_calendar: Any, write: Any) -> None:
    write("one", mood=Mood.GOOD)
    page = open_calendar()
    table = QAccessible.queryAccessibleInterface(grid(page))
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert "Sunday 22 November 2026, 1 entry, good, one" in names
    assert "Sunday" in names


def test_the_keys_walk_through_days_weeks_months_and_years(open_calendar: Any, qtbot: Any) -> None:
    page = open_calendar()
    days = []
    for key, modifier in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(grid(page), key, modifier)
        days.append(grid(page).day.isoformat())
        assert grid(page).currentIndex().data(DAY) == grid(page).day
    assert days == [
        "2026-11-22",
        "2026-11-15",
        "2026-11-01",
        "2026-10-31",
        "2026-11-30",
        "2026-11-30",
        "2025-11-30",
        "2025-10-30",
    ]


def test_the_week_begins_where_the_person_lives(open_calendar: Any) -> None:
    for name, weekday in (("en_US", 6), ("en_GB", 0), ("ar_EG", 5)):
        QLocale.setDefault(QLocale(name))
        assert first_weekday() == weekday
        page = open_calendar()
        assert grid(page).model().weeks[1][0].weekday() == weekday


def test_a_day_chosen_lists_its_entries_with_their_times(
    open_calendar: Any, qtbot: Any, write: Any
) -> None:
    write("one", days_ago=3, title="A visit", kind=Kind.VISIT, mood=Mood.GOOD)
    page = open_calendar()
    assert titles(page) == []
    for _ in range(3):
        qtbot.keyClick(grid(page), Qt.Key.Key_Left)
    assert titles(page) == ["A visit"]
    assert page._day.text() == "Friday 20 November 2026"
    assert "A visit · good" in page._show_line(page._model.at(0)).detail


def test_enter_begins_opens_or_goes_to_the_entries_of_a_day(
    open_calendar: Any, qtbot: Any, write: Any
) -> None:
    only = write("only", days_ago=1)
    for title in ("first", "second"):
        write(title, days_ago=2, title=title)
    page = open_calendar()
    with qtbot.waitSignal(page.begin_asked) as begun:
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert begun.args == [TODAY]
    qtbot.keyClick(grid(page), Qt.Key.Key_Left)
    with qtbot.waitSignal(page.entry_asked) as opened:
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert opened.args == [only.id]
    qtbot.keyClick(grid(page), Qt.Key.Key_Left)
    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert page._list.hasFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.entry_asked) as chosen:
        qtbot.keyClick(page._list, Qt.Key.Key_Return)
    assert chosen.args == [page._model.at(1).id]


def test_a_click_chooses_a_day_and_a_click_on_its_entry_opens_it(
    open_calendar: Any, qtbot: Any, write: Any
) -> None:
    entry = write("only", days_ago=5)
    page = open_calendar()
    index = grid(page).model().place_of(date(2026, 11, 18))
    spot = grid(page).visualRect(index).center()
    qtbot.mouseClick(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert grid(page).day == date(2026, 11, 18)
    row = page._list.visualRect(page._model.index(0, 0)).center()
    with qtbot.waitSignal(page.entry_asked) as opened:
        qtbot.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert opened.args == [entry.id]


def test_month_and_year_can_be_jumped_to_and_today_comes_back(
    open_calendar: Any, qtbot: Any, write: Any
) -> None:
    page = open_calendar()
    years = next(b for b in page.findChildren(QComboBox) if b.accessibleName() == "Year")
    years.setFocus()
    qtbot.keyClicks(years, "2019")
    qtbot.keyClick(years, Qt.Key.Key_Return)
    assert grid(page).day == date(2019, 11, 23)
    box = page.findChild(QComboBox)
    box.setFocus()
    for _ in range(9):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert grid(page).day == date(2019, 2, 23)
    push(qtbot, page, "Previous month")
    push(qtbot, page, "Previous month")
    assert grid(page).day == date(2018, 12, 23)
    assert (box.currentData(), years.currentData()) == (12, 2018)
    push(qtbot, page, "Next month")
    assert grid(page).day == date(2019, 1, 23)
    push(qtbot, page, "Today")
    assert grid(page).day == TODAY


def test_the_calendar_ends_where_dates_can_be_set(open_calendar: Any) -> None:
    page = open_calendar()
    page.show_day(date(1, 1, 1))
    assert grid(page).day == date(1900, 1, 1)
    page.show_day(date.max)
    assert grid(page).day == date(2199, 12, 31)


def test_letters_stand_for_moods_with_their_words_below_where_there_is_no_room(
    open_calendar: Any, qtbot: Any, write: Any
) -> None:
    write("one", mood=Mood.VERY_HARD)
    page = open_calendar()
    assert not grid(page).letters()
    assert not page._legend.isVisible()
    page.resize(360, 760)
    qtbot.waitUntil(page._legend.isVisible)
    assert page._legend.text() == "VH very hard · H hard · M mixed · S steady · G good"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "contrast-dark"])
def test_words_on_the_colour_of_a_mood_can_be_read(qapp: Any, family: str, theme: str) -> None:
    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        lin = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    apply_theme(qapp, theme, 100, family)
    for mood in (None, *Mood):
        ground = mood_colour(mood)
        pair = sorted((light(ground), light(ink_on(ground))))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, mood


def test_the_tab_opens_the_calendar_and_begins_an_entry_of_the_day_chosen(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("older")
    tab: JournalTab = open_tab()
    push(qtbot, tab, "Calendar")
    page = tab.findChild(CalendarPage)
    for _ in range(2):
        qtbot.keyClick(grid(page), Qt.Key.Key_Up)
    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert not page.isVisible()
    editor = tab.findChild(PlainEditor)
    qtbot.keyClicks(editor, "written later")
    tab.flush()
    entry = next(one for one in store.entries() if one.text == "written later")
    assert isinstance(entry, Entry)
    assert entry.at.isoformat() == "2026-11-09T18:42:00+01:00"
    push(qtbot, tab, "Calendar")
    assert "1 entry, written later" in spoken(page, date(2026, 11, 9))


def test_a_week_wholly_of_another_month_is_left_out(open_calendar: Any) -> None:
    QLocale.setDefault(QLocale("en_US"))
    page = open_calendar()
    heights = {}
    for month, rows in ((date(2026, 2, 1), 4), (date(2026, 11, 1), 5), (date(2026, 8, 1), 6)):
        page.show_day(month)
        assert sum(not grid(page).isRowHidden(row) for row in range(6)) == rows
        heights[rows] = grid(page).height()
    assert heights[4] < heights[5] < heights[6]


def test_an_empty_place_at_the_end_of_the_calendar_says_nothing(open_calendar: Any) -> None:
    model = grid(open_calendar()).model()
    assert model.data(QModelIndex()) is None
