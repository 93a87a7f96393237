"""The loved one's name, pronoun and tie are woven into the lines; each sentence stays right."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.rehearse.check_words import told
from familysupport.rehearse.loved import Loved, Pronoun, Tie, Who, fill, who_of
from familysupport.rehearse.roleplay import Setup, Talk
from familysupport.rehearse.scenario import Pack
from familysupport.rehearse.store import RehearseStore
from familysupport.vault import schema

LINE = "{They} {has} heard you, and {name} look{s} at {their} hands. You love {them}."


@pytest.mark.parametrize(
    ("pronoun", "words"),
    [
        (Pronoun.HE, "He has heard you, and he looks at his hands. You love him."),
        (Pronoun.SHE, "She has heard you, and she looks at her hands. You love her."),
        (Pronoun.THEY, "They have heard you, and they look at their hands. You love them."),
    ],
)
def test_a_line_reads_right_with_every_pronoun(pack: Pack, pronoun: Pronoun, words: str) -> None:
    line = LINE.replace("{name}", "{they}")
    assert fill(line, who_of(Loved("Kim", pronoun), pack.pronouns)) == words


def test_a_name_a_tie_and_what_one_is_called_are_filled_in(pack: Pack) -> None:
    who = who_of(Loved("Kim", Pronoun.HE, Tie.PARENT, "Mum"), pack.pronouns)
    assert fill("{you}, tell {name}: you are my {kin}.", who) == "Mum, tell Kim: you are my son."
    assert fill("{you}, tell them.", Who("Kim")) == "Tell them."


def test_no_line_keeps_a_gap_whoever_it_is_for(pack: Pack) -> None:
    for pronoun, tie in itertools.product(Pronoun, Tie):
        who = who_of(Loved("Kim", pronoun, tie), pack.pronouns)
        for one in pack.reactions:
            if one.ties and tie.value not in one.ties:
                continue
            texts = [one.says, one.seen, one.thinks]
            texts += [text for reply in one.reply for text in (reply.text, reply.why)]
            assert not [text for text in texts if "{" in fill(text, who)]


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_name_is_filling_in_cannot_fail(pack: Pack, words: str, name: str) -> None:
    who = who_of(Loved(name, Pronoun.SHE, Tie.FRIEND), pack.pronouns)
    assert isinstance(fill(words, who), str)


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("{They} hear you.", "does not fit"),
        ("{They} is here.", "does not fit"),
        ("{name} hear{s} you.", "a name takes the plain word"),
        ("That {is} kind.", "without {they} before it"),
        ("{they} may go.", "needs a capital"),
        ("You hear {Them}.", "needs a capital"),
        ("You hear him.", "says he or she"),
    ],
)
def test_a_pronoun_that_does_not_fit_its_sentence_is_noticed(line: str, slip: str) -> None:
    assert any(slip in problem for problem in told(line))


@pytest.mark.parametrize(
    "line",
    [
        "{They} hear{s} you.",
        "{They} still {has} time, and {they} may go.",
        "Well. {They} moved away from {them}.",
        "{name} is here, and {they} {is} glad.",
    ],
)
def test_a_pronoun_that_fits_is_left_in_peace(line: str) -> None:
    assert list(told(line)) == []


def talk_with(pack: Pack, setup: Setup) -> Talk:
    talk = Talk(pack, setup)
    while not talk.over:
        talk.choose(talk.replies[0])
    return talk


def test_a_line_for_one_tie_is_said_to_nobody_else(pack: Pack) -> None:
    heard: dict[Tie, set[str]] = {tie: set() for tie in Tie}
    for tie in Tie:
        for seed in range(60):
            for one in talk_with(pack, Setup(seed, tie=tie)).exchanges:
                line = pack.by_id[one.reaction]
                assert not line.ties or tie.value in line.ties
                if line.ties:
                    heard[tie].add(line.id)
    assert heard.pop(Tie.UNTOLD) == set()
    assert all(heard.values())


def test_whom_one_practises_for_is_kept(db: Database, clock: Any) -> None:
    store = RehearseStore(db, clock)
    assert store.loved() is None
    store.keep_loved(Loved("Kim", Pronoun.SHE, Tie.SIBLING, "Annie"))
    store.keep_loved(Loved("Kim", Pronoun.THEY, Tie.SIBLING, "Annie"))
    assert store.loved() == Loved("Kim", Pronoun.THEY, Tie.SIBLING, "Annie")


def test_the_pronouns_of_the_scenarios_are_used(pack: Pack) -> None:
    whys = [reply.why for one in pack.reactions for reply in one.reply]
    assert sum(bool(re.search(r"\{(?:[Tt]hey|[Tt]hem|[Tt]heir)\}", why)) for why in whys) > 15


def test_a_vault_from_before_opens_and_knows_nobody_yet(clock: Any) -> None:
    before = Database(memory=True)
    schema.steps.apply(before, stop_before="m056_rehearse_loved")
    schema.migrate(before)
    assert RehearseStore(before, clock).loved() is None
    before.close()
