"""The practice talk: same seed, same talk; moods that move by rule; an end that always comes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familysupport.rehearse.mood import Code, Difficulty
from familysupport.rehearse.roleplay import MOMENT_TURNS, Outcome, Said, Setup, Talk
from familysupport.rehearse.scenario import Pack


def play(pack: Pack, setup: Setup, quality: str) -> Talk:
    talk = Talk(pack, setup)
    while not talk.over:
        fitting = [reply for reply in talk.replies if reply.quality == quality]
        talk.choose(Random(setup.seed).choice(fitting))
    return talk


def shares(pack: Pack, quality: str, runs: int) -> dict[Outcome | None, float]:
    outcomes = [play(pack, Setup(seed), quality).outcome for seed in range(runs)]
    return {one: outcomes.count(one) / runs for one in Outcome}


@given(st.integers(), st.sampled_from(["best", "half", "poor"]))
@settings(max_examples=25)
def test_the_same_seed_is_the_same_talk(pack: Pack, seed: int, quality: str) -> None:
    assert play(pack, Setup(seed), quality).exchanges == play(pack, Setup(seed), quality).exchanges


def test_another_seed_is_another_talk(pack: Pack) -> None:
    told = {tuple(one.reaction for one in play(pack, Setup(n), "best").exchanges) for n in range(9)}
    assert len(told) > 6


def test_one_known_talk_goes_the_same_way_on_every_machine(pack: Pack) -> None:
    talk = Talk(pack, Setup(7))
    assert (talk.temperament.id, talk.turns, len(talk.secrets)) == ("charmer", 11, 2)


@given(st.integers(), st.data())
@settings(max_examples=40)
def test_every_talk_ends_whatever_is_said(pack: Pack, seed: int, data: st.DataObject) -> None:
    talk = Talk(pack, Setup(seed))
    codes = st.lists(st.sampled_from(list(Code)), max_size=3).map(tuple)
    for _ in range(17):
        if talk.over:
            break
        talk.answer(Said("…", data.draw(codes), own_words=True))
    assert talk.over
    assert len(talk.exchanges) <= 16


@pytest.mark.parametrize("kind", ["anger", "silence", "agreement", "refusal"])
def test_one_hard_moment_is_three_turns_of_one_kind(pack: Pack, kind: str) -> None:
    talk = play(pack, Setup(3, only=kind), "best")
    met = [pack.by_id[one.reaction].kind for one in talk.exchanges]
    assert met == [kind] * MOMENT_TURNS
    assert len({one.reaction for one in talk.exchanges}) == MOMENT_TURNS
    assert talk.outcome is Outcome.PRACTISED


def test_no_line_comes_twice_in_a_talk(pack: Pack) -> None:
    for seed in range(60):
        said = [one.reaction for one in play(pack, Setup(seed), "half").exchanges]
        assert len(said) == len(set(said))


def test_nobody_walks_out_in_the_first_turns_or_while_cool(pack: Pack) -> None:
    for seed in range(120):
        talk = play(pack, Setup(seed), "poor")
        if talk.outcome is Outcome.WALKED_OUT:
            assert len(talk.exchanges) > 4
            assert talk.exchanges[-2].after.heat >= 8


def test_a_secret_is_told_only_to_somebody_trusted(pack: Pack) -> None:
    told = 0
    for seed in range(80):
        for one in play(pack, Setup(seed), "best").exchanges:
            secret = pack.by_id[one.reaction].secret
            if secret:
                told += 1
                assert one.before.trust >= pack.secrets[secret].trust
    assert told > 20
    for seed in range(80):
        exchanges = play(pack, Setup(seed), "poor").exchanges
        assert not any(pack.by_id[one.reaction].secret for one in exchanges)


def test_what_was_said_before_is_remembered(pack: Pack) -> None:
    remembered = 0
    for seed in range(200):
        exchanges = play(pack, Setup(seed), "poor").exchanges
        for place, one in enumerate(exchanges):
            if pack.by_id[one.reaction].recalls == "caved":
                remembered += 1
                before = [code for each in exchanges[:place] for code in each.said.codes]
                assert Code.CAVE in before or Code.RESCUE in before
    assert remembered


def test_nobody_agrees_who_was_never_asked(pack: Pack) -> None:
    for seed in range(80):
        talk = Talk(pack, Setup(seed, Difficulty.EASY))
        while not talk.over:
            talk.answer(Said("I hear you.", (Code.LISTEN,)))
        assert talk.outcome is not Outcome.AGREED


def test_a_turn_taken_again_differs_by_what_was_said_only(pack: Pack) -> None:
    talk = play(pack, Setup(11), "poor")
    again = talk.branch(3)
    assert again.exchanges == talk.exchanges[:3]
    assert again.reaction.id == talk.exchanges[3].reaction
    again.answer(talk.exchanges[3].said)
    assert again.exchanges == talk.exchanges[:4]
    other = talk.branch(3)
    other.answer(Said("I hear you.", (Code.LISTEN,)))
    assert other.mood.heat < again.mood.heat


def test_stopping_ends_at_once(pack: Pack) -> None:
    talk = Talk(pack, Setup(1))
    talk.stop()
    assert talk.outcome is Outcome.STOPPED


def test_careful_families_are_heard_about_half_the_time(pack: Pack) -> None:
    found = shares(pack, "best", 300)
    assert 0.40 <= found[Outcome.AGREED] <= 0.62
    assert found[Outcome.WALKED_OUT] == 0


def test_half_right_words_seldom_and_harsh_words_hardly_ever_bring_a_yes(pack: Pack) -> None:
    assert 0.02 <= shares(pack, "half", 300)[Outcome.AGREED] <= 0.15
    harsh = shares(pack, "poor", 300)
    assert harsh[Outcome.AGREED] <= 0.02
    assert 0.5 <= harsh[Outcome.WALKED_OUT] <= 0.75
