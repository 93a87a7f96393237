from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QPushButton

from familysupport.context import AppContext
from familysupport.journal.model import Energy, Entry, Kind, Mood
from familysupport.journal.seeing import By, Reach
from familysupport.recovery.model import Habit, Limit, WeekAnswer, monday_of
from familysupport.session import Session
from familysupport.ui.journal.heat_map import HeatMap
from familysupport.ui.journal.seeing_card import SeeingCard, as_text
from familysupport.ui.journal.seeing_chart import (
    ColumnChart,
    GridChart,
    LineChart,
    StepChart,
    marks_up_to,
)
from familysupport.ui.journal.seeing_page import SeeingPage
from familysupport.ui.journal.seeing_print import seen_page
from familysupport.ui.journal.twelve_weeks import TwelveWeeks
from familysupport.ui.kit.theme import apply_theme

TODAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.fixture
def open_seeing(
    session: Session, context: AppContext, dressed: Any, qtbot: Any
) -> Callable[[], SeeingPage]:
    QLocale.setDefault(QLocale("en_GB"))

    def make() -> SeeingPage:
        page = SeeingPage(session.finding, session.recovery, context)
        qtbot.addWidget(page)
        page.resize(760, 900)
        page.refresh()
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


def card(page: SeeingPage, name: str) -> SeeingCard:
    return next(one for one in page.cards if one.name == name)


def chart(one: SeeingCard) -> StepChart:
    return one.findChild(StepChart)


