"""The second ear: weights are kept as they are, and only speak where no rule did."""

from __future__ import annotations

from familysupport.content.coach import read_coach
from familysupport.paths import resources
from familysupport.statements.coach import load_book, review
from familysupport.statements.coach.weigh import (
    CLEAN,
    Weights,
    classes_of,
    read_weights,
    traits_of,
    write_weights,
)

WEIGHTS = Weights(
    {"clean": 0.25, "blame": -1.0, "absolute": -1.0},
    {"you lie": ((0, -2.0), (1, 3.0)), "you+love": ((0, 2.5),)},
)
NOTHING = frozenset(("xyz",))
LIE = frozenset(("you lie",))


def test_weights_come_back_as_they_were_written() -> None:
    assert read_weights(write_weights(WEIGHTS)) == WEIGHTS


def test_words_that_are_not_known_weigh_nothing() -> None:
    assert WEIGHTS.hear(NOTHING).score == 0.0
    assert WEIGHTS.hear(LIE).score > 0 > WEIGHTS.hear(frozenset(("you+love",))).score


def test_the_family_is_the_likeliest_and_nearly_none_where_two_are_alike() -> None:
    name, share = WEIGHTS.hear(LIE).family()
    assert (name, round(share, 1)) == ("blame", 1.0)
    assert WEIGHTS.hear(NOTHING).family()[1] == 0.5


def test_what_a_rule_says_counts_for_its_family() -> None:
    assert WEIGHTS.hear(NOTHING).family({"absolute": 1.0})[0] == "absolute"
    assert WEIGHTS.hear(LIE).family({"absolute": 1.0})[0] == "blame"


def test_traits_say_who_stands_by_what() -> None:
    traits = traits_of("you never call 3 times . ", {"never": ("<always>",)})
    assert {"#", "^ you", "you never", "you _ call", "you+call", "<always>"} <= traits
    assert {"you+<always>", "you><always>", "<begins you>", "<who you >"} <= traits


def test_a_line_of_signs_has_no_traits() -> None:
    assert traits_of(', " ', {}) == frozenset()


def test_every_family_the_table_knows_has_something_to_say() -> None:
    content = read_coach(resources() / "content")
    assert set(load_book().weights.families) - {CLEAN} <= set(content.heard)
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
