from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.learn.glossary import homes, matching
from familysupport.paths import resources

LIBRARY = Library(resources() / "content", "en")
TERMS = LIBRARY.terms()


def names(typed):
    return [term.id for term in matching(TERMS, typed)]


def test_nothing_typed_lists_every_word():
    assert matching(TERMS, "  ") == TERMS


def test_a_name_comes_before_a_meaning_that_holds_it():
    found = names("naloxone")
    assert found[0] == "naloxone"
    assert len(found) > 3


def test_another_name_of_the_thing_finds_it():
    assert "naloxone" in names("narcan")


def test_a_slip_is_forgiven():
    assert "buprenorphine" in names("buprenorfine")


def test_nonsense_finds_nothing():
    assert names("qqqqqqqq") == []


def test_each_word_knows_the_lessons_it_stands_in():
    found = homes(LIBRARY)
    assert next(one.id for one in found["tolerance"]) == "what-heroin-does"
    for term_id, lessons in found.items():
        assert all(f"term:{term_id})" in lesson.text for lesson in lessons)


def test_many_hard_words_say_how_they_sound():
    assert len([term for term in TERMS if term.say]) >= 15


@given(st.text(max_size=30))
def test_anything_typed_gives_some_of_the_words(typed):
    assert set(names(typed)) <= {term.id for term in TERMS}
