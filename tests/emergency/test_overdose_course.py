from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from familysupport.clock import Clock
from familysupport.emergency.overdose import (
    BREATH_EVERY,
    PUSHES_A_MINUTE,
    BreathCount,
    Breathing,
    Course,
    DoseState,
    Happening,
    NextDose,
    breath_phase,
    push_phase,
)
from tests.conftest import FixedClock


def later(clock: FixedClock, seconds: float) -> None:
    clock.seconds += seconds
    clock.moment += timedelta(seconds=seconds)


def test_the_clock_starts_once(clock: FixedClock) -> None:
    course = Course(clock)
    assert not course.started
    assert course.seconds() == 0
    course.start()
    later(clock, 84.9)
    course.start()
    assert course.started
    assert course.seconds() == 84
    assert [line.what for line in course.log()] == [Happening.STARTED]


def test_a_dose_starts_the_clock_and_is_logged_with_its_time(clock: FixedClock) -> None:
    course = Course(clock)
    first = clock.now()
    assert course.give_naloxone() == 1
    later(clock, 150)
    assert course.give_naloxone() == 2
    assert [(line.number, line.at) for line in course.doses()] == [
        (1, first),
        (2, first + timedelta(seconds=150)),
    ]
    assert course.seconds() == 0


def test_the_next_dose_is_looked_at_after_two_minutes_and_due_after_three(
    clock: FixedClock,
) -> None:
    course = Course(clock)
    assert course.next_dose() == NextDose(DoseState.NONE_GIVEN)
    course.give_naloxone()
    later(clock, 84)
    assert course.next_dose() == NextDose(DoseState.WAIT, 36)
    later(clock, 36)
    assert course.next_dose().state is DoseState.LOOK
    later(clock, 60)
    assert course.next_dose().state is DoseState.DUE
    course.give_naloxone()
    assert course.next_dose().state is DoseState.WAIT


def test_a_dose_pressed_by_mistake_is_taken_back(clock: FixedClock) -> None:
    course = Course(clock)
    course.take_back_dose()
    course.give_naloxone()
    later(clock, 130)
    course.give_naloxone()
    course.take_back_dose()
    assert len(course.doses()) == 1
    assert course.seconds() == 130
    assert course.next_dose().state is DoseState.LOOK


def test_breaths_and_pushes_are_logged_in_order(clock: FixedClock) -> None:
    course = Course(clock)
    course.note_help(Happening.PUSHES)
    course.note_help(Happening.BREATHS)
    assert [line.what for line in course.log()] == [
        Happening.STARTED,
        Happening.PUSHES,
        Happening.BREATHS,
    ]
    course.forget()
    assert course.log() == ()
    assert not course.started


def count(clock: FixedClock, gaps: list[float]) -> BreathCount:
    course = Course(clock)
    answer = course.tap()
    for gap in gaps:
        later(clock, gap)
        answer = course.tap()
    return answer


def test_one_breath_in_nine_seconds_is_too_slow(clock: FixedClock) -> None:
    assert count(clock, [9]) == BreathCount(Breathing.TOO_SLOW, 9)


def test_a_breath_just_over_six_seconds_is_never_said_to_be_six(clock: FixedClock) -> None:
    assert count(clock, [6.2]) == BreathCount(Breathing.TOO_SLOW, 7)


def test_four_breaths_each_within_six_seconds_are_enough(clock: FixedClock) -> None:
    assert count(clock, [4, 5]).state is Breathing.COUNTING
    assert count(clock, [4, 5, 6]) == BreathCount(Breathing.ENOUGH, 6)


def test_one_long_gap_among_quick_breaths_is_too_slow(clock: FixedClock) -> None:
    assert count(clock, [3, 3, 3, 9, 3]).state is Breathing.TOO_SLOW


def test_a_long_gap_is_forgotten_after_three_good_ones(clock: FixedClock) -> None:
    assert count(clock, [9, 3, 3, 3]).state is Breathing.ENOUGH


def test_a_double_press_counts_as_one_breath(clock: FixedClock) -> None:
    assert count(clock, [0.1, 0.1, 0.1]).state is Breathing.COUNTING
    assert count(clock, [9, 0.1]).state is Breathing.TOO_SLOW


def test_waiting_without_a_tap_turns_to_too_slow_then_none_seen_then_is_forgotten(
    clock: FixedClock,
) -> None:
    course = Course(clock)
    assert course.breaths().state is Breathing.NOT_COUNTED
    course.tap()
    later(clock, 7)
    assert course.breaths() == BreathCount(Breathing.TOO_SLOW, 7)
    later(clock, 5)
    assert course.breaths() == BreathCount(Breathing.NONE_SEEN, 12)
    later(clock, 60)
    assert course.breaths().state is Breathing.NOT_COUNTED
    assert course.tap().state is Breathing.COUNTING
    course.stop_counting()
    assert course.breaths().state is Breathing.NOT_COUNTED


@given(st.lists(st.floats(min_value=0.5, max_value=59), min_size=3, max_size=20))
def test_enough_is_only_said_when_the_last_three_gaps_are_within_six_seconds(
    gaps: list[float],
) -> None:
    answer = count(FixedClock(), gaps)
    assert (answer.state is Breathing.ENOUGH) == (max(gaps[-3:]) <= 6.0000001)


def test_the_beats_keep_to_the_guidelines() -> None:
    assert 5 <= BREATH_EVERY <= 6
    assert 100 <= PUSHES_A_MINUTE <= 120


@given(st.floats(min_value=0, max_value=36_000))
def test_a_beat_is_always_somewhere_in_its_round(seconds: float) -> None:
    assert 0 <= breath_phase(seconds) <= 1
    assert 0 <= push_phase(seconds) <= 1


def test_the_course_takes_its_time_from_the_clock_alone() -> None:
    course = Course(Clock())
    course.start()
    assert course.seconds() >= 0


def test_a_log_cleared_by_mistake_comes_back_with_its_clock_running(clock: FixedClock) -> None:
    course = Course(clock)
    course.give_naloxone()
    before = course.log()
    course.forget()
    assert course.log() == ()
    clock.seconds += 60
    assert course.can_bring_back
    course.bring_back()
    assert course.log() == before
    assert course.seconds() == 60
    assert not course.can_bring_back


def test_what_was_cleared_is_gone_once_a_new_clock_runs(clock: FixedClock) -> None:
    course = Course(clock)
    course.give_naloxone()
    course.forget()
    course.start()
    assert not course.can_bring_back
    course.bring_back()
    assert course.doses() == ()
    assert not Course(clock).can_bring_back
