from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton

from familysupport.prepare.checklist import Place
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.settings import Settings
from familysupport.ui.prepare.question_view import QuestionView
from familysupport.ui.prepare.tab import PrepareTab


@pytest.fixture
def tab(qtbot, session, context, dressed):
    return opened(qtbot, session, context)


def opened(qtbot, session, context):
    widget = PrepareTab(session, context)
    qtbot.addWidget(widget)
    widget.resize(1366, 768)
    with qtbot.waitActive(widget):
        widget.show()
    widget.show_place(Place.SAFETY)
    return widget


def visible(tab, text):
    return [
        one
        for one in tab._section(Place.SAFETY).findChildren(QPushButton)
        if one.text() == text and one.isVisible()
    ]


def press(qtbot, tab, text):
    assert len(visible(tab, text)) == 1, text
    qtbot.mouseClick(visible(tab, text)[0], Qt.MouseButton.LeftButton)


def shown(tab):
    return " ".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def replies(session):
    return {one.question: one.reply for one in session.plan.items(SafetyAnswer)}


def answer_all(session, tab, **changed):
    for one in tab._sections.questions:
        reply = changed.get(one.id, Reply.NO)
        session.plan.save(SafetyAnswer(uid=f"safety:{one.id}", question=one.id, reply=reply))
    tab.refresh()


def test_the_first_page_says_what_the_questions_are_for(tab):
    assert "there is no score" in shown(tab)
    assert not visible(tab, "Clear all answers")


def test_all_questions_can_be_answered_by_keyboard_alone(qtbot, tab, session):
    visible(tab, "Begin")[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    for number, _one in enumerate(tab._sections.questions, start=1):
        assert f"question {number} of {len(tab._sections.questions)}" in shown(tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert set(replies(session).values()) == {Reply.NO}
    assert len(replies(session)) == len(tab._sections.questions)
    assert "Go on with a professional" in shown(tab)
    assert "That does not make a meeting safe" in shown(tab)


def test_an_answer_is_kept_at_once_and_can_be_taken_back(qtbot, tab, session):
    press(qtbot, tab, "Begin")
    press(qtbot, tab, "No")
    assert replies(session) == {"overdose-now": Reply.NO}
    press(qtbot, tab, "Back")
    assert visible(tab, "No")[0].isChecked()
    press(qtbot, tab, "Leave it blank")
    assert replies(session) == {}


def test_an_emergency_stops_the_questions_and_leads_to_the_right_page(qtbot, tab):
    press(qtbot, tab, "Begin")
    press(qtbot, tab, "Leave it blank")
    press(qtbot, tab, "Not sure")
    assert "Stop. This is an emergency" in shown(tab)
    assert not tab.findChild(QuestionView).isVisible()
    with qtbot.waitSignal(tab.emergency_asked) as asked:
        press(qtbot, tab, "Open the Emergency page")
    assert asked.args == ["violence"]


def test_danger_shows_why_and_the_domestic_violence_line_of_the_country(qtbot, tab, session):
    answer_all(session, tab, weapons=Reply.UNSURE)
    assert "Not now: somebody may be in danger" in shown(tab)
    assert "A weapon may be in reach." in shown(tab)
    assert "1-800-799-7233" in shown(tab)
    assert "score" not in shown(tab)


def test_the_numbers_are_those_of_the_chosen_country(qtbot, session, context, dressed):
    elsewhere = context._replace(settings=lambda: Settings(country="gb"))
    tab = opened(qtbot, session, elsewhere)
    answer_all(session, tab, afraid=Reply.YES)
    assert "1-800-799-7233" not in shown(tab)
    nowhere = context._replace(settings=lambda: Settings(country="other"))
    tab = opened(qtbot, session, nowhere)
    assert "Whom to call first" in shown(tab)


def test_old_answers_are_asked_again_one_by_one(qtbot, tab, session, clock):
    answer_all(session, tab)
    clock.moment += timedelta(days=15)
    tab.refresh()
    assert "Answers grow old" in shown(tab)
    press(qtbot, tab, "Answer these again")
    for _one in tab._sections.questions:
        press(qtbot, tab, "No")
    assert "Go on with a professional" in shown(tab)
    assert "Answers grow old" not in shown(tab)


def test_one_answer_is_changed_from_the_list(qtbot, tab, session):
    answer_all(session, tab)
    view = tab._section(Place.SAFETY).findChild(QListView)
    view.setCurrentIndex(view.model().index(len(tab._sections.questions) - 1, 0))
    press(qtbot, tab, "Change this answer")
    press(qtbot, tab, "Yes")
    assert replies(session)["nothing-ready"] is Reply.YES
    assert "A yes fades fast." in shown(tab)


def test_clearing_all_answers_is_taken_back_by_undo(qtbot, tab, session):
    answer_all(session, tab, afraid=Reply.YES)
    before = replies(session)
    press(qtbot, tab, "Clear all answers")
    assert replies(session) == {}
    assert "Before anything else" in shown(tab)
    undo = next(one for one in tab.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert replies(session) == before
