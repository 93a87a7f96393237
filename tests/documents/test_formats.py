"""DOCX and ODT carry the same words out and in, and what is no letter is kindly refused."""

import contextlib
import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familysupport.documents import package
from familysupport.documents.formats import READABLE, WRITABLE, read_words, to_bytes
from familysupport.documents.odt import read_odt
from familysupport.documents.package import parse
from familysupport.documents.page import Page, Paragraph, each_text, paragraphs, words
from familysupport.errors import FileTooLargeError, FileUnreadableError

OFFICE = ("docx", "odt")
WRITTEN = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=80)


def _zip(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.fixture
def letter(tmp_path):
    def write(ending, data):
        path = tmp_path / f"letter.{ending}"
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("ending", OFFICE)
def test_every_word_of_every_block_comes_back_in_order(letter, full_page, ending):
    found = read_words(letter(ending, to_bytes(full_page, ending))).split()
    written = " ".join([full_page.title, *each_text(full_page.blocks), full_page.author]).split()
    assert found == written


@pytest.mark.parametrize("ending", READABLE)
def test_a_letter_comes_back_as_it_went(letter, ending):
    text = "Dear Daniel\n\nOn 14 March\nI could not wake you.\n\nI love you."
    page = Page("", paragraphs(text))
    read = read_words(letter(ending, to_bytes(page, ending)))
    assert read.replace("\\", "").strip("\n") == text


@pytest.mark.parametrize("ending", OFFICE)
@settings(max_examples=25)
@given(text=WRITTEN)
def test_spaces_tabs_and_line_breaks_come_back(tmp_path_factory, ending, text):
    text = f"a {text}\n\t  {text}b"
    path = tmp_path_factory.getbasetemp() / f"spaces.{ending}"
    path.write_bytes(to_bytes(Page("", (Paragraph(text),)), ending))
    expected = text.replace("\u2028", "\n").replace("\u2029", "\n")
    assert read_words(path).replace(" \n", "\n") == expected.replace(" \n", "\n")


@pytest.mark.parametrize("ending", WRITABLE)
@settings(max_examples=25)
@given(text=st.text(max_size=40))
def test_any_text_can_be_written(ending, text):
    assert to_bytes(Page(text, (Paragraph(text),), text), ending) or not text.strip()


def test_a_docx_names_nobody_and_opens_with_another_reader(full_page):
    made = docx.Document(io.BytesIO(to_bytes(full_page, "docx")))
    properties = made.core_properties
    assert properties.author == properties.title == properties.last_modified_by == ""
    assert made.paragraphs[0].text == "Dear Daniel"
    assert [p.style.name for p in made.paragraphs[:2]] == ["Heading 1", "Heading 2"]
    assert made.tables[0].cell(1, 1).text == "Mum"


def test_an_odt_is_put_together_as_the_standard_says(full_page):
    with zipfile.ZipFile(io.BytesIO(to_bytes(full_page, "odt"))) as made:
        first = made.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert made.testzip() is None
        for name in made.namelist()[1:]:
            parse(made.read(name))


@pytest.mark.parametrize("ending", OFFICE)
@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04cut", _zip(other_xml="<a/>")])
def test_what_is_no_letter_is_refused(letter, ending, data):
    with pytest.raises(FileUnreadableError):
        read_words(letter(ending, data))


@pytest.mark.parametrize("ending", OFFICE)
@settings(max_examples=50)
@given(cut=st.integers(0, 4000), flip=st.integers(0, 3999))
def test_a_damaged_letter_is_read_or_refused(tmp_path_factory, ending, cut, flip):
    data = bytearray(to_bytes(Page("", (Paragraph("I love you."),)), "odt"))
    data[flip % len(data)] ^= 0xFF
    path = tmp_path_factory.getbasetemp() / f"damaged.{ending}"
    path.write_bytes(bytes(data[: cut or None]))
    with contextlib.suppress(FileUnreadableError, FileTooLargeError):
        assert isinstance(read_words(path), str)


BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize("xml", [BOMB, "<a>" * 300 + "</a>" * 300, "<a>", "", "<a>&y;</a>"])
def test_tricks_in_the_xml_are_refused(letter, xml):
    for ending, part in (("docx", "word__document_xml"), ("odt", "content_xml")):
        with pytest.raises(FileUnreadableError):
            read_words(letter(ending, _zip(**{part: xml})))


def test_a_part_that_swells_is_refused(letter, monkeypatch):
    monkeypatch.setattr(package, "_PART_LIMIT", 1000)
    with pytest.raises(FileTooLargeError):
        read_words(letter("odt", _zip(content_xml="<a>" + " " * 2000 + "</a>")))


def test_a_file_over_the_limit_is_refused(letter, monkeypatch):
    monkeypatch.setattr(package, "LIMIT", 10)
    with pytest.raises(FileTooLargeError):
        read_words(letter("docx", b"x" * 11))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_a_docx_keeps_words_that_were_added_while_tracking_and_leaves_out_struck_ones(letter):
    body = (
        "<w:p><w:r><w:t>I </w:t></w:r><w:ins><w:r><w:t>always </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:hyperlink><w:r><w:t>love</w:t>"
        "</w:r></w:hyperlink><w:r><w:tab/><w:t>you</w:t><w:br/><w:t>so</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a field</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    xml = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    path = letter("docx", _zip(word__document_xml=xml))
    assert read_words(path) == "I always love\tyou\nso\n\nin a field"


def test_a_text_box_in_a_docx_is_read_once(letter):
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    inner = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>before</w:t>{inner}</mc:AlternateContent></w:r></w:p>"
    xml = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    assert read_words(letter("docx", _zip(word__document_xml=xml))) == "before\n\nboxed"


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def test_an_odt_keeps_notes_and_frames_and_leaves_out_comments_and_struck_words(letter):
    body = (
        "<text:tracked-changes><text:p>struck</text:p></text:tracked-changes>"
        "<text:p>I <text:span>love<office:annotation><text:p>comment</text:p></office:annotation>"
        " you<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>a note</text:p></text:note-body></text:note> so</text:span>\n   much"
        '<text:s text:c="2"/>x<text:s text:c="²"/></text:p>'
    )
    xml = (
        f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    path = letter("odt", _zip(content_xml=xml))
    assert read_odt(path) == ("I love you so much  x ", "a note")


def test_an_odt_without_a_body_has_no_words(letter):
    assert read_words(letter("odt", _zip(content_xml="<a/>"))) == ""


def test_paragraphs_parted_by_empty_ones_are_parted_once(letter):
    page = Page("", (Paragraph("one"), Paragraph(""), Paragraph("two\nthree"), Paragraph("")))
    for ending in OFFICE:
        path = letter(ending, to_bytes(page, ending))
        assert [words(p.text) for p in paragraphs(read_words(path))] == ["one", "two\nthree"]


def test_a_missing_file_is_refused():
    with pytest.raises(FileUnreadableError):
        read_words(Path("gone.docx"))


def test_a_few_empty_paragraphs_do_not_run_the_others_together(letter):
    blocks = tuple(Paragraph(text) for text in ("one", "two", "three", "four", "", "five"))
    path = letter("odt", to_bytes(Page("", blocks), "odt"))
    assert read_words(path) == "one\n\ntwo\n\nthree\n\nfour\n\nfive"


def test_address_lines_stay_together_where_empty_paragraphs_part_the_rest(letter):
    texts = ("12 Elm Street", "Springfield", "", "Dear Daniel", "", "I love you.")
    path = letter("odt", to_bytes(Page("", tuple(Paragraph(text) for text in texts)), "odt"))
    assert read_words(path) == "12 Elm Street\nSpringfield\n\nDear Daniel\n\nI love you."


def test_text_from_the_right_is_marked_so_in_every_format():
    page = Page("", (Paragraph("אני אוהב אותך"), Paragraph("I love you")))
    assert to_bytes(page, "html").count(b'dir="rtl"') == 1
    with zipfile.ZipFile(io.BytesIO(to_bytes(page, "docx"))) as made:
        assert made.read("word/document.xml").count(b"<w:bidi/>") == 1
    with zipfile.ZipFile(io.BytesIO(to_bytes(page, "odt"))) as made:
        assert made.read("content.xml").count(b'text:style-name="BodyFromRight"') == 1
