"""HTML made of a page shows its words and nothing else."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.html import to_html, to_web_page
from familysupport.documents.page import (
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    marked,
)


class _Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.tags, self._off = [], [], False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._off = tag == "style"

    def handle_endtag(self, tag):
        self._off = False

    def handle_data(self, data):
        if not self._off:
            self.words.append(data)


def _read(page):
    parser = _Words()
    parser.feed(to_html(page, 12))
    return parser


def test_text_that_looks_like_html_stays_text():
    read = _read(Page("<i>x</i>", (Paragraph("<b>&amp;</b> <script>"),)))
    assert "".join(read.words) == "<i>x</i><b>&amp;</b> <script>"
    assert not {"i", "b", "script"} & set(read.tags)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn"))))
def test_no_word_is_lost_in_any_block(text):
    page = Page("", (Paragraph(text), Bullets((text,)), Table((text,), ((text,),)), Note(text)))
    shown = "".join(_read(page).words).replace("\xa0", " ").split()
    assert "".join(shown) == "".join((text * 5).split())


def test_signs_that_cannot_be_drawn_are_left_out():
    assert "".join(_read(Page("", (Paragraph("a\x00b\ud800c\x1bd"),))).words) == "abcd"


@pytest.mark.parametrize("block", [Heading("x"), Paragraph("x"), Note("x"), Bullets(("x",))])
def test_what_follows_a_page_break_starts_a_page(block):
    assert "page-break-before: always" in to_html(Page("", (PageBreak(), block)), 12)


def test_a_page_break_at_the_end_adds_nothing():
    assert to_html(Page("", (Paragraph("x"), PageBreak())), 12) == to_html(
        Page("", (Paragraph("x"),)), 12
    )


def test_every_kind_of_block_has_its_tag():
    page = Page(
        "Title",
        (
            Heading("h", 2),
            Paragraph(marked("a **b** *c*")),
            Numbered(("one",), start=4),
            Card("card", (Paragraph("in"),)),
            Table((), ()),
            Rule(),
        ),
    )
    html = to_html(page, 18)
    for piece in ("<h1", "<h2", '<ol start="4"', "<hr>", "font-weight: 600", "italic"):
        assert piece in html


def test_sizes_follow_the_size_of_the_words():
    assert "font-size: 18pt" in to_html(Page("", ()), 18)


def test_a_web_page_says_its_letters_and_language_and_names_nobody_in_its_title(full_page):
    html = to_web_page(full_page, "es")
    assert html.startswith('<!DOCTYPE html>\n<html lang="es"><head><meta charset="utf-8">')
    assert "<title>Document</title>" in html
    assert html.count("<style>") == html.count("</style>") == html.count("<body>") == 1
    assert "<p>Mum</p></body></html>" in html
    assert html.replace("<p>Mum</p>", "").endswith(to_html(full_page, 12).partition("<body>")[2])
