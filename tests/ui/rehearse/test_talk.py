"""Practising to talk, by keys: one hard moment, a whole talk, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from familysupport.prepare.model import Person, Relation
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.rehearse.loved import Loved, Pronoun, Tie
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.roleplay import Outcome
from familysupport.rehearse.store import RehearseStore
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.reply_button import ReplyButton
from familysupport.ui.rehearse.settle import BreathPicture, SettlePage
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.talk_page import TalkPage
from familysupport.ui.rehearse.talk_setup import Wish
from familysupport.ui.rehearse.ways import Way

DANIEL = Loved("Daniel", Pronoun.HE, Tie.PARENT, "Mum")
WISH = Wish(DANIEL, "", "", Difficulty.TYPICAL, 4, None)
MOMENT = Wish(DANIEL, "anger", "", Difficulty.TYPICAL, None, None)


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def press(qtbot: Any, page: QWidget, words: str) -> None:
    QApplication.processEvents()
    fitting = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    qtbot.keyClick(fitting[0], Qt.Key.Key_Space)


@pytest.fixture
def begin(open_tab: Any) -> Iterator[Any]:
    tabs: list[RehearseTab] = []

    def make(way: Way, wish: Wish, seed: int = 5) -> TalkPage:
        tab: RehearseTab = open_tab()
        tabs.append(tab)
        tab.show_way(way)
        page = next(one for one in tab.findChildren(TalkPage) if one.isVisible())
        page.begin(wish, seed)
        return page

    yield make
    for tab in tabs:
        tab.close()


def choose(qtbot: Any, page: TalkPage, quality: str) -> None:
    talk: Any = page._talk
    number = next(n for n, one in enumerate(talk.replies) if one.quality == quality)
    qtbot.keyClick(page.view._buttons[0], Qt.Key(Qt.Key.Key_1 + number))


def test_a_moment_is_three_answers_by_number_keys(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.MOMENT, MOMENT)
    assert page.focusWidget() is page.view._buttons[0]
    for turn in (1, 2, 3):
        assert f"Turn {turn} of 3" in shown(page)
        choose(qtbot, page, "best")
    assert "You practiced three turns." in shown(page)
    (kept,) = rehearse.talks()
    assert [(one.kind, one.held) for one in kept.met] == [("anger", True)] * 3
    assert kept.words == ""


def test_own_words_are_answered_and_rated(begin: Any, qtbot: Any) -> None:
    page = begin(Way.TALK, WISH)
    own = page.view.findChild(QLineEdit)
    own.setFocus()
    qtbot.keyClicks(own, "I am scared. Will you come with me today?")
    qtbot.keyClick(own, Qt.Key.Key_Return)
    said = page._talk.exchanges[0].said
    assert said.own_words
    assert {code.value for code in said.codes} == {"feel", "ask"}
    assert "I am scared. Will you come with me today?" in shown(page)
    assert own.text() == ""


def test_own_words_that_show_nothing_are_not_rated(begin: Any, qtbot: Any) -> None:
    page = begin(Way.MOMENT, MOMENT)
    own = page.view.findChild(QLineEdit)
    before = page._talk.mood.trust
    own.setFocus()
    qtbot.keyClicks(own, "erm the the tea")
    qtbot.keyClick(own, Qt.Key.Key_Return)
    assert page._talk.exchanges[0].said.codes == ()
    assert page._talk.mood.trust == before
    page.view.stop()
    press(qtbot, page.after, "See what helped")
    assert "not rated" in shown(page.after)


def test_what_helped_comes_in_sight_and_the_keys_go_on_there(begin: Any, qtbot: Any) -> None:
    page = begin(Way.MOMENT, MOMENT)
    choose(qtbot, page, "poor")
    page.view.stop()
    page.after.setFixedHeight(300)
    press(qtbot, page.after, "See what helped")
    QApplication.processEvents()
    assert page.after._told.isAncestorOf(QApplication.focusWidget())
    assert page.after._told.visibleRegion().boundingRect().top() == 0


def test_who_is_very_upset_is_led_to_the_breathing_first(begin: Any, qtbot: Any) -> None:
    page = begin(Way.MOMENT, MOMENT)
    choose(qtbot, page, "poor")
    page.view.stop()
    page.after._calm.setCurrentIndex(2)
    press(qtbot, page.after, "See what helped")
    QApplication.processEvents()
    assert QApplication.focusWidget().text() == "Breathe for two minutes"


def test_an_empty_line_says_nothing(begin: Any, qtbot: Any) -> None:
    page = begin(Way.MOMENT, MOMENT)
    own = page.view.findChild(QLineEdit)
    own.setText("   ")
    own.setFocus()
    qtbot.keyClick(own, Qt.Key.Key_Return)
    assert page._talk.exchanges == []


def test_escape_stops_at_once_and_keeps_what_was_met(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.TALK, WISH)
    choose(qtbot, page, "half")
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_Escape)
    assert "You stopped. That is always all right." in shown(page)
    assert rehearse.talks()[0].outcome == "stopped"


def test_stopping_before_the_first_word_keeps_nothing(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.TALK, WISH)
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_Escape)
    assert page.currentWidget() is page.setup
    assert rehearse.talks() == []


def test_a_hint_comes_when_asked_or_after_two_harsh_answers(begin: Any, qtbot: Any) -> None:
    page = begin(Way.TALK, WISH)
    assert "What helps here" not in shown(page)
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_F1)
    assert "What helps here" in shown(page)
    choose(qtbot, page, "poor")
    assert "What helps here" not in shown(page)
    choose(qtbot, page, "poor")
    assert "What helps here" in shown(page)


def test_first_comes_the_own_look_then_strengths_and_one_change(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.MOMENT, MOMENT)
    best = next(one for one in page._talk.replies if one.quality == "best").text
    choose(qtbot, page, "best")
    poor = next(one for one in page._talk.replies if one.quality == "poor").text
    choose(qtbot, page, "poor")
    choose(qtbot, page, "half")
    assert "What was strong" not in shown(page)
    page.after._calm.setCurrentIndex(7)
    page.after._keep.setFocus()
    qtbot.keyClicks(page.after._keep, "I stayed calm.")
    press(qtbot, page.after, "See what helped")
    told = shown(page.after)
    assert f"“{best}”" in told
    assert f"You said: “{poor}”" in told
    assert "You could say:" in told
    (kept,) = rehearse.talks()
    assert (kept.calm_after, kept.keep_line, kept.words) == (6, "I stayed calm.", "")


def test_what_was_said_is_kept_only_when_asked_for(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.MOMENT, MOMENT)
    for _turn in range(3):
        choose(qtbot, page, "best")
    page.after._words.setChecked(True)
    page.flush()
    words = rehearse.talks()[0].words
    assert words.count("Daniel: ") == words.count("You: ") == 3


def test_a_turn_is_taken_again_and_both_ways_stand_side_by_side(
    begin: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = begin(Way.TALK, WISH)
    for _turn in range(3):
        choose(qtbot, page, "poor")
    page.view.stop()
    first = page._talk.exchanges[1].said.text
    press(qtbot, page.after, "See what helped")
    press(qtbot, page.after, "Take turn 2 again")
    assert page.currentWidget() is page.view
    choose(qtbot, page, "best")
    told = shown(page.after)
    assert "Turn 2, both ways" in told
    assert f"“{first}”" in told
    assert "This time Daniel is calmer" in told
    assert len(rehearse.talks()) == 1


def test_a_calm_no_is_well_done(begin: Any, qtbot: Any) -> None:
    for seed in range(40):
        page = begin(Way.TALK, WISH, seed)
        while page.under_way:
            last = page._talk.verdict in (Outcome.REFUSED, Outcome.WALKED_OUT)
            choose(qtbot, page, "best" if last else "poor")
        if page._talk.outcome is Outcome.REFUSED:
            assert "You met a no calmly" in shown(page.after)
            return
    raise AssertionError("no talk ended with a no")


def test_the_next_drill_is_the_moment_that_went_worst(begin: Any, qtbot: Any) -> None:
    page = begin(Way.TALK, WISH)
    choose(qtbot, page, "poor")
    kind = page._talk.exchanges[0].reaction.split(".")[0]
    page.view.stop()
    press(qtbot, page.after, "See what helped")
    with qtbot.waitSignal(page.kind_asked) as asked:
        name = page._practice.pack.kinds[kind].name
        press(qtbot, page.after, f"Practice: {name}")
    assert asked.args == [kind]


def test_two_very_upset_runs_suggest_to_stop_for_today(begin: Any, qtbot: Any) -> None:
    page = begin(Way.MOMENT, MOMENT)
    for _run in range(2):
        assert "It may be enough for today" not in shown(page)
        choose(qtbot, page, "best")
        page.view.stop()
        page.after._calm.setCurrentIndex(1)
        press(qtbot, page.after, "See what helped")
        if _run == 0:
            page.begin(MOMENT, 6)
    assert "It may be enough for today" in shown(page)


def test_a_minute_to_breathe_leads_back_to_the_same_turn(
    open_tab: Any, qtbot: Any, clock: Any
) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    page = tab.findChild(TalkPage)
    page.begin(MOMENT, 5)
    choose(qtbot, page, "best")
    press(qtbot, page, "I need a minute")
    settle = tab.findChild(SettlePage)
    assert settle.isVisible()
    press(qtbot, settle, "Back to practicing")
    assert page.isVisible()
    assert "Turn 2 of 3" in shown(page)


def test_slow_breathing_runs_by_the_clock_and_ends_after_two_minutes(
    open_tab: Any, qtbot: Any, clock: Any
) -> None:
    tab = open_tab()
    tab.show_way(Way.SETTLE)
    settle = tab.findChild(SettlePage)
    qtbot.keyClick(settle, Qt.Key.Key_Space)
    clock.seconds += 2
    settle.step()
    assert "Breathe in" in shown(settle)
    clock.seconds += 4
    settle.step()
    assert "Breathe out slowly" in shown(settle)
    assert 0 < settle.findChild(BreathPicture)._full < 1
    clock.seconds += 120
    settle.step()
    assert "Two minutes. Go on when you like." in shown(settle)


def test_danger_in_prepare_closes_the_long_talk_until_a_professional_is_named(
    open_tab: Any, session: Session
) -> None:
    session.plan.save(SafetyAnswer(question=_dangerous(session), reply=Reply.YES))
    tab = open_tab()
    tab.show_way(Way.TALK)
    assert "First, somebody who knows" in shown(tab)
    tab.show_way(Way.MEETING)
    assert "First, somebody who knows" in shown(tab)
    tab.show_way(Way.MOMENT)
    assert "One hard moment" in shown(tab)
    session.people.save(Person(name="Dr. Ahmed", relation=Relation.PROFESSIONAL))
    tab.show_way(Way.TALK)
    assert "First, somebody who knows" not in shown(tab)


def _dangerous(session: Session) -> str:
    from familysupport.content.library import Library
    from familysupport.paths import resources
    from familysupport.prepare.content import read_safety

    questions = read_safety(Library(resources() / "content", "en"))
    return next(one.id for one in questions if one.yes == "danger")


def test_names_are_put_in_and_no_gap_is_left(begin: Any) -> None:
    page = begin(Way.TALK, Wish(Loved("Ana"), "", "", Difficulty.EASY, None, None))
    assert "Ana · " in shown(page)
    assert "{" not in shown(page)


def test_every_reply_can_be_read_whole_at_a_narrow_width(begin: Any) -> None:
    page = begin(Way.TALK, WISH)
    page.window().resize(900, 700)
    QApplication.processEvents()
    for one in page.view.findChildren(ReplyButton):
        words = one._words
        assert words.height() >= words.heightForWidth(words.width())


def test_the_name_from_the_letters_is_filled_in_and_can_be_changed(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    session.statements.save(Statement(author="Anna", addressee="Kim", text="Kim, I love you."))
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    (field,) = (
        one
        for one in tab.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == "What is the person called?"
    )
    assert field.text() == "Kim"
    field.clear()
    qtbot.keyClicks(field, "Alex")
    tab.show_way(Way.SETTLE)
    tab.show_way(Way.MOMENT)
    assert field.text() == "Alex"
