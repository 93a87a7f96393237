"""The coach reads a letter: a charge is marked, love is not, parts are found."""

from __future__ import annotations

import pytest

from familysupport.statements.coach import Kind, review
from familysupport.statements.model import Part


def families(text: str) -> set[str]:
    return {mark.family for mark in review(text).marks}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("You always lie to us about money.", "absolute"),
        ("you ruined christmas for everyone", "blame"),
        ("your a junkie", "label"),
        ("If you don't go, I'll throw you out on the street.", "threat"),
        ("After all I've done for you.", "guilt"),
        ("Why can't you be like your brother?", "comparison"),
        ("You don't care about anyone.", "mind-reading"),
        ("There is no hope left for you.", "hopelessness"),
    ],
)
def test_a_charge_is_marked_with_its_family(text: str, family: str) -> None:
    assert family in families(text)


@pytest.mark.parametrize(
    "text",
    [
        "I always loved you.",
        "You never gave up on me when I was ill.",
        "I will not give you cash any more.",
        "We met at Narcotics Anonymous.",
        "I thought you were dead.",
        "You said, “I am a junkie,” and it hurt me.",
    ],
)
def test_love_grief_quotes_and_own_limits_stay_untouched(text: str) -> None:
    assert review(text).marks == ()


def test_talk_of_suicide_is_no_matter_of_style() -> None:
    (mark,) = review("I want to kill myself.").marks
    assert mark.kind is Kind.CRISIS
    assert review("I want to kill myself.").crisis == (mark,)


def test_the_parts_of_a_letter_are_found() -> None:
    letter = (
        "I love you. I remember when you taught me to swim. On Friday I found you on the floor. "
        "I was so afraid. I know this is an illness. I am sorry that I shouted. "
        "I will not give you cash any more. Will you come with me to the clinic today? "
        "I believe you can get well."
    )
    assert review(letter).missing == ()
    assert {found.part for found in review(letter).parts} == set(Part)
