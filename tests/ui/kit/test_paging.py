"""Pages end where a reader would end them."""

import subprocess

import pytest

from familysupport.documents.page import (
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    Paragraph,
    Table,
)
from familysupport.ui.kit.printing import PrintSheet, save_pdf

LINE = "I saw you on Tuesday and I could not wake you and I was very frightened for you then. "


@pytest.fixture
def sheets(dressed, tmp_path):
    def read(*blocks, size=12):
        path = tmp_path / "s.pdf"
        save_pdf(PrintSheet("x", Page("", blocks), "a4", size), path)
        command = ["pdftotext", "-raw", str(path), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        pages = text.split("\f")[:-1]
        return [[line for line in page.split("\n") if line][:-1] for page in pages]

    return read


def _filler(lines):
    return Paragraph("\n".join(["line"] * lines))


@pytest.mark.parametrize("lines", range(24, 44))
def test_a_card_is_not_cut_where_it_fits_on_a_page(sheets, lines):
    found = sheets(_filler(lines), Card("TOP", (Paragraph("one"), Paragraph("BOTTOM"))))
    assert [("TOP" in page, "BOTTOM" in page) for page in found if "TOP" in page] == [(True, True)]
    assert len(found) <= 2


def test_a_card_longer_than_a_page_goes_on_without_losing_a_word(sheets):
    words = [f"w{n}" for n in range(900)]
    found = sheets(Card("", tuple(Paragraph(word) for word in words)))
    assert [line for page in found for line in page] == words


@pytest.mark.parametrize("lines", range(28, 44, 2))
def test_a_chain_of_headings_stays_together_with_its_text(sheets, lines):
    found = sheets(_filler(lines), Heading("ONE", 2), Heading("TWO", 3), Paragraph("TEXT"))
    (page,) = [page for page in found if "TEXT" in page]
    assert "ONE" in page
    assert "TWO" in page
    assert len(found) <= 2


@pytest.mark.parametrize("lines", range(24, 44))
def test_a_heading_stays_with_the_card_below_it(sheets, lines):
    card = Card("TOP", tuple(Paragraph(f"w{n}") for n in range(6)))
    found = sheets(_filler(lines), Heading("ONE", 2), card, Paragraph("after"))
    (page,) = [page for page in found if "ONE" in page]
    assert "TOP" in page
    assert "w5" in page
    assert len(found) <= 2


@pytest.mark.parametrize("lines", range(28, 44, 2))
def test_the_day_below_a_heading_goes_with_it_to_the_text(sheets, lines):
    found = sheets(_filler(lines), Heading("ONE", 2), Note("THE DAY"), Paragraph("TEXT"))
    (page,) = [page for page in found if "TEXT" in page]
    assert "ONE" in page
    assert "THE DAY" in page
    assert len(found) <= 2


@pytest.mark.parametrize("size", [12, 18, 24])
def test_no_first_or_last_line_stands_alone(sheets, size):
    for lines in range(3, 40, 4):
        text = " ".join(f"w{n}" for n in range(120 * 12 // size))
        found = sheets(_filler(lines), *(Paragraph(text) for _ in range(5)), size=size)
        for page in found:
            lone = [line for line in page if line.startswith("w")]
            assert len(lone) != 1


def test_a_list_item_over_a_page_end_keeps_its_words(sheets):
    item = " ".join(f"w{n}" for n in range(300))
    found = sheets(_filler(28), Bullets((item, "last")), Numbered(("first", "second")))
    words = " ".join(line for page in found for line in page).split()
    assert [word for word in words if word.startswith("w")] == item.split()
    assert words[-4:] == ["1.", "first", "2.", "second"]


def test_a_table_over_many_pages_holds_each_word_once_and_repeats_its_header(sheets):
    rows = tuple((f"a{n}", (LINE * (n % 5)).strip() + f" b{n}") for n in range(80))
    found = sheets(Table(("Day", "Words"), rows))
    words = " ".join(line for page in found for line in page).split()
    assert [word for word in words if word[:1] == "a" and word[1:].isdigit()] == [
        f"a{n}" for n in range(80)
    ]
    assert words.count("Tuesday") == sum(n % 5 for n in range(80))
    assert all(page[0] == "Day Words" for page in found)


def test_a_very_long_paragraph_loses_and_repeats_nothing(sheets):
    words = [f"w{n}" for n in range(6000)]
    found = sheets(Paragraph(" ".join(words)))
    assert " ".join(line for page in found for line in page).split() == words


def test_a_page_end_between_line_breaks_leaves_no_gap(sheets):
    found = sheets(_filler(170))
    assert len({len(page) for page in found[:-1]}) == 1
    assert sum(len(page) for page in found) == 170


def test_right_to_left_text_goes_over_a_page_end_whole(sheets):
    found = sheets(Paragraph("אני אוהב אותך דניאל. " * 400))
    assert "".join("".join(page) for page in found).count("ד") == 400
