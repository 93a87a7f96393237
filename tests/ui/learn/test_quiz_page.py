from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from familysupport.learn.quiz import judge


@pytest.fixture
def quiz(tab):
    return tab.rooms.quiz


def begin(tab, lesson_id, kind):
    """Ask only the questions of one kind."""
    questions = [one for one in tab._library.questions(lesson_id) if one.kind == kind]
    tab.rooms.show_room("quiz")
    tab.rooms.quiz.begin([(lesson_id, one) for one in questions])
    return questions


def right_places(quiz):
    asked = quiz._quiz.asked
    return judge(asked, []).right_places


def test_the_button_below_a_lesson_asks_its_questions(qtbot, tab, quiz):
    tab.show_lesson("medicines")
    qtbot.mouseClick(tab.reader._quiz, Qt.MouseButton.LeftButton)
    assert quiz.isVisible()
    assert quiz._quiz.asked.lesson_id == "medicines"
    assert quiz._quiz.total == len(tab._library.questions("medicines"))


def test_every_lesson_can_be_asked_to_its_end_by_keyboard_alone(qtbot, tab, quiz, context):
    for lesson in context.content.lessons():
        tab._ask_lesson(lesson.id)
        while quiz._quiz.asked is not None:
            if quiz.answers.lines:
                qtbot.keyClick(quiz.answers.lines[0].box, Qt.Key.Key_Space)
            qtbot.keyClick(quiz.check, Qt.Key.Key_Space)
            assert quiz.go_on.hasFocus()
            qtbot.keyClick(quiz.go_on, Qt.Key.Key_Space)
        assert quiz.done.hasFocus()


def test_nothing_can_be_looked_at_before_something_is_chosen(tab, quiz):
    begin(tab, "medicines", "one")
    assert not quiz.check.isEnabled()
    quiz.answers.lines[0].box.click()
    assert quiz.check.isEnabled()


def test_the_right_answer_is_named_and_every_answer_says_why(qtbot, tab, quiz):
    begin(tab, "medicines", "one")
    asked = quiz._quiz.asked
    (place,) = right_places(quiz)
    quiz.answers.lines[place].box.click()
    quiz.check.click()
    assert quiz.words().startswith("Yes")
    for answer, line in zip(asked.answers, quiz.answers.lines, strict=True):
        qtbot.waitUntil(line._why.isVisible)
        assert line._why.text() == answer.why
        assert answer.why in line.box.accessibleDescription()
        assert not line.box.isEnabled()
    assert quiz.answers.lines[place]._mark.text() == "This one"


def test_a_miss_is_told_without_a_grade(tab, quiz):
    begin(tab, "medicines", "one")
    (place,) = right_places(quiz)
    quiz.answers.lines[(place + 1) % 3].box.click()
    quiz.check.click()
    assert quiz.words() == "Not quite. Here is why."
    assert quiz.answers.lines[(place + 1) % 3]._mark.text() == "Not this one"


def test_a_click_on_the_words_of_an_answer_chooses_it(qtbot, tab, quiz):
    begin(tab, "medicines", "one")
    line = quiz.answers.lines[1]
    qtbot.mouseClick(line._words, Qt.MouseButton.LeftButton)
    assert line.box.isChecked()


def test_several_can_be_chosen_where_several_are_right(tab, quiz):
    begin(tab, "naloxone-at-home", "many")
    for place in right_places(quiz):
        quiz.answers.lines[place].box.click()
    quiz.check.click()
    assert quiz.words().startswith("Yes")


def test_steps_are_put_in_order_with_the_arrow_buttons(qtbot, tab, quiz):
    begin(tab, "naloxone-at-home", "order")
    answers = quiz.answers
    for target, place in enumerate(right_places(quiz)):
        step = next(one for one in answers.steps if one.place == place)
        while answers.steps.index(step) > target:
            qtbot.mouseClick(step.up, Qt.MouseButton.LeftButton)
    assert not answers.steps[0].up.isEnabled()
    assert not answers.steps[-1].down.isEnabled()
    quiz.check.click()
    assert quiz.words().startswith("Yes")


