"""The one-minute check-in by keys: answered, skipped, changed, deleted, and met with kindness."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from familysupport.for_me.model import CheckIn
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.care import CareCard
from familysupport.ui.for_me.check_in import CheckInPage
from familysupport.ui.for_me.crisis_plan import CrisisPlanPage
from familysupport.ui.for_me.leaf import ForMePage

TODAY = date(2026, 11, 23)
Key = Qt.Key


@pytest.fixture
def page(leaf: ForMePage, hands: Any) -> CheckInPage:
    hands.press(leaf, "Check in")
    return leaf.findChild(CheckInPage)


def said(page: CheckInPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_five_keys_are_a_whole_check_in(page: CheckInPage, store: ForMeStore, hands: Any) -> None:
    hands.keys("2", "3", "1", "4", "5")
    kept = {"feel": "hard", "sleep": "some", "eat": "not-yet", "spoke": "yes", "need": "help"}
    assert store.check_in(TODAY) == CheckIn(TODAY, kept)
    assert "Needs help with one thing" in said(page)
    assert not page.findChild(CareCard).isVisible()


def test_each_answer_is_kept_at_once(page: CheckInPage, store: ForMeStore, hands: Any) -> None:
    hands.keys("5")
    assert store.check_in(TODAY).answers == {"feel": "good"}


def test_everything_can_be_skipped_and_nothing_is_kept(
    page: CheckInPage, store: ForMeStore, hands: Any
) -> None:
    hands.keys(Key.Key_Right, "0", Key.Key_Right, "0", Key.Key_Right)
    assert "Everything was skipped, and that is fine too." in said(page)
    assert store.check_ins() == []


def test_arrows_and_enter_walk_and_a_second_choice_lets_go(
    page: CheckInPage, store: ForMeStore, hands: Any
) -> None:
    hands.keys(Key.Key_Return, Key.Key_Left)
    assert "How are you right now?" in said(page)
    hands.keys("1")
    assert store.check_ins() == []
    assert "How are you right now?" in said(page)
    hands.keys(Key.Key_Left, "4")
    assert store.check_in(TODAY).answers == {"feel": "steady"}


def test_letters_on_the_last_question_become_own_words(
    page: CheckInPage, store: ForMeStore, hands: Any
) -> None:
    hands.keys("0000", "sleep, 2 hours", Key.Key_Return)
    assert store.check_in(TODAY).words == "sleep, 2 hours"
    assert "“sleep, 2 hours”" in said(page)


def test_words_are_saved_by_themselves(page: CheckInPage, store: ForMeStore, hands: Any) -> None:
    hands.keys("0000", "rest")
    page.flush()
    assert store.check_in(TODAY).words == "rest"


def test_a_very_hard_answer_is_met_with_a_line_to_call_and_no_alarm(
    page: CheckInPage, leaf: ForMePage, hands: Any, qtbot: Any
) -> None:
    hands.keys("1", "0000")
    care = page.findChild(CareCard)
    assert care.isVisible()
    assert "988" in said(page)
    assert "Last checked" in said(page)
    with qtbot.waitSignal(leaf.emergency_asked) as asked:
        hands.press(page, "More help now")
    assert asked.args == ["myself"]


def test_words_of_despair_are_met_the_same_way(page: CheckInPage, hands: Any) -> None:
    hands.keys("5000", "i can't go on", Key.Key_Return)
    assert page.findChild(CareCard).isVisible()


def test_kindness_leads_to_the_plan(page: CheckInPage, leaf: ForMePage, hands: Any) -> None:
    hands.keys("1", "0000")
    hands.press(page, "My plan for hard days")
    assert isinstance(leaf.currentWidget(), CrisisPlanPage)


def test_today_is_shown_again_and_can_be_changed(
    store: ForMeStore, leaf: ForMePage, hands: Any
) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    hands.press(leaf, "Check in")
    page = leaf.findChild(CheckInPage)
    assert "Hard" in said(page)
    hands.press(page, "Change the answers")
    hands.keys("5")
    assert store.check_in(TODAY).answers == {"feel": "good"}


def test_days_before_stand_in_a_quiet_list_and_open(
    store: ForMeStore, leaf: ForMePage, hands: Any
) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    store.save_check_in(CheckIn(TODAY - timedelta(days=1), {"feel": "steady", "sleep": "well"}))
    hands.press(leaf, "Check in")
    page = leaf.findChild(CheckInPage)
    assert page._model.data(page._model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Yesterday, steady · slept well"
    )
    page._list.setFocus()
    hands.keys(Key.Key_Down)
    assert "Slept well" not in said(page)
    hands.keys(Key.Key_Return)
    assert "Slept well" in said(page)


def test_a_deleted_day_comes_back(store: ForMeStore, leaf: ForMePage, hands: Any) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    hands.press(leaf, "Check in")
    page = leaf.findChild(CheckInPage)
    hands.press(page, "Delete this day")
    assert store.check_ins() == []
    hands.press(page, "Undo")
    assert store.check_in(TODAY).answers == {"feel": "hard"}


def test_escape_leaves_at_once_and_today_is_told_on_the_way_in(
    page: CheckInPage, leaf: ForMePage, hands: Any
) -> None:
    hands.keys("3", Key.Key_Escape)
    assert leaf.currentWidget() is not page
    assert any("Today: mixed" in one.text() for one in leaf.findChildren(QLabel))
    assert QApplication.focusWidget().text() == "Check in"


def test_the_next_day_begins_anew(
    page: CheckInPage, leaf: ForMePage, hands: Any, clock: Any, store: ForMeStore
) -> None:
    hands.keys("3", Key.Key_Escape)
    clock.moment += timedelta(days=1)
    hands.press(leaf, "Check in")
    assert "How are you right now?" in said(page)
    hands.keys("5")
    assert [one.answers for one in store.check_ins()] == [{"feel": "good"}, {"feel": "mixed"}]
