from __future__ import annotations

from familysupport.content.library import Library
from familysupport.learn.model import Reading
from familysupport.learn.progress import (
    START_HERE,
    State,
    first_lessons,
    is_at_end,
    minutes_left,
    neighbours,
    next_lesson,
    read_count,
    state,
)
from familysupport.paths import resources

LESSONS = Library(resources() / "content", "en").lessons()


def read(lesson_id, share=1.0, finished=True):
    return {lesson_id: Reading(lesson_id, share, share, finished)}


def test_the_three_states():
    assert state(None) is State.UNREAD
    assert state(Reading("a", 0.4, 0.4, False)) is State.HALF
    assert state(Reading("a", 1.0, 1.0, True)) is State.READ


def test_the_first_lesson_to_read_is_what_to_do_in_an_overdose():
    assert next_lesson(LESSONS, {}).id == START_HERE[0]


def test_what_was_begun_comes_before_anything_new():
    assert next_lesson(LESSONS, read("medicines", 0.3, False)).id == "medicines"


def test_when_all_is_read_there_is_nothing_next():
    everything = {}
    for lesson in LESSONS:
        everything |= read(lesson.id)
    assert next_lesson(LESSONS, everything) is None
    assert minutes_left(LESSONS, everything) == 0
    assert read_count(LESSONS, everything) == len(LESSONS)


def test_minutes_left_shrink_with_what_was_read():
    unit = LESSONS[0].unit
    whole = minutes_left(LESSONS, {}, unit)
    half = minutes_left(LESSONS, read(LESSONS[0].id, 0.5, False), unit)
    assert 0 < half < whole < minutes_left(LESSONS, {})


def test_neighbours_stop_at_both_ends():
    assert neighbours(LESSONS, LESSONS[0].id) == (None, LESSONS[1])
    assert neighbours(LESSONS, LESSONS[-1].id) == (LESSONS[-2], None)
    assert neighbours(LESSONS, "nowhere") == (None, None)


def test_the_end_is_nearly_the_end():
    assert is_at_end(0.98)
    assert not is_at_end(0.9)


def test_the_ten_minutes_begin_with_overdose_and_fit_into_ten_minutes():
    lessons = first_lessons(LESSONS)
    assert [lesson.id for lesson in lessons] == list(START_HERE)
    words = sum(len(" ".join((*one.header.summary, one.header.today)).split()) for one in lessons)
    assert words / 130 < 10
