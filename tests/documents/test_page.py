"""A page holds text as it was given."""

from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.page import (
    Card,
    Heading,
    Paragraph,
    Rule,
    Run,
    Table,
    each_text,
    marked,
    paragraphs,
    right_to_left,
    runs,
    words,
)


def test_marks_of_our_own_become_bold_and_italic():
    assert marked("Stay **with them** and *breathe*.") == (
        Run("Stay "),
        Run("with them", bold=True),
        Run(" and "),
        Run("breathe", italic=True),
        Run("."),
    )


def test_a_lone_star_stays_a_star():
    assert words(marked("5 * 3 and ** too")) == "5 * 3 and ** too"


@given(st.text())
def test_what_people_write_is_never_read_for_marks(text):
    assert words(text) == text
    assert "".join(run.text for run in runs(text)) == text


def test_paragraphs_part_at_empty_lines_and_keep_their_line_breaks():
    assert paragraphs("One\ntwo\r\n\r\n \nthree\n") == (Paragraph("One\ntwo"), Paragraph("three"))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_paragraphs_lose_no_word(text):
    assert " ".join(words(p.text) for p in paragraphs(text)).split() == text.split()


def test_short_rows_are_filled_up():
    table = Table(("A",), (("1", "2"), ("3",)))
    assert table.columns() == 2
    assert list(table.filled()) == [("1", "2"), ("3", "")]


def test_each_text_comes_in_reading_order():
    blocks = (Heading("a"), Card("b", (Paragraph("c"),)), Rule(), Table(("d",), (("e",),)))
    assert list(each_text(blocks)) == ["a", "b", "c", "d", "e"]


def test_the_first_letter_says_which_way_text_is_read():
    assert right_to_left("«123» אני love")
    assert right_to_left("سلام")
    assert not right_to_left("I say אני")
    assert not right_to_left("123 …")