def push(qtbot: Any, widget: Any, words: str) -> None:
    found = [b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def pick(page: SeeingPage, box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_moods_are_counted_by_week_with_a_middle_where_enough_is_told(
    open_seeing: Any, write: Any
) -> None:
    for days, mood in ((0, Mood.HARD), (1, Mood.GOOD), (2, Mood.MIXED), (3, Mood.STEADY)):
        write("x", days_ago=days, mood=mood)
    page = open_seeing()
    lines = card(page, "Mood").lines
    assert lines[0] == [
        *("Week", "Days with an entry", "very hard", "hard", "mixed", "steady", "good"),
        "In the middle",
    ]
    assert lines[-1] == [
        *("23 Nov 2026", "1", "0", "1", "0", "0", "0"),
        "too few days",
    ]
    assert lines[-2][1:] == ["3", "0", "0", "1", "1", "1", "steady"]
    assert lines[-3][1:] == ["0", "0", "0", "0", "0", "0", "nothing told"]
    assert len(lines) == 13


def test_the_arrows_tell_each_step_in_words(open_seeing: Any, qtbot: Any, write: Any) -> None:
    write("x", days_ago=0, mood=Mood.HARD)
    page = open_seeing()
    mood = card(page, "Mood")
    one = chart(mood)
    one.setFocus()
    words = "23 Nov 2026: Days with an entry 1, hard 1, In the middle too few days"
    assert mood.looked.text() == words
    qtbot.keyClick(one, Qt.Key.Key_Left)
    assert mood.looked.text().startswith("16 Nov to 22 Nov 2026: ")
    qtbot.keyClick(one, Qt.Key.Key_Home)
    assert mood.looked.text().startswith("7 Sep")
    qtbot.keyClick(one, Qt.Key.Key_Left)
    qtbot.keyClick(one, Qt.Key.Key_End)
    assert mood.looked.text() == words
    assert "Days that tell a mood: 1." in one.accessibleDescription()


def test_every_chart_has_a_name_a_description_and_its_table(
    open_seeing: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("x", days_ago=0, mood=Mood.HARD, sleep=7.5, energy=Energy.LOW)
    session.recovery.tick(session.recovery.save(Habit(name="Dinner")).id, TODAY)
    page = open_seeing()
    shown = [one for one in page.cards if not one.isHidden()]
    assert len(shown) == 7
    for one in shown:
        assert one.lines, one.name
        for drawn in one.charts:
            assert drawn.accessibleName()
            assert drawn.accessibleDescription() or drawn.isHidden()
        push(qtbot, one, "Show as a table")
        assert one.table.isVisible()
        assert one.table.words() == [list(line) for line in one.lines[1:]]
        push(qtbot, one, "Show as a table")
        assert not one.table.isVisible()


def test_the_table_is_copied_as_plain_text(open_seeing: Any, qtbot: Any, write: Any) -> None:
    write("one two three", days_ago=0)
    page = open_seeing()
    words = card(page, "Words written")
    push(qtbot, words, "Copy the table as text")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "Week,Entries,Words"
    assert copied.splitlines()[-1] == "23 Nov 2026,1,3"
    assert as_text([["a,b", 'c"d']]) == '"a,b","c""d"\n'


def test_what_was_not_told_is_said_and_not_drawn(open_seeing: Any, write: Any) -> None:
    write("only words")
    page = open_seeing()
    for name, words in (
        ("Mood", "No entry of this time tells a mood."),
        ("Sleep", "No entry of this time tells of sleep."),
        ("Energy", "No entry of this time tells of energy."),
    ):
        one = card(page, name)
        assert one.about.text() == words
        assert not any(drawn.isVisible() for drawn in one.charts)
        assert not one.lines
    assert card(page, "Habits of the family").isHidden()
    assert card(page, "Limits we agreed").isHidden()


def test_an_empty_journal_says_so(open_seeing: Any) -> None:
    page = open_seeing()
    assert page._none.isVisible()
    assert not any(one.lines for one in page.cards)


def test_sleep_tells_least_middle_and_most(open_seeing: Any, write: Any) -> None:
    for days, sleep in ((1, 4.0), (2, 6.5), (3, 8.0)):
        write("x", days_ago=days, sleep=sleep)
    page = open_seeing()
    lines = card(page, "Sleep").lines
    assert lines[-2] == ["16 Nov to 22 Nov 2026", "3", "4", "6.5", "8"]
    assert lines[-1] == ["23 Nov 2026", "0", "", "", ""]


def test_kinds_habits_and_limits_are_counted(
    open_seeing: Any, write: Any, session: Session
) -> None:
    write("x", kind=Kind.VISIT)
    write("y")
    recovery = session.recovery
    habit = recovery.save(Habit(name="Dinner together"))
    for days in (0, 1, 2):
        recovery.tick(habit.id, TODAY - timedelta(days=days))
    limit = recovery.save(Limit(words="No cash", since=date(2026, 9, 1)))
    recovery.answer_week(limit.id, monday_of(TODAY), WeekAnswer.KEPT)
    page = open_seeing()
    assert card(page, "What entries are about").lines[0] == ["Week", "Free writing", "A visit"]
    habits = card(page, "Habits of the family").lines
    assert [line[1] for line in habits[-2:]] == ["2", "1"]
    assert card(page, "Limits we agreed").lines[0] == ["Week", "No cash: Kept"]
    assert card(page, "Limits we agreed").lines[-1][1] == "1"


def test_reach_and_step_are_chosen_together(open_seeing: Any, write: Any) -> None:
    write("x", days_ago=0)
    write("old", days_ago=1000)
    page = open_seeing()
    offered = [page._by.itemData(n) for n in range(page._by.count())]
    assert offered == [By.WEEK, By.MONTH]
    pick(page, page._by, By.MONTH)
    assert [line[0] for line in card(page, "Words written").lines[1:]] == [
        "September 2026",
        "October 2026",
        "November 2026",
    ]
    pick(page, page._reach, Reach.YEAR)
    assert len(card(page, "Words written").lines) == 13
    pick(page, page._reach, Reach.ALL)
    assert card(page, "Words written").lines[1][0] == "February 2024"
    pick(page, page._by, By.YEAR)
    assert [line[:2] for line in card(page, "Words written").lines[1:]] == [
        ["2024", "1"],
        ["2025", "0"],
        ["2026", "1"],
    ]


def test_a_long_count_lets_the_window_go_on_in_between(
    session: Session, context: AppContext, dressed: Any, qtbot: Any, clock: Any
) -> None:
    for number in range(5):
        moment = NOW - timedelta(days=3 * number)
        session.journal.save(Entry(0, moment, text="two words", mood=Mood.GOOD))
    page = SeeingPage(session.finding, session.recovery, context)
    qtbot.addWidget(page)
    page.show()
    clock.ticks = count().__next__  # as if every step took a second
    page.refresh()
    assert page._counting.isVisible()
    assert not any(one.isVisible() for one in page.cards)
    assert not card(page, "Words written").lines
    qtbot.waitUntil(lambda: not page._counting.isVisible())
    assert card(page, "Words written").about.text() == "Words: 10. Entries: 5."
    page.refresh()
    page.refresh()
    qtbot.waitUntil(lambda: not page._counting.isVisible())
    assert card(page, "Words written").about.text() == "Words: 10. Entries: 5."


def test_a_day_of_the_year_opens_in_the_calendar(open_tab: Any, qtbot: Any, write: Any) -> None:
    write("x", days_ago=30)
    tab = open_tab()
    push(qtbot, tab, "Over time")
    page = tab.findChild(SeeingPage)
    heat = page.year.map
    assert isinstance(heat, HeatMap)
    heat.setFocus()
    for _ in range(30):
        qtbot.keyClick(heat, Qt.Key.Key_Up)
    assert "1 entry" in page.year.looked.text()
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert tab._leaves["calendar"]._grid.day == date(2026, 10, 24)


def test_every_table_goes_to_paper_under_its_name(open_seeing: Any, write: Any) -> None:
    write("x", days_ago=0, mood=Mood.HARD)
    page = open_seeing()
    paper = seen_page(page.cards, "The last 12 weeks, by week")
    names = [block.text for block in paper.blocks if type(block).__name__ == "Heading"]
    assert names == [
        *("Mood", "The last year, day by day", "Words written"),
        "What entries are about",
    ]
    assert sum(type(block).__name__ == "Table" for block in paper.blocks) == 4
    for days in range(1, 90):
        write("x", days_ago=days)
    page.refresh()
    paper = seen_page(page.cards, "The last 12 weeks, by week")
    assert sum(type(block).__name__ == "Table" for block in paper.blocks) == 3


def test_the_twelve_weeks_draw_a_line_only_when_there_is_one(
    session: Session, clock: Any, dressed: Any, qtbot: Any, write: Any
) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    weeks = TwelveWeeks(session.finding, clock)
    qtbot.addWidget(weeks)
    weeks.resize(280, 260)
    weeks.show()
    weeks.refresh()
    assert not weeks.line.isVisible()
    assert weeks.words.text() == "Too few days tell a mood to draw a line."
    for days in range(14):
        write("x", days_ago=days + 1, mood=Mood.STEADY)
    weeks.refresh()
    assert weeks.line.isVisible()
    assert "16 Nov to 22 Nov 2026: steady" in weeks.line.accessibleDescription()
    weeks.line.setFocus()
    with qtbot.waitSignal(weeks.seeing_asked):
        push(qtbot, weeks, "See more over time")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "contrast-dark"])
def test_charts_are_painted_in_every_theme(
    open_seeing: Any, write: Any, qapp: Any, family: str, theme: str
) -> None:
    for days, mood in enumerate((*Mood, *Mood, *Mood)):
        write("some words", days_ago=days, mood=mood, sleep=7.0, energy=Energy.SOME)
    apply_theme(qapp, theme, 100, family)
    page = open_seeing()
    qapp.processEvents()
    for one in page.cards:
        for drawn in one.charts:
            if drawn.isVisible():
                drawn.setFocus()
                image: QImage = drawn.grab().toImage()
                colours = {
                    image.pixel(x, y)
                    for x in range(0, image.width(), 3)
                    for y in range(0, image.height(), 3)
                }
                assert len(colours) > 3, drawn.accessibleName()


def test_a_chart_without_anything_to_show_can_be_painted(dressed: Any, qtbot: Any) -> None:
    for kind in (StepChart, ColumnChart, LineChart, GridChart):
        drawn = kind("a chart")
        qtbot.addWidget(drawn)
        drawn.show()
        drawn.setFocus()
        qtbot.keyClick(drawn, Qt.Key.Key_Left)
        assert not drawn.grab().isNull()


def test_marks_are_round_and_hold_the_most() -> None:
    for most in (0, 1, 3, 7, 12, 99, 1234, 100_000):
        marks, top = marks_up_to(most)
        assert top >= most
        assert 2 <= len(marks) <= 6
        assert marks[-1][0] == top
