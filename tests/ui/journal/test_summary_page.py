"""The summary for a counsellor: nothing ticked at first, picked and ordered by keys, printed."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.documents.plain import to_text
from familysupport.for_me.crisis_plan import NAME
from familysupport.for_me.model import CheckIn
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.recovery.model import Appointment, Habit, Limit, Sign, WeekAnswer
from familysupport.session import Session
from familysupport.ui.journal.summary_page import SummaryPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.preview import Choices
from familysupport.ui.kit.printing import save_pdf

SATURDAY = datetime.fromisoformat("2026-11-21T10:00:00+01:00")
Key = Qt.Key


@pytest.fixture
def filled(session: Session) -> Session:
    save = session.journal.save
    save(Entry(0, SATURDAY, Kind.VISIT, Mood.STEADY, "The garden", "We **walked** twice."))
    save(Entry(0, SATURDAY, Kind.SETBACK, Mood.HARD, "A bad night", "He used.", sleep=3.5))
    session.for_me.save_check_in(CheckIn(date(2026, 11, 20), {"feel": "mixed", "sleep": "well"}))
    session.for_me.save_page(NAME, {"signs": "I stop sleeping"})
    habit = session.recovery.save(Habit(name="Support group"))
    session.recovery.tick(habit.id, date(2026, 11, 19))
    limit = session.recovery.save(Limit(words="No cash", since=date(2026, 10, 1)))
    session.recovery.answer_week(limit.id, date(2026, 11, 16), WeekAnswer.KEPT)
    session.recovery.save(Sign(day=date(2026, 11, 18), note="missed dinner"))
    session.recovery.save(Appointment(day=date(2026, 11, 25), hour="10:00", who="Dr Lind"))
    return session


@pytest.fixture
def page(filled: Session, open_tab: Any) -> SummaryPage:
    tab: JournalTab = open_tab()
    tab.open_leaf("summary")
    QApplication.processEvents()
    found = tab.findChild(SummaryPage)
    assert isinstance(found, SummaryPage)
    return found


def tick(page: SummaryPage, words: str) -> None:
    rows = page._model.rows()
    place = next(at for at, one in enumerate(rows) if one.key and words in one.words)
    page._ticks.setCurrentIndex(page._model.index(place, 0))
    QTest.keyClick(page._ticks, Key.Key_Space)


def words(page: SummaryPage) -> str:
    return page._shown.toPlainText()


def press(page: SummaryPage, name: str) -> None:
    found = [one for one in page.findChildren(QPushButton) if one.text() == name]
    QTest.keyClick(found[0], Key.Key_Space)


def test_nothing_is_ticked_at_first_and_nothing_can_be_printed(page: SummaryPage) -> None:
    assert page._order == ()
    assert words(page) == ""
    assert not page._print.isEnabled()
    assert page._ticks.hasFocus()


def test_everything_a_counsellor_may_hear_of_is_there_to_tick(page: SummaryPage) -> None:
    listed = "\n".join(one.words for one in page._model.rows())
    for part in (
        "From 27 October 2026 to 23 November 2026",
        "A visit: 1 · A setback: 1",
        "hard: 1 · steady: 1",
        "Hours of sleep I noted once: 3.5",
        "Sat 21 Nov 2026: A bad night",
        "Fri 20 Nov 2026: mixed · slept well",
        "Support group: once",
        "No cash (weeks: Kept 1)",
        "missed dinner",
        "Dr Lind",
        "I stop sleeping",
    ):
        assert part in listed
    assert "tomorrow" not in listed


def test_what_is_ticked_is_shown_at_once_and_nothing_else(page: SummaryPage) -> None:
    tick(page, "How it felt")
    assert "hard: 1 · steady: 1" in words(page)
    tick(page, "Dr Lind")
    assert "Dr Lind" in words(page)
    assert "bad night" not in words(page)
    tick(page, "How it felt")
    assert "steady" not in words(page)


def test_a_click_ticks_too(page: SummaryPage) -> None:
    place = page._ticks.visualRect(page._model.index(1, 0)).center()
    QTest.mouseClick(page._ticks.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page._order == ("period",)
    heading = page._ticks.visualRect(page._model.index(0, 0)).center()
    QTest.mouseClick(page._ticks.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(heading))
    assert page._order == ("period",)


def test_a_screen_reader_hears_what_is_ticked(page: SummaryPage) -> None:
    index = page._model.index(1, 0)
    assert page._model.data(index, Qt.ItemDataRole.AccessibleTextRole).endswith(", not ticked")
    tick(page, "From 27 October")
    assert page._model.data(index, Qt.ItemDataRole.AccessibleTextRole).endswith(", ticked")
    assert page._model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_the_order_changes_by_keys(page: SummaryPage) -> None:
    tick(page, "Dr Lind")
    tick(page, "How it felt")
    assert words(page).index("Dr Lind") < words(page).index("steady")
    page._told.select(1)
    QTest.keyClick(page._told, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words(page).index("steady") < words(page).index("Dr Lind")
    press(page, "Down")
    assert words(page).index("Dr Lind") < words(page).index("steady")
    QTest.keyClick(page._told, Key.Key_Delete)
    assert "steady" not in words(page)
    press(page, "Take all out")
    assert page._order == ()


def test_a_title_can_be_told_without_its_text(page: SummaryPage) -> None:
    rows = page._model.rows()
    page._toggle(next(one.key for one in rows if one.key.startswith("title:")))
    assert "walked" not in words(page)
    for one in rows:
        if one.key.startswith("text:"):
            page._toggle(one.key)
    assert "We walked twice." in words(page)
    assert "He used." in words(page)


def test_questions_are_kept_in_the_vault_and_become_lines(
    page: SummaryPage, filled: Session
) -> None:
    page._asks.setFocus()
    QTest.keyClicks(page._asks, "What about nights?")
    page.flush()
    assert filled.journal.page("summary") == {"questions": "What about nights?"}
    tick(page, "What about nights?")
    assert "What about nights?" in words(page)
    page._asks.clear()
    page.flush()
    assert words(page) == ""


def test_other_days_hold_other_lines_and_let_go_of_what_is_gone(page: SummaryPage) -> None:
    tick(page, "A bad night")
    assert "A bad night" in words(page)
    page._first.setDate(page._first.date().addDays(-100))
    assert "A bad night" in words(page)
    page._last.setDate(page._last.date().addDays(-30))
    assert "A bad night" not in "\n".join(one.words for one in page._model.rows())
    assert words(page) == ""
    assert page._span.currentData() == 0


def test_what_was_ticked_is_nowhere_kept(page: SummaryPage, filled: Session, db: Any) -> None:
    tick(page, "A bad night")
    page.flush()
    again = SummaryPage(page._lines, filled.journal, page._context)
    assert again._order == ()
    again.deleteLater()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper_holds_what_was_picked_under_a_neutral_name(
    page: SummaryPage, tmp_path: Path, paper: Any
) -> None:
    for part in ("From 27 October", "How it felt", "No cash", "Dr Lind"):
        tick(page, part)
    page._toggle(next(one.key for one in page._model.rows() if one.key.startswith("text:")))
    path = tmp_path / "notes.pdf"
    save_pdf(page.sheet(Choices(paper)), path)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    text = " ".join(told.stdout.decode().split())
    for part in ("Notes for our talk", "27 October 2026", "No cash (weeks: Kept 1)", "Dr Lind"):
        assert part in text
    assert "missed dinner" not in text
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    assert "Document" in info
    assert "Lind" not in info


def test_escape_goes_back_to_the_entries(page: SummaryPage, qtbot: Any) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page._ticks, Key.Key_Escape)
    assert not page.isVisible()


def test_print_shows_what_was_picked(page: SummaryPage) -> None:
    tick(page, "Dr Lind")
    told: list[str] = []

    def look() -> None:
        dialog: Any = QApplication.activeModalWidget()
        told.append(to_text(dialog.sheet().content))
        dialog.reject()

    QApplication.processEvents()
    QTimer.singleShot(0, look)
    press(page, "Print or save as PDF…")
    assert told == [words(page)]


def test_what_is_copied_from_it_is_marked_as_private(page: SummaryPage) -> None:
    tick(page, "Dr Lind")
    page._shown.selectAll()
    data = page._shown.createMimeDataFromSelection()
    assert "Dr Lind" in data.text()
    assert data.hasFormat("x-kde-passwordManagerHint")
