"""The second ear: weights are kept as they are, and only speak where no rule did."""

from __future__ import annotations

from familysupport.content.coach import read_coach
from familysupport.paths import resources
from familysupport.statements.coach import load_book, review
from familysupport.statements.coach.weigh import (
    Weights,
    classes_of,
    read_weights,
    traits_of,
    write_weights,
)

WEIGHTS = Weights(
    0.25,
    {"you lie": 1.5, "you+love": -2.0},
    {"you lie": {"blame": 60, "absolute": 1}},
    {"blame": 0.5, "absolute": 0.5},
)


def test_weights_come_back_as_they_were_written() -> None:
    assert read_weights(write_weights(WEIGHTS)) == WEIGHTS


def test_words_that_are_not_known_weigh_nothing() -> None:
    assert WEIGHTS.score(frozenset(("xyz",))) == 0.0
    assert WEIGHTS.score(frozenset(("you lie",))) > 0 > WEIGHTS.score(frozenset(("you+love",)))


def test_the_family_is_the_one_met_most_and_none_where_two_are_alike() -> None:
    assert WEIGHTS.family(frozenset(("you lie",))) == "blame"
    assert WEIGHTS.family(frozenset(("xyz",))) == ""


def test_traits_say_who_stands_by_what() -> None:
    traits = traits_of("you never call 3 times . ", {"never": ("<always>",)})
    assert {"^", "#", "you never", "you _ call", "you+call", "<always>", "you+<always>"} <= traits


def test_every_family_the_table_knows_has_something_to_say() -> None:
    content = read_coach(resources() / "content")
    assert set(load_book().weights.families) <= set(content.heard)
    assert classes_of(content.lists)["junkie"]


def test_what_only_the_words_charge_is_asked_and_not_told() -> None:
    heard = [
        mark
        for text in (
            "You could not even manage one birthday.",
            "Your poor mother, what you have done to her nerves.",
            "You make a fool of every one of us.",
            "You and your rotten friends took our peace.",
        )
        for mark in review(text).marks
        if mark.rule.endswith("-heard")
    ]
    assert heard
    assert all(mark.sure < 0.8 for mark in heard)
