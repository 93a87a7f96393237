"""The letter as a whole: what is missing, what is too much, what is good."""

from __future__ import annotations

from familysupport.statements.coach import Kind, review
from familysupport.statements.coach.whole import FEWEST_WORDS, MOST_WORDS
from familysupport.statements.model import Part

WARM = (
    "I love you. I remember when you taught me to swim in the cold lake, one hand under my back. "
    "On Friday I found you on the bathroom floor, and I could not wake you. I was so afraid. "
    "I know this is an illness and that you did not choose it. I am sorry that I shouted at you. "
    "I will not give you cash any more. Will you come with me to the clinic today? "
    "I believe you can get well."
)
PILE = (
    "You sold the car. You stole from Gran. You missed the funeral. You lied to the doctor. "
    "You crashed the van. You pawned the rings. You forgot the birthday. You wrecked the kitchen. "
    "You left the baby alone in the flat. You emptied the account in May and you swore at Dad. "
    "You broke the window and you hid the post and you never paid it back to anybody at all."
)


def notes(text: str) -> set[str]:
    return {note.rule for note in review(text).whole}


def test_a_whole_warm_letter_gets_no_note_and_no_mark() -> None:
    assert review(WARM).marks == ()
    assert notes(WARM) == set()
    assert review(WARM).missing == ()


def test_a_letter_just_begun_misses_nothing() -> None:
    assert notes("I love you. I miss you.") == set()


def test_each_missing_part_is_named_with_a_question() -> None:
    text = "The weather was fine and the garden was green and the road was long. " * 5
    assert len(text.split()) >= FEWEST_WORDS
    missing = {note.part for note in review(text).whole if note.part}
    assert missing == set(Part)
    assert all(note.suggestion for note in review(text).whole)


def test_more_than_four_minutes_aloud_is_noted() -> None:
    long = WARM + " I miss you and I think of you." * (MOST_WORDS // 8)
    assert "too-long" in notes(long)
    assert "too-long" not in notes(WARM)


def test_a_list_of_facts_is_a_pile_and_outweighs_the_love() -> None:
    found = review(PILE)
    pile = next(mark for mark in found.marks if mark.family == "pile")
    assert PILE[pile.start : pile.end].startswith("You sold the car")
    assert {"pile", "harm-outweighs-love"} <= notes(PILE)


def test_the_same_day_told_twice_is_noted() -> None:
    twice = (
        WARM + " I also want to say this. That Friday I found you lying on the bathroom floor, "
        "and I could not wake you at all, and I was afraid."
    )
    assert "same-incident-twice" in notes(twice)


def test_sentences_about_nobody_are_a_lecture() -> None:
    text = "Withdrawal lasts five to seven days. After this the body is free. All else is habit."
    assert {mark.family for mark in review(text).marks} == {"lecture"}


def test_a_vague_ask_is_answered_by_a_clear_one_later() -> None:
    vague = "Please get help."
    assert {mark.family for mark in review(vague).marks} == {"vague ask"}
    assert review(vague + " Will you come with me to Cedar House today?").marks == ()


def test_what_is_good_is_marked_apart() -> None:
    good = {mark.rule: mark for mark in review(WARM).good}
    assert {"good.love", "good.dated", "good.clear-ask", "good.felt"} <= set(good)
    assert all(mark.kind is Kind.GOOD for mark in good.values())
