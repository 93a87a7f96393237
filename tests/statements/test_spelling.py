from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.paths import resources
from familysupport.statements.spelling import Spelling, WordList, read_words
from familysupport.statements.store import StatementStore


@pytest.fixture(scope="module")
def listed():
    return read_words(resources() / "spelling" / "en.txt.gz")


@pytest.fixture
def spelling(listed):
    return Spelling(listed, ["naloxone Suboxone", "Kowalczyk"])


def wrong(spelling, text):
    return [text[start:end] for start, end in spelling.misspelt(text)]


def test_british_and_american_words_are_both_right(spelling):
    text = "I realise and realize the colour, the color; Mum travelled, Mom traveled to the centre."
    assert wrong(spelling, text) == []


def test_slips_are_found_where_they_stand(spelling):
    assert wrong(spelling, "I wsa frightend. I don’t know whta to say.") == [
        "wsa",
        "frightend",
        "whta",
    ]


@pytest.mark.parametrize(
    "word",
    [
        "naloxone",
        "Naloxone",
        "SUBOXONE",
        "Kowalczyk’s",
        "NHS",
        "Daniel",
        "DANIEL",
        "Daniel's",
        "co-workers'",
    ],
)
def test_words_of_the_field_names_and_forms_are_right(spelling, word):
    assert wrong(spelling, f"There was {word} here.") == []


def test_addresses_numbers_prompts_and_other_scripts_are_left_alone(spelling):
    text = "at 3pm, dan@exmaple.org, www.exmaple.org, 4th, [whic day], שלום, привет, x"
    assert wrong(spelling, text) == []


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("frightend", "frightened"),
        ("Recieve", "Receive"),
        ("TEH", "THE"),
        ("dont’t", "don’t"),
        ("alot", "a lot"),
        ("becuase", "because"),
        ("naloxne", "naloxone"),
        ("apolagise", "apologise"),
        ("danieel", "Daniel"),
    ],
)
def test_what_was_meant_is_offered_in_the_same_case(spelling, slip, meant):
    assert meant in spelling.suggest(slip)


def test_what_cannot_be_guessed_is_offered_nothing(spelling):
    assert spelling.suggest("xqzzt") == []


def test_a_paragraph_in_another_language_is_left_in_peace(spelling):
    assert wrong(spelling, "Te quiero mucho, hijo, y tengo miedo por ti.") == []
    assert wrong(spelling, "Te quiero, Dan. I love you more than I cna say.") == ["quiero", "cna"]


def test_words_that_hurt_are_known_and_never_offered():
    spelling = Spelling(WordList({"nice": 0, "rude": 1}, frozenset({"rude"})))
    assert spelling.knows("rude")
    assert spelling.suggest("rud") == []


def test_an_own_word_is_right_until_it_is_forgotten(spelling):
    spelling.learn("Zuzanka")
    assert spelling.knows("zuzanka's")
    assert "Zuzanka" in spelling.suggest("Zuzanak")
    spelling.unlearn("Zuzanka")
    assert not spelling.knows("Zuzanka")


def test_own_words_are_kept_in_the_vault(db, clock):
    store = StatementStore(db, clock)
    store.add_word("Zuzanka")
    store.add_word("Ania")
    store.add_word("Ania")
    assert store.own_words() == ["Ania", "Zuzanka"]
    store.remove_word("Ania")
    assert store.own_words() == ["Zuzanka"]


@given(st.text(max_size=80))
def test_any_text_is_looked_up_and_every_place_is_a_word_of_it(text):
    spelling = Spelling(WordList({"a": 0}, frozenset()))
    for start, end in spelling.misspelt(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@given(st.text(max_size=12))
def test_any_word_can_be_asked_about(word):
    spelling = Spelling(WordList({"love": 0, "Daniel": 1}, frozenset()))
    assert all(isinstance(one, str) for one in spelling.suggest(word))
