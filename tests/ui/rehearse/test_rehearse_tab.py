from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from familysupport.rehearse.model import Ending, Look
from familysupport.rehearse.pace import CALM_PACE
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.rows import ROW, RowList
from familysupport.ui.rehearse.after import AfterPage
from familysupport.ui.rehearse.closed_page import ClosedPage
from familysupport.ui.rehearse.drill_page import DrillPage
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.ready_page import ReadyPage
from familysupport.ui.rehearse.settle import SettlePage
from familysupport.ui.rehearse.so_far import SoFarPage
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.talk_page import TalkPage
from familysupport.ui.rehearse.view import ReadingView


def buttons(tab: RehearseTab) -> dict[str, QPushButton]:
    return {b.text(): b for b in tab.findChildren(QPushButton) if b.isVisible()}


def press(qtbot: Any, tab: RehearseTab, words: str) -> None:
    qtbot.mouseClick(buttons(tab)[words], Qt.MouseButton.LeftButton)


def words_shown(tab: RehearseTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def listed(tab: RehearseTab) -> dict[str, str]:
    model = tab.findChild(RowList).model()
    rows = [model.index(number, 0).data(ROW) for number in range(model.rowCount())]
    return {row.title: row.detail for row in rows}


def at(tab: RehearseTab, clock: Any, seconds: float) -> None:
    """Let the clock say `seconds` and the next frame come."""
    clock.seconds = seconds
    tab.findChild(Reader)._move()


@pytest.fixture(autouse=True)
def _at_once(rehearse: RehearseStore) -> None:
    rehearse.keep_look(Look(countdown=0))


def test_with_no_statement_one_button_leads_to_writing_one(open_tab: Any, qtbot: Any) -> None:
    tab = open_tab()
    assert "There is no statement yet" in words_shown(tab)
    assert list(buttons(tab)) == ["Write a statement"]
    with qtbot.waitSignal(tab.write_asked):
        press(qtbot, tab, "Write a statement")


def test_no_page_is_built_before_somebody_wants_it(open_tab: Any, write: Any) -> None:
    write()
    tab = open_tab()
    later = (AfterPage, ClosedPage, DrillPage, ListenPage, MeetingPage, ReadyPage, SettlePage)
    assert [page for page in (*later, SoFarPage, TalkPage) if tab.findChild(page)] == []


def test_a_statement_without_words_says_so(open_tab: Any, write: Any) -> None:
    write("  \n ")
    tab = open_tab()
    assert "This statement has no words yet" in words_shown(tab)
    assert list(buttons(tab)) == ["Write a statement"]


def test_space_starts_pauses_and_goes_on_from_the_same_place(
    open_tab: Any, write: Any, qtbot: Any, clock: Any
) -> None:
    statement = write()
    tab = open_tab()
    tab.read_statement(statement.id)
    view = tab.findChild(ReadingView)
    qtbot.keyClick(buttons(tab)["Start reading"], Qt.Key.Key_Space)
    assert view.hasFocus()
    at(tab, clock, 3)
    assert "0:03 read" in words_shown(tab)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert "Go on" in buttons(tab)
    clock.seconds = 100
    qtbot.keyClick(view, Qt.Key.Key_Space)
    at(tab, clock, 101)
    assert "0:04 read" in words_shown(tab)


def test_arrows_and_signs_change_the_speed(open_tab: Any, write: Any, qtbot: Any) -> None:
    statement = write()
    tab = open_tab()
    tab.read_statement(statement.id)
    view = tab.findChild(ReadingView)
    for key, pace in (
        (Qt.Key.Key_Up, CALM_PACE + 5),
        (Qt.Key.Key_Plus, CALM_PACE + 10),
        (Qt.Key.Key_Down, CALM_PACE + 5),
        (Qt.Key.Key_Minus, CALM_PACE),
    ):
        qtbot.keyClick(view, key)
        assert f"{pace} words a minute" in words_shown(tab)
    press(qtbot, tab, "Slower")
    assert f"{CALM_PACE - 5} words a minute" in words_shown(tab)
    press(qtbot, tab, "Faster")
    assert f"{CALM_PACE} words a minute" in words_shown(tab)


def test_escape_stops_and_the_reading_is_kept(
    open_tab: Any, write: Any, qtbot: Any, clock: Any, rehearse: RehearseStore
) -> None:
    statement = write()
    tab = open_tab()
    tab.read_statement(statement.id)
    press(qtbot, tab, "Start reading")
    at(tab, clock, 3)
    qtbot.keyClick(tab.findChild(ReadingView), Qt.Key.Key_Escape)
    (kept,) = rehearse.readings(statement.id)
    assert (kept.ending, kept.seconds, kept.ended_at_word) == (Ending.STOPPED, 3.0, 6)
    assert "You stopped" in words_shown(tab)
    assert "6 of 18 words in 3 s" in words_shown(tab)


def test_read_to_the_end_it_says_minutes_and_pace(
    open_tab: Any, write: Any, qtbot: Any, clock: Any, rehearse: RehearseStore
) -> None:
    statement = write()
    tab = open_tab()
    tab.read_statement(statement.id)
    press(qtbot, tab, "Start reading")
    at(tab, clock, 60)
    (kept,) = rehearse.readings(statement.id)
    assert kept.ending is Ending.FINISHED
    assert kept.ended_at_word == kept.words == 18
    assert kept.seconds == round(18 * 60 / CALM_PACE + 2, 1)
    assert "You read it to the end" in words_shown(tab)
    press(qtbot, tab, "Read it again")
    assert "Start reading" in buttons(tab)


def test_stopping_before_the_first_word_keeps_nothing(
    open_tab: Any, write: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    statement = write()
    tab = open_tab()
    tab.read_statement(statement.id)
    press(qtbot, tab, "Start reading")
    qtbot.keyClick(tab.findChild(ReadingView), Qt.Key.Key_Escape)
    assert rehearse.readings(statement.id) == []
    assert "Start reading" in buttons(tab)


def test_a_lock_in_the_middle_keeps_the_reading(
    open_tab: Any, write: Any, qtbot: Any, clock: Any, rehearse: RehearseStore
) -> None:
    statement = write()
    tab = open_tab()
    press(qtbot, tab, "Start reading")
    at(tab, clock, 4)
    tab.flush()
    assert len(rehearse.readings(statement.id)) == 1


def test_the_text_stands_still_while_nobody_sees_it(
    open_tab: Any, write: Any, qtbot: Any, clock: Any
) -> None:
    write()
    tab = open_tab()
    press(qtbot, tab, "Start reading")
    at(tab, clock, 3)
    tab.hide()
    clock.seconds = 500
    tab.show()
    tab.refresh()
    assert "0:03 read" in words_shown(tab)
    assert "Go on" in buttons(tab)


def test_the_list_tells_length_and_how_often_it_was_read(
    open_tab: Any, write: Any, qtbot: Any, clock: Any
) -> None:
    write()
    write("Short words", author="Dad", title="For the meeting")
    tab = open_tab()
    rows = listed(tab)
    assert rows["Anna’s statement"] == "Anna · 10 s · not read yet"
    assert "For the meeting" in rows
    press(qtbot, tab, "Start reading")
    at(tab, clock, 60)
    assert listed(tab)["Anna’s statement"].endswith("read once")


def test_another_statement_comes_by_key(open_tab: Any, write: Any, qtbot: Any) -> None:
    write()
    write("Short words", title="For the meeting")
    tab = open_tab()
    qtbot.keyClick(tab.findChild(RowList), Qt.Key.Key_Down)
    assert "For the meeting" in words_shown(tab)


def test_a_statement_deleted_elsewhere_is_gone_from_the_list(
    open_tab: Any, write: Any, statements: Any
) -> None:
    statement = write()
    tab = open_tab()
    statements.delete(statement.id)
    tab.refresh()
    assert "There is no statement yet" in words_shown(tab)


def test_the_text_moves_down_without_a_jump(open_tab: Any, write: Any) -> None:
    write("A long word line " * 40 + "\n\n\n" + "extraordinarily" * 30 + " end 😀😀 of it")
    tab = open_tab()
    view = tab.findChild(ReadingView)
    count = len(view._steps)
    depths = [view.way_down(number / 10) for number in range(count * 10 + 1)]
    steps = [after - before for before, after in pairwise(depths)]
    assert min(steps) >= 0
    covered = [number for line in view._lines() for number in range(line.first, line.after)]
    assert covered == list(range(count))
