from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.frames import Gaps, Incident, filled, incident_text, is_second_hand
from familysupport.statements.reading import prompts_left, school_grade

GAPS = Gaps("Which day?", "Where?", "What?", "What did you feel?", "Who?", "{who} told me: {what}")


def test_what_was_seen_becomes_one_paragraph():
    seen = Incident("14 March", "in the bathroom", "I found you on the floor", "I was scared.")
    assert incident_text(seen, GAPS) == (
        "14 March, in the bathroom, I found you on the floor. I was scared."
    )


def test_empty_fields_stay_prompts_in_brackets():
    assert incident_text(Incident(saw="The door was open"), GAPS) == (
        "[Which day?], [Where?]. The door was open. [What did you feel?]"
    )


def test_what_somebody_told_is_marked_as_such():
    told = Incident("In May", "at work", "you fell asleep", "I was sad", told_by="Rosa")
    text = incident_text(told, GAPS)
    assert text == "Rosa told me: In May, at work, you fell asleep. I was sad."
    assert is_second_hand(text)
    assert incident_text(Incident(told_by=" "), GAPS).startswith("[Who?] told me: ")


@pytest.mark.parametrize(
    ("text", "second_hand"),
    [
        ("Sam told me you fell.", True),
        ("I was told that you lost the flat.", True),
        ("I heard from Rosa about it.", True),
        ("You told me that you were tired.", False),
        ("I found you on the floor.", False),
        ("I heard you cough all night.", False),
    ],
)
def test_second_hand_is_what_others_told_and_not_what_you_told(text, second_hand):
    assert is_second_hand(text) is second_hand


@given(st.tuples(*[st.text(max_size=30)] * 4), st.none() | st.text(max_size=10))
def test_every_word_in_the_paragraph_was_typed_or_is_a_prompt(typed, told_by):
    text = incident_text(Incident(*typed, told_by=told_by), GAPS)
    for words in (*typed, told_by or ""):
        assert " ".join(words.split()) in text


def test_a_frame_takes_words_and_keeps_prompts_for_the_rest():
    frame = "Will you go to {place} {when}?"
    assert filled(frame, {"place": "Willow House.", "when": ""}, {"place": "where", "when": "when"})
    assert (
        filled(frame, {"place": "Willow House.", "when": " "}, {"place": "where", "when": "when"})
        == "Will you go to Willow House [when]?"
    )


def test_prompts_that_are_left_are_found():
    text = "I love you. [Which day?] and [ ]\n[not\nclosed] []"
    assert [text[start:end] for start, end in prompts_left(text)] == ["[Which day?]", "[ ]"]


def test_a_plain_letter_asks_for_a_low_grade_and_an_empty_one_for_none():
    assert school_grade("") == 0
    assert 1 <= school_grade("I love you. I was so scared.\n\nWill you go today?") <= 4
    assert school_grade("Extraordinarily complicated institutional responsibilities " * 9) == 18


@given(st.text(max_size=200))
def test_any_text_has_a_grade_and_prompts_within_it(text):
    assert 0 <= school_grade(text) <= 18
    assert all(text[start] == "[" and text[end - 1] == "]" for start, end in prompts_left(text))
