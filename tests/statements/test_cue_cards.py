from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.cards import cue_cards
from familysupport.statements.model import Part, Span
from familysupport.statements.sentences import sentences

LETTER = "I love you. You are kind.\n\nOn Monday I found you on the floor. I was afraid.\n\nCome."
SPANS = (Span(Part.LOVE, 27), Span(Part.SAW, 51), Span(Part.ASK, len(LETTER) - 78))


def up_to(count: int, text: str) -> bool:
    return len(text) <= count


def deal(text, room=1000, small=2000, spans=()):
    return cue_cards(text, spans, partial(up_to, room), partial(up_to, small))


def test_each_part_has_a_card_that_tells_its_place_and_the_next_words():
    love, saw, ask = deal(LETTER, spans=SPANS)
    assert [card.part for card in (love, saw, ask)] == [Part.LOVE, Part.SAW, Part.ASK]
    assert (love.number, love.total, ask.number) == (1, 3, 3)
    assert love.text == "I love you. You are kind."
    assert love.next_words == "On Monday I found you"
    assert ask.next_words == ""


def test_a_part_too_long_for_one_card_goes_on_with_its_next_sentence():
    cards = deal(LETTER, 30, spans=SPANS)
    assert [card.text for card in cards] == [
        "I love you. You are kind.",
        "On Monday I found you on the floor.",
        "I was afraid.",
        "Come.",
    ]
    assert cards[2].part is Part.SAW


def test_a_greeting_and_a_name_below_take_no_card_of_their_own():
    cards = deal("Dear Joel,\n\nI love you.\n\nCome home.\n\nYour Mum")
    assert [card.text for card in cards] == ["Dear Joel,\n\nI love you.", "Come home.\n\nYour Mum"]


def test_an_empty_letter_has_no_cards():
    assert deal(" \n\n ") == ()


def test_a_sentence_no_card_can_hold_is_cut_between_words_and_loses_none():
    text = "I " + "really " * 40 + "love you."
    cards = deal(text, 20, 50)
    assert len(cards) > 1
    assert all(len(card.text) <= 50 for card in cards)
    assert " ".join(card.text for card in cards).split() == text.split()


WORDS = st.lists(st.text(alphabet="abcÄß👩‍👧ع.!?", min_size=1, max_size=9), max_size=80)


@given(WORDS, st.integers(1, 60), st.integers(0, 40))
def test_no_word_is_lost_and_none_comes_twice_on_any_size_of_card(words, room, more):
    text = " ".join(words)
    cards = deal(text, room, room + more)
    assert "".join("".join(card.text.split()) for card in cards) == "".join(words)
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert all(card.total == len(cards) for card in cards)


@given(st.lists(st.sampled_from(["I was there. ", "Why? ", "you came\n\n", "Oh! "]), max_size=30))
def test_no_sentence_is_split_across_cards_while_a_card_can_hold_it(pieces):
    text = "".join(pieces)
    ends = {sentence.strip() for sentence in sentences(text)}
    for card in deal(text, 20, 40):
        assert set(map(str.strip, sentences(card.text))) <= ends | {"you came\n\nyou came"}
