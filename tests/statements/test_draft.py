from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.statements.draft import (
    Block,
    Section,
    blocks,
    compose,
    follow,
    known_parts,
    paragraphs,
    recall,
    sections,
    sort_loose,
    spans_of,
    whole,
)
from familysupport.statements.model import Part, Span, Statement
from familysupport.statements.store import StatementStore

LETTERS = st.text(st.sampled_from("ab I.\n\n\n \t\u2028é😀ש"), max_size=80)
PARTS = st.sampled_from([None, *Part])
LETTER = "I love you.\n\nIn March I found you.\nYou did not wake.\n\nWill you go today?"


def sorted_letter():
    love, saw, ask = paragraphs(LETTER)
    return [Block(Part.LOVE, love), Block(Part.SAW, saw), Block(Part.ASK, ask)]


def parts(found):
    return [block.part for block in found]


def test_paragraphs_part_at_empty_lines_only():
    assert paragraphs(LETTER) == [
        "I love you.\n\n",
        "In March I found you.\nYou did not wake.\n\n",
        "Will you go today?",
    ]
    assert paragraphs("\n \nfirst\n \t\n\nsecond\n") == ["\n \nfirst\n \t\n\n", "second\n"]
    assert paragraphs("") == []


@given(LETTERS)
def test_paragraphs_joined_are_the_text(text):
    assert "".join(paragraphs(text)) == text


@given(LETTERS)
def test_a_letter_seen_in_parts_and_whole_again_is_the_same_letter(text):
    found = blocks(text, ())
    assert whole(found) == text
    if text.strip():
        assert whole(compose(sections(found))) == text


@given(LETTERS, st.data())
def test_sorted_or_not_the_letter_stays_the_same(text, data):
    found = [Block(data.draw(PARTS), piece) for piece in paragraphs(text)]
    again = blocks(text, spans_of(found))
    assert whole(again) == text
    if text.strip():
        assert whole(compose(sections(again))) == text


@given(LETTERS, LETTERS, st.data())
def test_following_a_change_gives_the_changed_text(before, after, data):
    found = [Block(data.draw(PARTS), piece) for piece in paragraphs(before)]
    assert whole(follow(found, after)) == after


@given(LETTERS.filter(str.strip), st.data())
def test_a_change_in_one_part_leaves_the_words_of_the_others(text, data):
    found = sections([Block(data.draw(PARTS), piece) for piece in paragraphs(text)])
    place = data.draw(st.integers(0, len(found) - 1))
    typed = data.draw(LETTERS)
    found[place] = Section(found[place].part, typed, found[place].tail)
    letter, start = whole(compose(found)), 0
    for section in found:
        if section.body.strip():
            start = letter.index(section.body, start) + len(section.body)


def test_spans_that_do_not_fit_are_let_be():
    assert parts(blocks("one\n\ntwo", [Span(Part.LOVE, 3)])) == [None, None]
    assert spans_of([Block(None, "one")]) == ()


def test_parts_follow_their_words_through_changes_in_the_letter():
    found = sorted_letter()
    longer = LETTER.replace("I love you.", "I love you, Daniel, more than I can say.")
    assert parts(follow(found, longer)) == [Part.LOVE, Part.SAW, Part.ASK]
    added = LETTER.replace("Will you", "I was scared.\n\nWill you")
    assert parts(follow(found, added)) == [Part.LOVE, Part.SAW, None, Part.ASK]
    split = LETTER.replace("you.\nYou did", "you.\n\nYou did")
    assert parts(follow(found, split)) == [Part.LOVE, Part.SAW, Part.SAW, Part.ASK]
    gone = LETTER.replace("I love you.\n\n", "")
    assert parts(follow(found, gone)) == [Part.SAW, Part.ASK]


def test_a_paragraph_between_two_of_the_same_part_belongs_to_it():
    found = [Block(Part.SAW, "one\n\n"), Block(Part.SAW, "two")]
    assert parts(follow(found, "one\n\nnew\n\ntwo")) == [Part.SAW] * 3


def test_very_many_changed_paragraphs_are_no_trouble():
    found = [Block(Part.SAW, f"old {number}\n\n") for number in range(300)]
    text = "".join(f"new {number}\n\n" for number in range(299))
    assert whole(follow(found, text)) == text


def test_missing_parts_stand_empty_where_they_usually_come():
    found = sections(sorted_letter())
    assert [section.part for section in found] == list(Part)
    assert [section.part for section in found if section.body] == [Part.LOVE, Part.SAW, Part.ASK]


def test_the_letters_own_order_is_kept():
    found = sections([Block(Part.ASK, "Go.\n\n"), Block(None, "x\n\n"), Block(Part.LOVE, "Love.")])
    assert [one.part for one in found if one.body] == [Part.ASK, None, Part.LOVE]


def test_a_new_part_gets_an_empty_line_around_it():
    found = [Section(Part.LOVE, "Love."), Section(Part.SAW, "I saw."), Section(Part.ASK, "Go?")]
    assert whole(compose(found)) == "Love.\n\nI saw.\n\nGo?"


def test_an_emptied_part_leaves_no_gap():
    found = sections(sorted_letter())
    emptied = [Section(s.part, "" if s.part is Part.SAW else s.body, s.tail) for s in found]
    assert whole(compose(emptied)) == "I love you.\n\nWill you go today?"


@pytest.mark.parametrize("spans", [(), (Span(Part.LOVE, 3), Span(None, 4))])
def test_which_words_are_which_part_is_kept(db, clock, spans):
    store = StatementStore(db, clock)
    kept = store.save(Statement(text="one two", spans=spans))
    assert store.statement(kept.id).spans == spans


def test_beside_words_of_no_part_love_comes_first_and_the_rest_after():
    found = [section.part for section in sections([Block(None, "one\n\n"), Block(None, "two")])]
    assert found == [Part.LOVE, None, None, *list(Part)[1:]]


def test_a_paragraph_that_comes_back_belongs_where_it_was():
    before = sorted_letter()
    again = recall([Block(None, "Will you go today?"), Block(None, "new")], known_parts(before))
    assert parts(again) == [Part.ASK, None]


@given(LETTERS, st.lists(st.tuples(st.sampled_from(list(Part)), st.integers(0, 80)), max_size=4))
def test_sorting_loose_words_changes_none_of_them(text, places):
    assert whole(sort_loose(blocks(text, ()), places)) == text


def test_loose_words_get_the_part_that_begins_in_them_and_sorted_ones_keep_theirs():
    found = [Block(None, "one\n\n"), Block(Part.ASK, "two\n\n"), Block(None, "three")]
    places = [(Part.LOVE, 1), (Part.SAW, 2), (Part.HOPE, 6)]
    assert parts(sort_loose(found, places)) == [Part.LOVE, Part.ASK, None]
