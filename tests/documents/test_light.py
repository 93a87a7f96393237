from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from familysupport.documents.light import (
    LONGEST_LINE,
    Shape,
    bare,
    folded,
    lines,
    read_line,
    stretches,
    unmarked,
)
from familysupport.documents.light_page import blocks
from familysupport.documents.page import (
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Rule,
    Run,
    each_text,
)

typed = st.text(st.sampled_from("ab Z*_#>-+1.)[](]x\t\n"), max_size=60)


@given(st.one_of(typed, st.text(max_size=80)))
@example("**a *b* c** *un")
@example("[a](b)**[c](d)**")
def test_reading_the_looks_of_a_line_never_changes_a_sign(words: str) -> None:
    assert "".join(part.text for part in stretches(words)) == words


@given(st.one_of(typed, st.text(max_size=80)))
def test_reading_the_lines_never_changes_a_sign(text: str) -> None:
    assert "\n".join(line.text[: line.mark] + line.words for line in lines(text)) == text


@given(st.text(st.sampled_from("ab Z*_#>-+.[](])\t\n"), max_size=80))
@example("- [ ] a\n  - b\n1) c")
@example("> **a\n# b**")
def test_no_letter_is_lost_on_the_way_to_a_page(text: str) -> None:
    shown = "".join(each_text(blocks(text)))
    assert _letters(shown) == _letters(text)


def _letters(text: str) -> list[str]:
    return [sign for sign in text if sign.isalpha()]


@pytest.mark.parametrize(
    ("line", "shape", "words"),
    [
        ("# Visit", Shape.HEADING, "Visit"),
        ("#visit", Shape.WORDS, "#visit"),
        ("- milk", Shape.BULLET, "milk"),
        ("-milk", Shape.WORDS, "-milk"),
        ("12. milk", Shape.NUMBER, "milk"),
        ("1986. It was", Shape.WORDS, "1986. It was"),
        ("  * milk", Shape.BULLET, "milk"),
        ("- [ ] call", Shape.OPEN, "call"),
        ("- [x] call", Shape.DONE, "call"),
        ("> he said", Shape.QUOTE, "he said"),
        ("---", Shape.RULE, ""),
        ("** bold", Shape.WORDS, "** bold"),
        ("   ", Shape.EMPTY, "   "),
    ],
)
def test_a_line_says_what_it_is_by_how_it_begins(line: str, shape: Shape, words: str) -> None:
    read = read_line(line)
    assert (read.shape, read.words) == (shape, words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("**bold** and *leaning*", "bold and leaning"),
        ("__bold__ and _leaning_", "bold and leaning"),
        ("***both***", "both"),
        ("2*3*4 and a_b_c", "2*3*4 and a_b_c"),
        ("un**believ**able", "unbelievable"),
        ("[the house](https://example.org) is calm", "the house is calm"),
        ("[no address] (here)", "[no address] (here)"),
        ("a * b * c", "a * b * c"),
        ("**never closed", "**never closed"),
        ("****four****", "****four****"),
    ],
)
def test_only_marks_that_belong_together_are_marks(words: str, shown: str) -> None:
    assert bare(words) == shown


def test_bold_and_leaning_are_known_apart() -> None:
    looks = {part.text: (part.bold, part.italic) for part in stretches("**a** *b* ***c*** d")}
    assert (looks["a"], looks["b"], looks["c"]) == ((True, False), (False, True), (True, True))


def test_a_very_long_line_is_plain_words() -> None:
    long = "**a** " * LONGEST_LINE
    assert read_line("- " + long).shape is Shape.WORDS
    assert [part.text for part in stretches(long)] == [long]


def test_a_list_shows_no_stars_and_hashes_even_where_a_mark_was_cut() -> None:
    text = "# A *good* day\n- **colour** in his face\n> he said **\n---"
    assert unmarked(text) == "A good day\ncolour in his face\nhe said \n"


def test_what_was_written_becomes_headings_lists_and_paragraphs() -> None:
    text = "# Visit\nHe was **calm**.\nWe sat.\n\n- one\n- two\n3. three\n---\n> ask them"
    assert blocks(text) == (
        Heading("Visit", 3),
        Paragraph((Run("He was "), Run("calm", bold=True), Run("."), Run("\n"), Run("We sat."))),
        Bullets(((Run("one"),), (Run("two"),))),
        Numbered(((Run("three"),),), 3),
        Rule(),
        Paragraph((Run("ask them", italic=True),)),
    )


def test_a_deeper_item_is_a_line_of_the_item_above_it() -> None:
    (found,) = blocks("- bag\n  - shoes\n  - [x] book\n- car")
    assert isinstance(found, Bullets)
    assert list(each_text([found])) == ["bag\n   – shoes\n   ✓ book", "car"]


def test_a_box_is_open_or_ticked_on_paper() -> None:
    assert list(each_text(blocks("- [ ] ring\n- [X] ask"))) == ["□ ring", "✓ ask"]


def test_a_link_says_on_paper_where_it_leads() -> None:
    assert list(each_text(blocks("See [the house](example.org/a) now"))) == [
        "See the house (example.org/a) now"
    ]


@given(st.text(st.sampled_from("ab \n"), max_size=200))
def test_folding_breaks_long_lines_and_changes_nothing_else(text: str) -> None:
    shown = folded(text, 10)
    assert all(len(line) <= 10 for line in shown.split("\n"))
    assert "".join(shown.split()) == "".join(text.split())
    if all(len(line) <= 10 for line in text.split("\n")):
        assert shown == text
