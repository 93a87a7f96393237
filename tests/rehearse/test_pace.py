from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.rehearse.pace import (
    FASTEST,
    PAUSE_SECONDS,
    REST_SECONDS,
    SLOWEST,
    Scroll,
    length_of,
    steps_of,
)

TEXT = "one two three\n\nfour five six"


def test_a_text_is_words_with_a_rest_at_each_blank_line() -> None:
    assert [(TEXT[s.start : s.end], s.rest) for s in steps_of(TEXT)] == [
        ("one", False),
        ("two", False),
        ("three", False),
        ("", True),
        ("four", False),
        ("five", False),
        ("six", False),
    ]


def test_blank_lines_before_and_after_the_text_are_no_rests() -> None:
    assert [step.rest for step in steps_of("\n \n one\n\n")] == [False]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("one [pause] two", PAUSE_SECONDS),
        ("one [Pause 7] two", 7),
        ("one.[pausa 3] two", 3),
        ("one\n\n[pause 9]\n\ntwo", 9),
        ("[pause 9] one\n\ntwo [pause]", REST_SECONDS),
        ("one [pausing] [pause two", 0),
    ],
)
def test_a_planned_pause_rests_as_long_as_it_says(text: str, seconds: float) -> None:
    steps = steps_of(text)
    assert sum(step.seconds for step in steps) == seconds
    assert not any(step.rest for step in (steps[0], steps[-1]))


def test_a_reading_stands_still_in_a_planned_pause() -> None:
    scroll = Scroll("one two [pause 5] three", 60)
    scroll.go(0)
    assert (scroll.words, scroll.words_read(6.9), scroll.left(0)) == (3, 2, 8)
    assert scroll.place(4.5) == pytest.approx(2.5)
    assert scroll.place(7) == pytest.approx(3)


def test_a_length_in_mind_gives_the_speed_for_it() -> None:
    scroll = Scroll("word " * 100 + "\n\n" + "word " * 100)
    assert scroll.pace_for(102) == 120
    assert scroll.length_at(120) == pytest.approx(102)
    assert (scroll.pace_for(1), scroll.pace_for(9999)) == (FASTEST, SLOWEST)
    assert Scroll("").pace_for(60) == SLOWEST


def test_a_text_without_words_is_finished_at_once() -> None:
    scroll = Scroll(" \n\n ")
    scroll.go(5)
    assert (scroll.words, scroll.left(5), scroll.finished(5), scroll.place(9)) == (0, 0, True, 0)


def test_at_sixty_words_a_minute_a_word_takes_a_second() -> None:
    scroll = Scroll(TEXT, 60)
    scroll.go(100)
    assert scroll.place(101.5) == pytest.approx(1.5)
    assert scroll.passed(101.5) == pytest.approx(1.5)
    assert scroll.left(101.5) == pytest.approx(6 + REST_SECONDS - 1.5)


def test_a_blank_line_rests_two_seconds_at_any_speed() -> None:
    for pace in (60, 120):
        scroll = Scroll(TEXT, pace)
        scroll.go(0)
        words = 3 * 60 / pace
        assert scroll.place(words + 1) == pytest.approx(3.5)
        assert scroll.words_read(words + 1.9) == 3
        assert scroll.place(words + 2) == pytest.approx(4)


def test_a_pause_goes_on_from_the_same_place() -> None:
    scroll = Scroll(TEXT, 60)
    scroll.go(0)
    scroll.pause(1.5)
    assert not scroll.running
    assert scroll.place(900) == pytest.approx(1.5)
    scroll.go(1000)
    assert scroll.place(1000) == pytest.approx(1.5)
    assert scroll.place(1000.5) == pytest.approx(2)
    assert scroll.passed(1000.5) == pytest.approx(2)


def test_another_speed_keeps_the_place_even_in_the_middle_of_a_rest() -> None:
    scroll = Scroll(TEXT, 60)
    scroll.go(0)
    scroll.set_pace(120, 4)
    assert scroll.place(4) == pytest.approx(3.5)
    assert scroll.place(5) == pytest.approx(4)
    assert scroll.place(5.5) == pytest.approx(5)
    assert scroll.passed(5.5) == pytest.approx(5.5)


def test_the_speed_stays_between_the_slowest_and_the_fastest() -> None:
    scroll = Scroll(TEXT, 5)
    assert scroll.pace == SLOWEST
    scroll.set_pace(1000, 0)
    assert scroll.pace == FASTEST


def test_the_end_is_the_end() -> None:
    scroll = Scroll(TEXT, 60)
    scroll.go(0)
    assert not scroll.finished(7.9)
    assert scroll.finished(8)
    assert (scroll.place(60), scroll.words_read(60), scroll.left(60)) == (7, 6, 0)
    assert scroll.passed(60) == pytest.approx(8)


def test_one_can_go_back_and_read_on_from_there() -> None:
    scroll = Scroll(TEXT, 60)
    scroll.go(0)
    scroll.move_to(1, 6)
    assert scroll.place(7) == pytest.approx(2)
    assert scroll.passed(7) == pytest.approx(7)
    scroll.move_to(99, 7)
    assert scroll.finished(7)
    scroll.move_to(-4, 7)
    assert scroll.place(7) == 0


def test_ten_minutes_of_uneven_frames_do_not_drift() -> None:
    scroll = Scroll("word " * 1300, 130)
    chance = random.Random(7)
    now = 50.0
    scroll.go(now)
    while now < 650:
        now = min(650.0, now + chance.uniform(0.001, 0.05))
        scroll.place(now)
        scroll.set_pace(130, now)
    assert scroll.place(650) == pytest.approx(1300, abs=0.001)


@given(
    text=st.text(st.sampled_from("ab \t\n\r\f\x1c\x85\u00a0\u2028[]pause 3"), max_size=60)
    | st.text(st.sampled_from("ab \t\n\r\f\x1c\x85\u00a0\u2028"), max_size=60),
    pace=st.integers(SLOWEST - 9, FASTEST + 9),
)
def test_the_quick_length_is_the_length(text: str, pace: int) -> None:
    assert length_of(text, pace) == pytest.approx(Scroll(text).length_at(pace))


@given(
    text=st.lists(st.sampled_from(["a", "b", " ", "\n", "[pause]", "[pause 0]"]), max_size=40).map(
        "".join
    ),
    moves=st.lists(
        st.tuples(st.sampled_from(["go", "pause", "pace"]), st.floats(0, 20), st.integers(1, 400)),
        max_size=12,
    ),
)
def test_a_reading_only_ever_goes_forward(text: str, moves: list[tuple[str, float, int]]) -> None:
    scroll, now, place = Scroll(text), 0.0, 0.0
    for what, later, pace in moves:
        now += later
        reached = scroll.place(now)
        assert place - 1e-9 <= reached <= len(scroll.steps)
        if what == "pace":
            scroll.set_pace(pace, now)
        else:
            getattr(scroll, what)(now)
        place = scroll.place(now)
        assert place == pytest.approx(reached, abs=1e-6)
        assert 0 <= scroll.words_read(now) <= scroll.words
        assert scroll.left(now) >= -1e-9
