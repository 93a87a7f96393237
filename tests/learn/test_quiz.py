from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.content.model import Answer, Question
from familysupport.learn.model import Missed
from familysupport.learn.quiz import Quiz, look_again, shown
from familysupport.paths import resources


def question(kind="one", rights=(True, False, False), name="q"):
    answers = tuple(Answer(f"answer {at}", right, "why") for at, right in enumerate(rights))
    return Question(name, kind, "What?", ("O-18",), answers)


def test_one_right_answer_is_right_and_another_is_not():
    quiz = Quiz([("a", question())])
    right = next(at for at, one in enumerate(quiz.asked.answers) if one.right)
    assert quiz.answer([right]).is_right
    assert not quiz.answer([(right + 1) % 3]).is_right
    assert quiz.answer([]).right_places == (right,)


def test_of_many_all_the_right_ones_and_no_others():
    quiz = Quiz([("a", question("many", (True, True, False)))])
    rights = [at for at, one in enumerate(quiz.asked.answers) if one.right]
    assert quiz.answer(rights[::-1]).is_right
    assert not quiz.answer(rights[:1]).is_right
    assert not quiz.answer([0, 1, 2]).is_right


def test_an_order_is_right_only_as_a_whole():
    quiz = Quiz([("a", question("order", (True, True, True)))])
    asked = quiz.asked
    right = [asked.answers.index(one) for one in asked.question.answer]
    assert quiz.answer(right).is_right
    assert not quiz.answer(right[::-1]).is_right


def test_an_order_is_never_shown_already_right():
    for count in range(2, 8):
        for name in ("a", "b", "first-step", "steps"):
            one = question("order", (True,) * count, name)
            assert shown(one) != one.answer


def test_true_or_false_keeps_its_order():
    one = question("true-false", (False, True))
    assert shown(one) == one.answer


def test_a_quiz_ends_after_its_last_question():
    quiz = Quiz([("a", question()), ("b", question())])
    assert (quiz.total, quiz.number) == (2, 1)
    quiz.go_on()
    assert quiz.asked.lesson_id == "b"
    quiz.go_on()
    quiz.go_on()
    assert quiz.asked is None
    assert not quiz.answer([0]).is_right


@given(st.integers(2, 9), st.text(min_size=1), st.sampled_from(("one", "many", "order")))
def test_mixing_keeps_every_answer_and_is_the_same_each_time(count, name, kind):
    one = question(kind, (True,) * count, name)
    assert sorted(shown(one), key=str) == sorted(one.answer, key=str)
    assert shown(one) == shown(one)


def test_look_again_finds_the_missed_ones_in_order_and_leaves_out_what_is_gone(clock):
    library = Library(resources() / "content", "en")
    names = [
        ("naloxone-at-home", "spray"),
        ("gone", "x"),
        ("medicines", "gone"),
        ("medicines", "halved"),
    ]
    missed = [Missed(lesson, name, clock.now()) for lesson, name in names]
    found = [(lesson, one.id) for lesson, one in look_again(library, missed)]
    assert found == [("naloxone-at-home", "spray"), ("medicines", "halved")]


def test_a_quiz_knows_the_lesson_it_ended_in():
    quiz = Quiz([("a", question()), ("b", question())])
    assert quiz.last_lesson == "a"
    quiz.go_on()
    quiz.go_on()
    assert quiz.last_lesson == "b"
    assert Quiz(()).last_lesson == ""
