"""Four questions before the first run, after three, and after the real day; all can be skipped."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from familysupport.prepare.afterwards import After, Happened
from familysupport.prepare.day import Day
from familysupport.rehearse.model import Mode, TalkRecord
from familysupport.rehearse.prepared import Moment, Prepared
from familysupport.session import Session
from familysupport.ui.kit.table import WordTable
from familysupport.ui.rehearse.calm_chart import CalmChart
from familysupport.ui.rehearse.ready_card import ReadyCard
from familysupport.ui.rehearse.ready_page import ReadyPage
from familysupport.ui.rehearse.ways import Way


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def press(qtbot: Any, page: QWidget, words: str) -> None:
    QApplication.processEvents()
    fitting = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    qtbot.keyClick(fitting[0], Qt.Key.Key_Space)


def practised(session: Session, clock: Any, count: int) -> None:
    for _ in range(count):
        session.rehearse.save_talk(TalkRecord(0, clock.now(), 60.0, Mode.TALK, "", "practised", ()))


def test_the_first_run_begins_with_four_questions_by_keys(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    tab = open_tab(first=True)
    tab.show_way(Way.TALK)
    assert "Before you begin: four questions" in shown(tab)
    page = tab.findChild(ReadyPage)
    page.focus_first()
    for key in (Qt.Key.Key_4, Qt.Key.Key_7):
        qtbot.keyClick(page.focusWidget(), key)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    press(qtbot, tab, "Keep and go on")
    (told,) = session.rehearse.prepared()
    assert (told.moment, told.answers) == (Moment.BEFORE, (4, 7, None, None))
    assert "Talk it through" in shown(tab)
    assert "four questions" not in shown(tab)


def test_escape_skips_and_it_is_not_asked_again(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    tab = open_tab(first=True)
    tab.show_way(Way.MEETING)
    page = tab.findChild(ReadyPage)
    page.focus_first()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert "Two letters are needed" in shown(tab)
    assert session.rehearse.prepared()[0].answers == (None,) * 4
    tab.show_way(Way.MOMENT)
    assert "four questions" not in shown(tab)


@pytest.mark.parametrize("way", [Way.SETTLE, Way.DRILL, Way.SO_FAR])
def test_breathing_drills_and_the_look_back_ask_nothing(open_tab: Any, way: Way) -> None:
    tab = open_tab(first=True)
    tab.show_way(way)
    assert "four questions" not in shown(tab)
    tab.close()


def test_after_three_runs_it_asks_again(open_tab: Any, session: Session, clock: Any) -> None:
    practised(session, clock, 3)
    tab = open_tab(first=True)
    tab.show_way(Way.MOMENT)
    assert "After some practice: the same four questions" in shown(tab)


@pytest.mark.parametrize("said", [True, False])
def test_after_the_real_day_it_asks_once_more(
    open_tab: Any, session: Session, clock: Any, said: bool
) -> None:
    if said:
        session.plan.save(After(happened=Happened.NO))
    else:
        session.plan.save(Day(on=clock.today() - timedelta(days=1)))
    tab = open_tab()
    tab.show_way(Way.TALK)
    assert "After the real day: the same four questions" in shown(tab)


def test_a_day_that_was_not_held_is_not_over(open_tab: Any, session: Session, clock: Any) -> None:
    session.plan.save(Day(on=clock.today() - timedelta(days=1)))
    session.plan.save(After(happened=Happened.NOT_HELD))
    tab = open_tab()
    tab.show_way(Way.TALK)
    assert "four questions" not in shown(tab)


def test_so_far_shows_a_line_for_each_question_and_the_same_as_a_table(
    open_tab: Any, session: Session, clock: Any, qtbot: Any
) -> None:
    practised(session, clock, 3)
    tab = open_tab()
    session.rehearse.keep_prepared(Prepared(Moment.BEFORE, clock.now(), (2, 3, None, 5)))
    session.rehearse.keep_prepared(Prepared(Moment.PRACTISED, clock.now(), (6, 3, None, 7)))
    tab.show_way(Way.SO_FAR)
    card = tab.findChild(ReadyCard)
    table = card.findChild(WordTable)
    assert table.words()[0] == ["I could start the talk", "2", "6", "–"]
    assert table.words()[2][1:] == ["–", "–", "–"]
    lines = [one for one in card.findChildren(CalmChart) if one.isVisible()]
    assert [one.accessibleDescription() for one in lines] == [
        "2, 6, –",
        "3, 3, –",
        "–, –, –",
        "5, 7, –",
    ]
    words = shown(card).casefold()
    assert not any(word in words for word in ("score", "points", "sum", "average", "%"))
    press(qtbot, card, "Answer the four questions: After practice")
    assert "After some practice" in shown(tab)
    press(qtbot, tab, "Skip (Escape)")
    assert session.rehearse.prepared()[1].answers == (6, 3, None, 7)
    assert "Your practice so far" in shown(tab)


def test_with_nothing_told_there_is_no_table_and_no_line(open_tab: Any) -> None:
    tab = open_tab()
    tab.show_way(Way.SO_FAR)
    card = tab.findChild(ReadyCard)
    assert not card.findChild(WordTable).isVisible()
    assert card.findChildren(CalmChart) == []
    tab.close()
