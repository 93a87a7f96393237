"""Plain text and Markdown go out and come in with the same words."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

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
from familysupport.documents.plain import decoded, read_text, to_markdown, to_text
from familysupport.errors import FileTooLargeError, FileUnreadableError

FULL = Page(
    "Dear Daniel",
    (
        Heading("What I saw"),
        Paragraph("On *14 March*\nI could not wake you."),
        Paragraph(marked("I **love** you.")),
        Bullets(("one", "two\nlines")),
        Bullets(("other list",)),
        Numbered(("first", "second"), start=9),
        Table(("Day", "Who"), (("Mon|day", "Mum"), ("Tuesday",))),
        Card("If no", (Paragraph("I will not give cash."),)),
        Rule(),
        PageBreak(),
        Note("Checked."),
    ),
    "Mum",
)


def _shown(markdown):
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    parts = []
    for token in tokens:
        for child in token.children or ():
            parts.append(child.content if child.type in ("text", "text_special") else "")
            if child.type in ("softbreak", "hardbreak", "html_inline", "code_inline"):
                parts.append("\n" + child.content)
        parts.append(" ")
    return "".join(parts)


def test_text_has_every_word_in_order():
    text = to_text(FULL)
    assert text.startswith("Dear Daniel\n\nWhat I saw\n\nOn *14 March*\nI could not wake you.\n\n")
    assert "9. first\n10. second" in text
    assert "Mon|day\tMum" in text
    assert text.endswith("Checked.\n\nMum\n")


def test_an_empty_page_is_an_empty_file():
    assert to_text(Page("", ())) == to_markdown(Page("", ())) == ""


def test_markdown_shows_what_was_written_and_no_marks_of_its_own():
    shown = _shown(to_markdown(FULL)).split()
    for words in ("On *14 March*", "I love you.", "Mon|day", "two lines", "second", "other list"):
        assert " ".join(words.split()) in " ".join(shown)
    assert "**" not in " ".join(shown)


WRITTEN = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf", "Cn")))


@given(WRITTEN)
def test_markdown_gives_back_any_paragraph(text):
    assert _shown(to_markdown(Page("", (Paragraph(text),)))).split() == text.split()


@given(st.lists(WRITTEN.filter(str.strip), min_size=1))
def test_markdown_gives_back_lines_lists_and_tables(lines):
    page = Page(
        "", (Paragraph("\n".join(lines)), Bullets(tuple(lines)), Table(("",), ((lines[0],),)))
    )
    assert _shown(to_markdown(page)).split() == (" ".join([*lines, *lines, lines[0]])).split()


def test_markdown_of_a_plain_letter_is_the_plain_letter():
    plain = "Daniel, I love you. It’s 9:05 – will you come (today)? Mum & Dad will; I’d drive!"
    assert to_markdown(Page("", (Paragraph(plain),))) == plain + "\n"


@given(WRITTEN.filter(str.strip))
def test_a_copy_in_markdown_read_again_holds_the_same_words(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "copy.md"
    path.write_text(to_markdown(Page("", (Paragraph(text),))), encoding="utf-8")
    assert read_text(path).split() == text.split()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_text_file_is_read_in_the_way_it_was_written(tmp_path, encoding):
    path = tmp_path / "letter.txt"
    path.write_bytes("Café “love” – naïve\r\nnext".encode(encoding))
    assert read_text(path) == "Café “love” – naïve\nnext"


def test_older_windows_files_keep_their_quotes(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes("Café “love” – it’s".encode("cp1252"))
    assert read_text(path) == "Café “love” – it’s"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_comes_back_as_it_went(text):
    kept = decoded(text.encode(), Path("x.txt"))
    if not text.startswith(("\ufeff", "%PDF-", "{\\rtf")):
        assert kept == text.replace("\u2028", "\n").replace("\u2029", "\n")


@given(st.binary())
def test_any_bytes_are_text_or_kindly_refused(data):
    with contextlib.suppress(FileUnreadableError):
        assert isinstance(decoded(data, Path("x.txt")), str)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04abc", b"%PDF-1.4\n", b"{\\rtf1"]
)
def test_what_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    with pytest.raises(FileUnreadableError):
        read_text(path)


def test_too_large_a_file_is_refused_and_says_the_limit(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"a" * 11)
    with pytest.raises(FileTooLargeError) as caught:
        read_text(path, limit=10)
    assert caught.value.limit == 10
    assert read_text(path, limit=11) == "a" * 11


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(FileUnreadableError):
            read_text(path)
