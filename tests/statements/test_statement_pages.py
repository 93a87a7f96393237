from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.page import Note, each_text
from familysupport.statements.model import Part, Span, Statement
from familysupport.statements.pages import card, letter, reading_copy, with_breaths

LONG = (
    "On Tuesday I came home at six, and you were on the floor and I could not wake you "
    "because your breath had stopped."
)
STATEMENT = Statement(
    author=" Mum ",
    title="Dear Joel",
    text="I love you.\n\nI always will.\n\nCome with me today.",
    if_no="I will not give cash.",
    private="furious",
    spans=(Span(Part.LOVE, 29), Span(Part.ASK, 19)),
)


def unmarked(text: str) -> list[str]:
    return [word for word in text.split() if word not in ("/", "//")]


@given(st.text(alphabet=st.characters(exclude_characters="/")))
def test_breath_marks_change_no_word(text):
    assert unmarked(with_breaths(text)) == text.split()


def test_breaths_come_at_commas_and_before_joining_words_in_long_sentences():
    assert with_breaths(LONG).replace("\u00a0", " ") == (
        "On Tuesday I came home at six, / and you were on the floor and I could not wake you / "
        "because your breath had stopped."
    )
    assert (
        with_breaths("Yes, I do. I love you.").replace("\u00a0", " ") == "Yes, I do. // I love you."
    )


def test_a_mark_never_begins_a_line():
    assert " /" not in with_breaths(LONG + " " + LONG)


def test_the_reading_copy_has_one_paragraph_for_each_part_and_says_what_the_marks_mean():
    page = reading_copy(STATEMENT, "/ is a breath")
    assert page.blocks[0] == Note("/ is a breath")
    love, ask = list(each_text(page.blocks[1:]))
    assert unmarked(love) == ["I", "love", "you.", "I", "always", "will."]
    assert ask == "Come with me today."


def test_letter_and_reading_copy_leave_the_card_and_the_private_page_out():
    for page in (letter(STATEMENT), reading_copy(STATEMENT, "")):
        told = " ".join(each_text(page.blocks))
        assert "cash" not in told
        assert "furious" not in told


def test_a_title_the_letter_begins_with_is_not_said_twice():
    again = STATEMENT._replace(text="dear Joel,\n\nI love you.", spans=())
    assert letter(again).title == reading_copy(again, "").title == ""
    assert letter(again._replace(text="Dear Joel and Ann,")).title == "Dear Joel"
    assert letter(STATEMENT).title == "Dear Joel"


def test_a_page_carries_the_authors_name_or_none():
    assert letter(STATEMENT).author == "Mum"
    assert letter(STATEMENT, named=False).author == ""
    assert reading_copy(STATEMENT, "", named=False).author == ""


def test_the_card_for_a_no_stands_alone():
    apart = card("If the answer is no", STATEMENT)
    assert (apart.title, apart.text) == ("If the answer is no", "I will not give cash.")
    assert (apart.if_no, apart.private, apart.spans) == ("", "", ())
