"""What the family expects to hear is said in the talk, with the answer it made ready."""

from __future__ import annotations

import pytest

from familysupport.rehearse.mood import Code
from familysupport.rehearse.own import OWN, Objected, with_own
from familysupport.rehearse.roleplay import MOMENT_TURNS, MOST_OWN, Setup, Talk
from familysupport.rehearse.scenario import Pack

EXPECTED = (
    Objected("Who feeds the dog?", "Jo takes him tonight."),
    Objected("Not before my birthday."),
    Objected("You only want me gone.", "You always say that."),
    Objected("I can't sleep there.", "I hear you."),
    Objected("And the rent?"),
)


def rate(words: str) -> tuple[Code, ...]:
    return {"You always say that.": (Code.CONFRONT,), "I hear you.": (Code.LISTEN,)}.get(words, ())


@pytest.fixture(scope="module")
def ours(pack: Pack) -> Pack:
    return with_own(pack, EXPECTED, rate)


def met(pack: Pack, setup: Setup, quality: str = "best") -> list[str]:
    talk = Talk(pack, setup)
    while not talk.over:
        talk.choose(next(one for one in talk.replies if one.quality == quality))
    return [one.reaction for one in talk.exchanges]


def test_each_talk_holds_something_the_family_expects_and_not_too_much(ours: Pack) -> None:
    for seed in range(60):
        own = [one for one in met(ours, Setup(seed)) if one.startswith(OWN)]
        assert 1 <= len(own) <= MOST_OWN
        assert len(own) == len(set(own))


def test_without_any_the_talk_is_as_it_always_was(pack: Pack) -> None:
    assert met(with_own(pack, (Objected("  "),), rate), Setup(3)) == met(pack, Setup(3))


def test_the_ready_answer_is_the_best_reply_and_an_unrated_one_is_an_offer(ours: Pack) -> None:
    first, *others = ours.by_id["own.0"].reply
    assert (first.text, first.quality, first.codes) == ("Jo takes him tonight.", "best", ("offer",))
    assert [one.quality for one in others].count("best") == 0
    assert ours.by_id["own.3"].reply[0].codes == ("listen",)


def test_a_ready_answer_that_hurts_is_half_right_and_says_so(ours: Pack) -> None:
    first = ours.by_id["own.2"].reply[0]
    assert (first.quality, first.codes) == ("half", ("confront",))
    assert "Look at it again in Prepare" in first.why
    assert sum(one.quality == "best" for one in ours.by_id["own.2"].reply) == 1


def test_without_a_ready_answer_there_is_a_best_reply_all_the_same(ours: Pack) -> None:
    assert [one.quality for one in ours.by_id["own.1"].reply].count("best") == 1


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_hard_moment_of_ones_own_is_filled_up_to_three_turns(pack: Pack, count: int) -> None:
    ours = with_own(pack, EXPECTED[:count], rate)
    told = met(ours, Setup(8, only=OWN))
    assert len(told) == len(set(told)) == MOMENT_TURNS
    assert sum(one.startswith(OWN) for one in told) == min(count, MOMENT_TURNS)
