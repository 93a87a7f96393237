from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.rehearse.course import Course, around, spoken_step
from familysupport.rehearse.pace import Scroll, steps_of
from familysupport.rehearse.taps import Taps

TEXT = "I love you. I miss you.\n\nI was there [pause] in March. Come with me?"
STARTS = (0, 12, 25, 56)


def test_the_next_sentence_comes_only_when_asked_for() -> None:
    taps = Taps(TEXT, STARTS)
    taps.go(0)
    assert (taps.place(100), taps.sentence, taps.passed(100)) == (0, (0, 3), 100)
    taps.next(100)
    assert taps.place(500) == 3
    assert TEXT[taps.steps[taps.sentence[0]].start :].startswith("I miss")


def test_after_the_last_sentence_the_text_is_read() -> None:
    taps = Taps(TEXT, STARTS)
    taps.go(0)
    for _ in range(3):
        taps.next(1)
        assert not taps.finished(1)
    taps.next(9)
    assert taps.finished(9)
    assert (taps.words_read(9), taps.passed(9)) == (14, 9)


def test_one_can_go_back_a_sentence_but_not_before_the_first() -> None:
    taps = Taps(TEXT, STARTS)
    taps.next(0)
    taps.next(0)
    taps.back(0)
    assert taps.place(0) == 3
    taps.back(0)
    taps.back(0)
    assert taps.place(0) == 0


def test_a_pause_between_sentences_does_not_count() -> None:
    taps = Taps(TEXT, STARTS)
    taps.go(0)
    taps.pause(5)
    taps.go(100)
    taps.next(103)
    assert taps.passed(104) == 9


def test_a_text_without_words_has_no_sentences() -> None:
    taps = Taps(" ", (0,))
    taps.next(0)
    assert (taps.sentence, taps.finished(0)) == ((0, 0), True)


def test_each_part_has_its_own_minutes_and_pace() -> None:
    scroll = Scroll(TEXT, 60)
    course = Course(scroll, (0, 25))
    scroll.go(0)
    first, second = course.parts(30)
    assert (first.words, first.seconds, first.pace) == (6, 8.0, 45)
    assert (second.words, second.seconds) == (8, 12.0)


def test_a_change_of_speed_counts_from_where_it_was_made() -> None:
    scroll = Scroll(TEXT, 60)
    course = Course(scroll, (0, 25))
    scroll.go(0)
    course.note(3)
    scroll.set_pace(120, 3)
    assert [one.seconds for one in course.parts(60)] == [6.5, 8.0]


def test_a_part_not_reached_is_not_told() -> None:
    scroll = Scroll(TEXT, 60)
    course = Course(scroll, (0, 25))
    scroll.go(0)
    (only,) = course.parts(4)
    assert (only.number, only.words, only.seconds) == (0, 4, 4.0)
    assert Course(Scroll(TEXT), (0, 25)).parts(0) == ()


def test_by_the_sentence_a_part_takes_as_long_as_it_took() -> None:
    taps = Taps(TEXT, STARTS)
    course = Course(taps, (0, 25))
    taps.go(0)
    for moment in (4, 10, 11, 30):
        taps.next(moment)
        course.note(moment)
    assert [one.seconds for one in course.parts(30)] == [10.0, 20.0]


@given(st.lists(st.floats(0, 9), max_size=20), st.integers(60, 240))
def test_the_parts_together_are_the_whole(waits: list[float], pace: int) -> None:
    scroll = Scroll(TEXT, pace)
    course, now = Course(scroll, (0, 12, 25, 56)), 0.0
    scroll.go(0)
    for wait in waits:
        now += wait
        course.note(now)
    parts = course.parts(now)
    assert sum(one.words for one in parts) == scroll.words_read(now)
    if scroll.words_read(now):
        assert sum(one.seconds for one in parts) <= scroll.passed(now) + 0.3


def test_the_words_around_a_place_are_told() -> None:
    steps = steps_of(TEXT)
    before, word, after = around(TEXT, steps, 4)
    assert (before, word, after) == ("I love you. I", "miss", "you. I was there [pause]")
    assert around(TEXT, steps, 0) == ("", "I", "love you. I miss you.")


@pytest.mark.parametrize(("place", "step"), [(0.0, 0), (6.5, 5), (7.9, 7), (99.0, 15)])
def test_who_stumbles_in_a_rest_stumbled_at_the_word_before(place: float, step: int) -> None:
    assert spoken_step(steps_of(TEXT), place) == step
