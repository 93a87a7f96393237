"""How a reply moves the mood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from familysupport.rehearse.mood import Code, Difficulty, Mood, chance_of_yes, shift_of

_NUMBER = st.floats(0, 10)
_MOODS = st.builds(Mood, _NUMBER, _NUMBER, _NUMBER, _NUMBER)
_CODES = st.lists(st.sampled_from(list(Code)), max_size=4).map(tuple)


@given(_MOODS, _CODES, st.sampled_from(list(Difficulty)))
def test_a_mood_never_leaves_its_range(
    mood: Mood, codes: tuple[Code, ...], level: Difficulty
) -> None:
    after = mood.moved(shift_of(codes, level)).cooled(5.0)
    for value in (after.trust, after.heat, after.shame, after.openness):
        assert 0 <= value <= 10


@given(_MOODS)
def test_what_could_not_be_rated_moves_nothing(mood: Mood) -> None:
    assert mood.moved(shift_of((), Difficulty.TYPICAL)) == mood


def test_listening_cools_and_confronting_heats() -> None:
    assert shift_of((Code.LISTEN,), Difficulty.TYPICAL).heat < 0
    assert shift_of((Code.CONFRONT,), Difficulty.TYPICAL).heat > 0


def test_a_right_thing_at_the_wrong_time_helps_less() -> None:
    now = shift_of((Code.OFFER,), Difficulty.TYPICAL).openness
    early = shift_of((Code.OFFER,), Difficulty.TYPICAL, {Code.OFFER}).openness
    assert 0 < early < now / 2


def test_saying_more_kinds_of_good_things_is_not_worth_more() -> None:
    one = shift_of((Code.LISTEN,), Difficulty.TYPICAL).trust
    many = shift_of((Code.LISTEN, Code.PAUSE, Code.ASK), Difficulty.TYPICAL).trust
    assert many < one


def test_a_half_right_reply_opens_less_than_the_right_half_alone() -> None:
    right = shift_of((Code.OFFER,), Difficulty.TYPICAL).openness
    half = shift_of((Code.OFFER, Code.LECTURE), Difficulty.TYPICAL).openness
    poor = shift_of((Code.LECTURE,), Difficulty.TYPICAL).openness
    assert poor < half < right


@given(_MOODS)
def test_the_harder_it_is_the_rarer_the_yes(mood: Mood) -> None:
    easy, typical, hard = (chance_of_yes(mood, level) for level in Difficulty)
    assert 0.03 <= hard <= typical <= easy <= 0.75