def test_a_wrong_order_is_set_right_with_its_reasons(qtbot, tab, quiz):
    begin(tab, "naloxone-at-home", "order")
    right = right_places(quiz)
    quiz.check.click()
    assert quiz.words().startswith("Not quite")
    assert tuple(step.place for step in quiz.answers.steps) == right
    for step in quiz.answers.steps:
        qtbot.waitUntil(step._why.isVisible)


def test_the_keyboard_stays_on_the_step_that_moves(qtbot, tab, quiz):
    begin(tab, "naloxone-at-home", "order")
    step = quiz.answers.steps[0]
    step.down.setFocus()
    qtbot.keyClick(step.down, Qt.Key.Key_Space)
    assert quiz.answers.steps[1] is step
    assert step.down.hasFocus()
    assert "Move down: " in step.down.accessibleName()


def test_unlocked_a_missed_one_waits_under_look_at_again_until_it_is_known(tab, quiz, store):
    tab.remember(store)
    begin(tab, "medicines", "one")
    (place,) = right_places(quiz)
    quiz.answers.lines[(place + 1) % 3].box.click()
    quiz.check.click()
    assert [one.lesson_id for one in store.missed()] == ["medicines"]
    assert "Look at again (1)" in [entry.title for entry in tab.contents._entries.rows()]
    tab.show_page("again")
    assert quiz._quiz.total == 1
    (place,) = right_places(quiz)
    quiz.answers.lines[place].box.click()
    quiz.check.click()
    assert store.missed() == ()
    assert not any("again" in entry.id for entry in tab.contents._entries.rows())


def test_with_nothing_to_look_at_again_the_overview_comes(tab, store):
    tab.remember(store)
    tab.show_page("again")
    assert tab.rooms.current == "overview"


def test_locked_it_remembers_nothing_and_says_so(tab, quiz, store):
    begin(tab, "medicines", "true-false")
    while quiz._quiz.asked is not None:
        (place,) = right_places(quiz)
        quiz.answers.lines[1 - place].box.click()
        quiz.check.click()
        quiz.go_on.click()
    assert "Nothing is kept while your pages are locked" in quiz.words()
    assert store.missed() == ()


def test_the_end_says_nothing_of_a_score(tab, quiz, store):
    tab.remember(store)
    begin(tab, "medicines", "one")
    while quiz._quiz.asked is not None:
        (place,) = right_places(quiz)
        quiz.answers.lines[place].box.click()
        quiz.check.click()
        quiz.go_on.click()
    assert quiz.words() == "You knew all of it. Come back whenever you like."
    assert not any(sign.isdigit() or sign == "%" for sign in quiz.words())


def test_one_can_go_back_to_the_lesson_at_any_time(qtbot, tab, quiz):
    tab._ask_lesson("coming-home")
    qtbot.mouseClick(quiz.lesson, Qt.MouseButton.LeftButton)
    assert tab.rooms.current == "lesson"
    assert tab.reader.lesson_id == "coming-home"


def test_done_leads_to_the_overview(qtbot, tab, quiz):
    quiz.begin([])
    tab.rooms.show_room("quiz")
    qtbot.mouseClick(quiz.done, Qt.MouseButton.LeftButton)
    assert tab.rooms.current == "overview"


def test_a_screen_reader_hears_each_answer_by_its_words(tab, quiz):
    begin(tab, "medicines", "one")
    for answer, line in zip(quiz._quiz.asked.answers, quiz.answers.lines, strict=True):
        spoken = QAccessible.queryAccessibleInterface(line.box)
        assert spoken.text(QAccessible.Text.Name) == answer.text


def test_a_question_that_was_found_is_asked_by_itself(qtbot, tab, quiz):
    qtbot.keyClicks(tab.contents.field, "cold shower walk around")
    hit = next(one for one in tab.contents._hits.rows() if one.where.value == "question")
    tab.contents.hit_chosen.emit(hit)
    assert tab.rooms.current == "quiz"
    assert quiz._quiz.total == 1
    assert quiz._quiz.asked.question.id == hit.section
