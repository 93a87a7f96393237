from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDateEdit

from familysupport.documents.plain import to_text
from familysupport.prepare.checklist import Place
from familysupport.prepare.road import Result, Road, Talk, Try
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.ui.kit.preview import Choices
from familysupport.ui.prepare.paper import Sheet


@pytest.fixture
def road(section):
    return section(Place.ROAD)


def tries(session):
    return session.plan.items(Try)


def test_the_gentlest_road_comes_first_with_its_small_path(road):
    assert "Next: talk" in road.shown()
    assert "A talk at the kitchen table, step by step" in road.shown()
    assert "64% entered treatment with CRAFT" in road.shown()
    assert "(I-07)" not in road.shown()
    assert "Sources:" in road.shown()


def test_the_words_for_a_talk_are_kept_and_lead_to_their_card(road, session):
    road.type("One thing you saw, on one day", "On Tuesday I could not wake you.")
    road.type("What is ready to offer", "A visit at the clinic at four")
    road.tab.flush()
    talk = session.plan.only(Talk)
    assert (talk.saw, talk.offer) == (
        "On Tuesday I could not wake you.",
        "A visit at the clinic at four",
    )
    road.press("Print it as a card")
    assert road.tab._place is Place.PAPER
    page = road.tab._section(Place.PAPER).sheet(Sheet.TALK, Choices()).content
    assert "On Tuesday I could not wake you." in to_text(page)


def test_another_road_can_be_read_before_it_is_suggested(road):
    road.press("Prepared meeting")
    assert "70% of the families never held the meeting" in road.shown()
    assert "A talk at the kitchen table, step by step" not in road.shown()


def test_what_was_tried_moves_on_to_the_next_road(road, session):
    for _ in range(2):
        road.press("Write down a try")
        road.choose("What happened", "They said no, or would not talk")
    assert [one.result for one in tries(session)] == [Result.NO, Result.NO]
    assert "Next: an open invitation" in road.shown()
    assert "Open invitation, the ARISE way" in road.shown()


def test_a_try_has_a_day_only_when_it_is_set(road, session):
    road.press("Write down a try")
    assert road.rows("What you tried") == ["Talk, no day given · They listened"]
    road.tick("When: set").setChecked(True)
    assert tries(session)[0].on == date(2026, 11, 23)
    day = road.section.findChild(QDateEdit)
    day.setDate(QDate(2026, 11, 20))
    assert tries(session)[0].on == date(2026, 11, 20)
    assert road.rows("What you tried") == ["Talk, 20 Nov 2026 · They listened"]
    road.tick("When: set").setChecked(False)
    assert tries(session)[0].on is None


def test_what_is_typed_is_saved_by_itself_and_before_another_is_chosen(road, session, qtbot):
    road.press("Write down a try")
    qtbot.keyClicks(road.text("What helped, what did not"), "the car")
    road.press("Write down a try")
    assert [one.note for one in tries(session)] == ["the car", ""]
    qtbot.keyClicks(road.text("What helped, what did not"), "tea")
    qtbot.waitUntil(lambda: tries(session)[1].note == "tea", timeout=3000)


def test_a_deleted_try_comes_back_by_undo_to_its_place(road, session):
    first = session.plan.save(Try(road=Road.TALK, note="a"))
    session.plan.save(Try(road=Road.INVITATION, note="b"))
    road.tab.refresh()
    road.press("Delete")
    assert [one.note for one in tries(session)] == ["b"]
    assert road.text("What helped, what did not").toPlainText() == "b"
    road.undo()
    assert tries(session)[0] == first


def test_tries_are_moved_by_keyboard(road, session, qtbot):
    for note in "ab":
        session.plan.save(Try(note=note))
    road.tab.refresh()
    road.pick("What you tried", 1)
    box = road.box("What happened")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.note for one in tries(session)] == ["b", "a"]


def test_danger_leads_back_to_the_safety_questions(road, session):
    session.plan.save(SafetyAnswer(question="afraid", reply=Reply.YES))
    road.tab.refresh()
    assert "First get advice in private" in road.shown()
    road.press("Go to: Is a meeting safe?")
    assert road.tab._place is Place.SAFETY


@pytest.mark.parametrize(
    ("what", "button", "place"),
    [
        (Result.YES, "Go to: Treatment ready today", Place.TREATMENT),
        (Result.STEP, "Go to: Treatment ready today", Place.TREATMENT),
        (Result.UNSAFE, "Go to: Is a meeting safe?", Place.SAFETY),
    ],
)
def test_what_is_next_leads_to_its_section(road, session, what, button, place):
    session.plan.save(Try(result=what))
    road.tab.refresh()
    road.press(button)
    assert road.tab._place is place


def test_the_wheel_turns_the_page_and_not_a_box_without_the_keyboard(road, session):
    road.press("Write down a try")
    box = road.box("What happened")
    road.text("What helped, what did not").setFocus()
    before = box.currentIndex()
    nothing = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        nothing,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before
