from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.learn.search import Search, Where
from familysupport.learn.spelling import Vocabulary, distance, stem
from familysupport.paths import resources

SEARCH = Search(Library(resources() / "content", "en"))


def best(words):
    return [hit.id for hit in SEARCH.find(words)[:5]]


@pytest.mark.parametrize("words", ["naloxon", "nalaxone", "naloxnoe", "NALOXONE", "nalox"])
def test_small_misspellings_and_parts_find_naloxone(words):
    assert {"naloxone", "naloxone-at-home"} & set(best(words))


@pytest.mark.parametrize("words", ["suboxon", "suboxone", "bupenorphine", "buprenorfine"])
def test_a_brand_name_or_a_slip_finds_the_medicine(words):
    assert "buprenorphine" in best(words)


def test_search_finds_other_forms_of_a_word():
    assert SEARCH.find("breathes")
    assert SEARCH.find("grandparent")[0].id == "children-and-grandparents"


def test_a_hit_shows_the_words_around_it_and_what_to_mark():
    hit = next(one for one in SEARCH.find("recovery position") if one.where is Where.LESSON)
    assert hit.found
    assert hit.before or hit.after
    assert "recovery" in hit.marked


def test_words_in_titles_come_before_words_in_passing():
    assert SEARCH.find("children grandparents")[0].id == "children-and-grandparents"


def test_a_whole_question_is_understood_by_its_rare_words():
    assert "overdose-what-to-do" in best("what do I do when they will not wake up")
    assert "what-withdrawal-looks-like" in best("how long does it last")


def test_an_apostrophe_left_out_is_no_slip():
    assert SEARCH.find("dont") == SEARCH.find("don't") == SEARCH.find("don’t")


def test_when_no_place_holds_every_word_those_with_most_are_shown():
    assert SEARCH.find("naloxone zzzzzzzz")


@pytest.mark.parametrize("words", ["", "   ", "?!", "zzzzqqq"])
def test_nothing_to_find_finds_nothing(words):
    assert SEARCH.find(words) == ()


def test_a_hit_opens_at_a_section_that_exists():
    from familysupport.content.markdown import passages

    library = Library(resources() / "content", "en")
    for hit in SEARCH.find("sleep"):
        if hit.where is Where.LESSON and hit.section:
            sections = {one.section for one in passages(library.lesson(hit.id).text)}
            assert hit.section in sections


@given(st.text(max_size=60))
def test_anything_typed_gives_at_most_thirty_hits(words):
    assert len(SEARCH.find(words)) <= 30


@given(st.sampled_from(["methadone", "fentanyl", "withdrawal", "tolerance"]), st.data())
def test_one_letter_left_out_still_finds_the_word(word, data):
    at = data.draw(st.integers(1, len(word) - 1))
    assert word in Vocabulary(["methadone", "fentanyl", "withdrawal", "tolerance"]).likely(
        word[:at] + word[at + 1 :]
    )


def test_short_words_are_not_bent():
    assert Vocabulary(["naloxone", "box"]).likely("fox") == {}


def test_distance_counts_letters():
    assert distance("naloxone", "naloxone") == 0
    assert distance("naloxon", "naloxone") == 1
    assert distance("", "abc") == 3


def test_endings_fall_away():
    assert stem("breathing") == stem("breathes") == stem("breathe")
